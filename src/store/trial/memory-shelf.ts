import type { Shelf } from '../shelf.ts';

/** A shelf in memory. What goes in and out is copied, as the browser does. */
export function memoryShelf(records = new Map<string, unknown>()): Shelf & { readonly records: Map<string, unknown> } {
  const under = (prefix: string) =>
    new Map([...records].filter(([key]) => key.startsWith(prefix)).map(([key, value]) => [key, structuredClone(value)]));
  return {
    records,
    all: async (prefix) => under(prefix),
    change: async (prefixes, change) => {
      const { put = new Map(), remove = [], result } = change(new Map(prefixes.flatMap((prefix) => [...under(prefix)])));
      for (const [key, value] of put) records.set(key, structuredClone(value));
      for (const key of remove) records.delete(key);
      return result;
    },
  };
}
