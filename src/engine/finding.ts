import { byCodeUnit } from '../model/order.ts';
import { JOINERS, PHRASES, SENTENCES, type SentenceKey, type SentenceSlots } from './finding-words.ts';
import type { Finding, Severity, Subject } from './result.ts';
import { type Vocabulary, wordsOf } from './wording.ts';

/** Every finding the engine can make, with its severity. `condition-unknown` is an error where a required rule hangs on it. */
export const SEVERITIES = {
  'id-duplicate': 'error',
  'reference-dangling': 'error',
  'zone-cycle': 'error',
  'type-unknown': 'error',
  'setting-invalid': 'error',
  'address-invalid': 'error',
  'path-missing': 'error',
  'internet-not-connected': 'error',
  'plan-too-large': 'error',
  'condition-unknown': 'warning',
  'partner-missing': 'warning',
  'ha-group-size': 'warning',
  'address-overlap': 'warning',
  'any-internet-source': 'warning',
  'waiver-of-required': 'warning',
  'waiver-unused': 'warning',
  'link-unused': 'warning',
  'link-across-deployments': 'warning',
  'path-ambiguous': 'warning',
  'path-over-internet': 'warning',
  'path-pin-invalid': 'warning',
  'boundary-end-not-a-zone': 'warning',
  'destination-unnamed': 'warning',
  'choose-one': 'warning',
  'reading-unknown': 'warning',
  'must-stand-alone': 'warning',
  'source-disputed': 'info',
  'address-missing': 'info',
  'address-outside-zone': 'info',
  'catalog-changed': 'info',
} as const satisfies Record<string, Severity>;

export type FindingCode = keyof typeof SEVERITIES;

type CodeOf<Key extends SentenceKey> = Key extends `${infer Code}/${string}` ? Code : Key;

const ENGLISH: Vocabulary = { sentences: SENTENCES, phrases: PHRASES, joiners: JOINERS };

/** Makes a finding from the key of its sentences and what fills them, with the severity its code has, unless another is given. */
export function finding<Key extends SentenceKey>(
  key: Key,
  slots: SentenceSlots<Key>,
  subjects: readonly Subject[],
  severity: Severity = SEVERITIES[codeOf(key)],
): Finding {
  return { code: codeOf(key), severity, ...wordsOf(SENTENCES[key], slots, ENGLISH), subjects, wording: { key, slots } };
}

/** The code of the findings with these sentences. */
export function codeOf<Key extends SentenceKey>(key: Key): CodeOf<Key> {
  const [code] = key.split('/', 1);
  return code as CodeOf<Key>;
}

const RANK: Record<Severity, number> = { error: 0, warning: 1, info: 2 };

/** Severest first, then by code, subjects and words: the same order whatever the order of drawing. */
export function inOrder(findings: readonly Finding[]): Finding[] {
  const keyed = findings.map((item) => ({ item, key: JSON.stringify([item.code, item.subjects.map((s) => [s.kind, s.id]), item.what]) }));
  keyed.sort((a, b) => RANK[a.item.severity] - RANK[b.item.severity] || byCodeUnit(a.key, b.key));
  return keyed.map(({ item }) => item);
}
