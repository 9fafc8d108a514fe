/** A text, or one that depends on the number given as `count`. `{name}` is replaced by the value of that name. */
export type Message = string | { readonly one: string; readonly other: string };

/** What a message may be filled with. */
export type Values = Readonly<Record<string, string | number>>;

/** The message with its values in place. A value that is missing stays visible as `{name}`, so that it is noticed. */
export function filled(message: Message, values: Values = {}): string {
  const text = typeof message === 'string' ? message : values.count === 1 ? message.one : message.other;
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    return value === undefined ? whole : String(value);
  });
}
