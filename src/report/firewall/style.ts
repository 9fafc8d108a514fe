import type { Need, Phase } from '../../model/plan.ts';
import type { ReportInput } from '../names.ts';

/** What a style is asked for. */
export interface FirewallInput extends ReportInput {
  /** The day to print, `2026-01-31`, or null for none: a report has no clock. */
  readonly date: string | null;
  /** True where what the plan opens is to be taken away again. */
  readonly remove: boolean;
}

/** One written file. Its name is made from what it is about. */
export interface FirewallFile {
  readonly of: { readonly id: string; readonly name: string };
  /** Without dot. */
  readonly extension: string;
  readonly text: string;
}

/** What a style does not write, and why: never a rule, never silent. */
export interface Refused {
  /** Id of the opening, or of the flow where a style writes host rules. */
  readonly line: string;
  /** The enforcement point or host, as one printable line. */
  readonly where: string;
  /** What is not written, as one printable line. */
  readonly what: string;
  readonly reason: string;
}

export interface Rendering {
  readonly files: readonly FirewallFile[];
  readonly refused: readonly Refused[];
}

/** What a style can say. */
export interface Capabilities {
  /** Names of the Internet: none, names without wildcard, or all. */
  readonly names: 'none' | 'plain' | 'wildcard';
  readonly ipv6: boolean;
  /** Nothing of ICMP, only all of it, or single types. */
  readonly icmp: 'none' | 'all' | 'types';
  /** ICMP of IPv6. */
  readonly icmpv6: boolean;
  /** IP protocols without ports that it can name; null for every number. */
  readonly protocols: readonly number[] | null;
  /** Zones are matched beside addresses. */
  readonly zones: boolean;
  /** Replies pass by themselves. */
  readonly stateful: boolean;
}

/** One kind of firewall: what it can express and how it is written. Pure: same input, same bytes, in page and terminal. */
export interface Style {
  readonly id: string;
  readonly title: string;
  /** Extensions of its files, without dot. */
  readonly extensions: readonly string[];
  /** A file for each enforcement point, for each host, or one for the whole plan. */
  readonly per: 'point' | 'host' | 'plan';
  readonly capabilities: Capabilities;
  /** Whether there is something that takes away again. */
  readonly removes: boolean;
  readonly render: (input: FirewallInput) => Rendering;
}

/** What a rule's comment tells. */
export interface Reason {
  readonly id: string;
  readonly phase: Phase;
  readonly need: Need;
  readonly justification: string;
}
