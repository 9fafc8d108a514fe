/** The list with the thing of that id changed; the same list where nothing has the id or nothing changed. */
export function replaceById<T extends { readonly id: string }>(list: T[], id: string, change: (thing: T) => T): T[] {
  let touched = false;
  const result = list.map((thing) => {
    if (thing.id !== id) return thing;
    const next = change(thing);
    if (next !== thing) touched = true;
    return next;
  });
  return touched ? result : list;
}

/** `thing` with some fields set; a field given as undefined is taken away. */
export function withFields<T extends object>(thing: T, fields: { readonly [K in keyof T]?: T[K] | undefined }): T {
  const result = { ...thing };
  for (const key of Object.keys(fields) as (keyof T)[]) {
    const value = fields[key];
    if (value === undefined) delete result[key];
    else result[key] = value as T[keyof T];
  }
  return result;
}
