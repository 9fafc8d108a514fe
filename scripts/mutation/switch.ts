/** Which fault is on, and what ran. Every mutated file asks `$m` at every place that has a fault. */
let active = Number(Reflect.get(globalThis, 'portolanFault') ?? -1);
let steps = 0;
let limit = Number.POSITIVE_INFINITY;
/** From the start: what runs while the files are read, long before anybody knows how many places there are. */
let reached = new Uint8Array(100_000);
let generation = 0;

/** Whether the fault is on. Throws where a test takes far more steps than without a fault: it would never end. */
export function $m(id: number): boolean {
  steps += 1;
  if (steps > limit) throw new Error('endless');
  reached[id] = 1;
  return id === active;
}

/** Puts a fault on and forgets what the engine remembered without it. */
export function turn(id: number): void {
  active = id;
  generation += 1;
}

/** Starts to count steps, up to a limit, and to note which places are reached: 1 at their ids, as far as the list is long. */
export function watch(most: number, places: Uint8Array<ArrayBuffer> = new Uint8Array(0)): void {
  steps = 0;
  limit = most;
  reached = places;
}

/** The places reached since `watch`, or since the start. */
export function placesReached(): Uint8Array {
  return reached;
}

export function stepsTaken(): number {
  return steps;
}

/** Stands in for WeakMap in the engine: what one fault made it remember is forgotten under the next. */
export class $Memory<K extends WeakKey, V> {
  #since = generation;
  #known = new WeakMap<K, V>();

  get(key: K): V | undefined {
    if (this.#since !== generation) this.#known = new WeakMap();
    this.#since = generation;
    return this.#known.get(key);
  }

  set(key: K, value: V): this {
    this.#known.set(key, value);
    return this;
  }
}
