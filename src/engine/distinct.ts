import { byCodeUnit } from '../model/order.ts';

/** One thing per id, in order of id. Of several with one id the one whose content comes first is kept, so that the order of drawing does not matter. */
export function distinct<T extends { readonly id: string }>(things: readonly T[]): T[] {
  const byId = new Map<string, T>();
  for (const thing of things) {
    const known = byId.get(thing.id);
    if (!known || byCodeUnit(content(thing), content(known)) < 0) byId.set(thing.id, thing);
  }
  return [...byId.values()].sort((a, b) => byCodeUnit(a.id, b.id));
}

/** What a thing holds as text, whatever the order of its lists and fields. */
function content(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(content).sort(byCodeUnit).join()}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? '';
  const fields = Object.entries(value).sort(([a], [b]) => byCodeUnit(a, b));
  return `{${fields.map(([name, field]) => `${JSON.stringify(name)}:${content(field)}`).join()}}`;
}
