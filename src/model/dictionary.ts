import './jitless.ts';
import { z } from 'zod';

/** A map keyed by user text. Built without a prototype, so that `__proto__` and the like are plain data. */
export type Dictionary<T> = { [key: string]: T };

/** An empty dictionary without a prototype. */
export function dictionary<T>(entries: Iterable<readonly [string, T]> = []): Dictionary<T> {
  const result: Dictionary<T> = Object.create(null);
  for (const [key, value] of entries) result[key] = value;
  return result;
}

/** The value stored under `key` itself; never one inherited from a prototype. */
export function lookup<T>(map: Dictionary<T>, key: string): T | undefined {
  return Object.hasOwn(map, key) ? map[key] : undefined;
}

/** Schema of a dictionary. Unlike `z.record` it keeps every key, `__proto__` included. */
export function dictionaryOf<T extends z.ZodType>(value: T) {
  return z.unknown().transform((input, context): Dictionary<z.output<T>> => {
    const result = dictionary<z.output<T>>();
    if (typeof input !== 'object' || input === null || Array.isArray(input)) {
      context.addIssue({ code: 'custom', message: 'expected an object' });
      return result;
    }
    for (const [key, entry] of Object.entries(input)) {
      const parsed = value.safeParse(entry);
      if (parsed.success) result[key] = parsed.data;
      else
        for (const issue of parsed.error.issues) context.addIssue({ code: 'custom', message: issue.message, path: [key, ...issue.path] });
    }
    return result;
  });
}
