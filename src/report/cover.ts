import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Catalog } from '../model/catalog.ts';
import type { Plan } from '../model/plan.ts';
import { REQUEST_FIELDS, type RequestData, type RequestField } from '../model/request.ts';
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

/** How the fields of a change request are called in documents. */
export const REQUEST_WORDS: Readonly<Record<RequestField, string>> = {
  requester: 'Requester',
  owner: 'Owner',
  approver: 'Approver',
  ticket: 'Change ticket',
  neededBy: 'Needed by',
  until: 'Until',
};

/** What a change request says, as names and values; nothing for what it does not say. */
export function requestFacts(data: RequestData): [name: string, value: string][] {
  return REQUEST_FIELDS.filter((field) => data[field] !== '').map((field) => [REQUEST_WORDS[field], data[field]]);
}
