import catalogs from 'virtual:catalogs';
import {
  type Catalog,
  type DisputeDeclaration,
  type ExternalDeclaration,
  qualify,
  type RuleDeclaration,
  type SettingDeclaration,
  type SourceDeclaration,
  type TypeDeclaration,
} from '../model/catalog.ts';
import { shortTypeName as shortName } from '../model/type-words.ts';

/** Every catalog of this build, by product id. */
export const allCatalogs: readonly Catalog[] = catalogs;

const products = new Map<string, Catalog>();
const types = new Map<string, TypeDeclaration>();
const externals = new Map<string, ExternalDeclaration>();
const rules = new Map<string, RuleDeclaration>();
const disputes = new Map<string, DisputeDeclaration>();
for (const catalog of allCatalogs) {
  const { product } = catalog;
  products.set(product, catalog);
  for (const type of catalog.types) types.set(qualify(product, type.id), type);
  for (const external of catalog.externals) externals.set(qualify(product, external.id), external);
  for (const rule of catalog.rules) rules.set(qualify(product, rule.id), rule);
  for (const dispute of catalog.disputes) disputes.set(qualify(product, dispute.id), dispute);
}

/** The catalog of a product, or undefined. */
export function productOf(product: string): Catalog | undefined {
  return products.get(product);
}

/** The product part of a reference such as `tanium/server`. */
export function productIdOf(reference: string): string {
  const slash = reference.indexOf('/');
  return slash < 0 ? reference : reference.slice(0, slash);
}

/** The declaration of a component type such as `tanium/server`, or undefined where no catalog has it. */
export function typeOf(reference: string): TypeDeclaration | undefined {
  return types.get(reference);
}

/** The declaration of an external service such as `tpm/adaptiva-cdn`. */
export function externalOf(reference: string): ExternalDeclaration | undefined {
  return externals.get(reference);
}

/** The declaration of a rule such as `tanium/client-to-server`; none for a requirement of the plan. */
export function ruleOf(reference: string): RuleDeclaration | undefined {
  return rules.get(reference);
}

/** The declaration of a dispute, by its full id. */
export function disputeOf(reference: string): DisputeDeclaration | undefined {
  return disputes.get(reference);
}

/** A source of a product, by the id its citations use. */
export function sourceOf(product: string, id: string): SourceDeclaration | undefined {
  return products.get(product)?.sources.find((source) => source.id === id);
}

/** The name of a component type, or its reference where no catalog has it. */
export function typeName(reference: string): string {
  return typeOf(reference)?.name ?? reference;
}

/** The name of a component type beside its product's tile or heading: without the product's own name or letters in front. */
export function shortTypeName(reference: string): string {
  const id = productIdOf(reference);
  return shortName(typeName(reference), { id, name: productOf(id)?.name });
}

/** The settings a type has: its own, then those of the types it acts as. Its own declaration wins. */
export function settingsOf(reference: string): ReadonlyMap<string, SettingDeclaration> {
  const found = new Map<string, SettingDeclaration>();
  const seen = new Set<string>();
  const collect = (type: string) => {
    if (seen.has(type)) return;
    seen.add(type);
    const declaration = typeOf(type);
    if (!declaration) return;
    for (const [name, setting] of Object.entries(declaration.settings)) if (!found.has(name)) found.set(name, setting);
    for (const other of declaration.actsAs) collect(qualify(productIdOf(type), other));
  };
  collect(reference);
  return found;
}
