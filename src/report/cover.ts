import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Catalog } from '../model/catalog.ts';
import type { Plan } from '../model/plan.ts';
import { packPlan } from '../model/write-plan.ts';

/** The first 64 bits of the digest of the plan, in groups of four: two documents of one content show the same. */
export function contentHash(plan: Plan): string {
  const digits = bytesToHex(sha256(utf8ToBytes(packPlan(plan)))).slice(0, 16);
  return digits.replace(/(.{4})(?!$)/g, '$1 ');
}

/** Catalogs that a plan takes anything from, with their versions: `Tanium 2026.11.1`, in the order of the catalogs. */
export function catalogVersions(products: ReadonlySet<string>, catalogs: readonly Catalog[]): string[] {
  return catalogs.filter(({ product }) => products.has(product)).map(({ name, version }) => `${name} ${version}`);
}
