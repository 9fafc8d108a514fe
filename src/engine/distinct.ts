import { byCodeUnit } from '../model/order.ts';

/** One thing per id, in order of id. Of several with one id the one whose JSON comes first is kept, so that the order of drawing does not matter. */
export function distinct<T extends { readonly id: string }>(things: readonly T[]): T[] {
  const byId = new Map<string, T>();
  for (const thing of things) {
    const known = byId.get(thing.id);
    if (!known || byCodeUnit(JSON.stringify(thing), JSON.stringify(known)) < 0) byId.set(thing.id, thing);
  }
  return [...byId.values()].sort((a, b) => byCodeUnit(a.id, b.id));
}
