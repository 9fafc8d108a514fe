import type { TypeDeclaration } from './catalog.ts';
import { lookup } from './dictionary.ts';
import type { Component } from './plan.ts';

/** The name of a component type beside its product's tile or heading: without the product's own name or letters in front. */
export function shortTypeName(name: string, product: { readonly id: string; readonly name?: string | undefined }): string {
  for (const word of [product.name, product.id.toUpperCase()]) {
    if (!word || !name.startsWith(`${word} `)) continue;
    const rest = name.slice(word.length + 1);
    return rest.slice(0, 1).toUpperCase() + rest.slice(1);
  }
  return name;
}

/** The two letters of a product's tile: its catalog's, else the first two of its id. */
export function tileLetters(product: string, letters: string = product.slice(0, 2)): string {
  return letters.slice(0, 1).toUpperCase() + letters.slice(1).toLowerCase();
}

/**
 * The port that a card shows beside a component: fixed by its type, or the value of the setting the type names (`effective` knows what came
 * out of the analysis); empty for none.
 */
export function mainPortOf(
  type: Pick<TypeDeclaration, 'mainPort'> | undefined,
  component: Component,
  effective: (setting: string) => string | undefined,
): string {
  const port = type?.mainPort;
  if (port === undefined) return '';
  if (typeof port === 'number') return String(port);
  const written = lookup(component.settings, port);
  return effective(port) ?? (written === undefined || written === null ? '' : String(written));
}
