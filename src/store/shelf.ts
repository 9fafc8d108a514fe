import { createStore, promisifyRequest } from 'idb-keyval';

/** What one transaction writes and takes away, and what its caller is told. */
export interface Change<T> {
  readonly put?: ReadonlyMap<string, unknown>;
  readonly remove?: readonly string[];
  readonly result: T;
}

/** Where records lie, by key. Everything read from it is untrusted: other versions of the page and other hands write there too. */
export interface Shelf {
  /** Every record whose key starts with `prefix`. */
  all(prefix: string): Promise<ReadonlyMap<string, unknown>>;
  /**
   * Reads every record under the prefixes, asks `change` what to write, and writes all of it or nothing. Nobody else writes in between.
   * Resolves once the records are written; rejects where that is not possible (full disk, no storage) and leaves all as it was.
   */
  change<T>(prefixes: readonly string[], change: (found: ReadonlyMap<string, unknown>) => Change<T>): Promise<T>;
}

const under = (prefix: string) => IDBKeyRange.bound(prefix, `${prefix}\uffff`);

function collect(objects: IDBObjectStore, prefix: string, found: Map<string, unknown>): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = objects.openCursor(under(prefix));
    request.onerror = () => reject(request.error);
    request.onsuccess = () => {
      const cursor = request.result;
      if (!cursor) return resolve();
      found.set(String(cursor.key), cursor.value);
      cursor.continue();
    };
  });
}

/** The IndexedDB of this browser. Opened at the first use; a browser without one fails then. */
export function browserShelf(): Shelf {
  let opened: ReturnType<typeof createStore> | undefined;
  const store: ReturnType<typeof createStore> = (mode, callback) => {
    opened ??= createStore('keyval-store', 'keyval');
    return opened(mode, callback);
  };
  return {
    all: async (prefix) => {
      const found = new Map<string, unknown>();
      await store('readonly', (objects) => collect(objects, prefix, found));
      return found;
    },
    change: async (prefixes, change) =>
      await store('readwrite', async (objects) => {
        const found = new Map<string, unknown>();
        for (const prefix of prefixes) await collect(objects, prefix, found);
        const written = promisifyRequest(objects.transaction);
        try {
          const { put = new Map(), remove = [], result } = change(found);
          for (const [key, value] of put) objects.put(value, key);
          for (const key of remove) objects.delete(key);
          await written;
          return result;
        } catch (problem) {
          written.catch(() => undefined);
          try {
            objects.transaction.abort();
          } catch {
            // The transaction has ended already: nothing of it was written.
          }
          throw problem;
        }
      }),
  };
}
