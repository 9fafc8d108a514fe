import type { Advice, Citation, Standing } from '../model/catalog.ts';
import type { Need, Phase, Protocol } from '../model/plan.ts';
import type { Wording } from './wording.ts';

/** How a flow meets the zones: see model.md. */
export type Scope = 'crossing' | 'same-zone' | 'local' | 'unrouted' | 'tunnelled';

/** The end of a flow that is a machine or group: a component of a host, or (own requirement) a host, zone or network without one. */
export interface PlacedEnd {
  readonly host: string | null;
  readonly component: string | null;
  /** Only for a requirement between networks. */
  readonly cidr?: string;
  /** The effective zone. */
  readonly zone: string;
}

/** The end of a flow that is a name on the Internet. `external` is null for an FQDN of an own requirement. */
export interface NamedEnd {
  readonly external: string | null;
  readonly fqdns: readonly string[];
  readonly zone: string;
}

export type FlowEnd = PlacedEnd | NamedEnd;

/** True where the end is an external service or FQDN. */
export function isNamed(end: FlowEnd): end is NamedEnd {
  return 'fqdns' in end;
}

/** One flow passing one boundary, in one direction. */
export interface Crossing {
  /** Null for the inner filtering of a zone that has no drawn inner boundary. */
  readonly boundary: string | null;
  readonly firewall: string | null;
  readonly fromZone: string;
  readonly toZone: string;
}

/** A port that differs from the catalog's default. */
export interface Deviation {
  readonly component: string;
  readonly setting: string;
  readonly default: string;
}

/** One rule applied to one pair of ends: what has to work. */
export interface Flow {
  readonly id: string;
  readonly rule: string;
  readonly from: PlacedEnd;
  readonly to: FlowEnd;
  readonly protocol: Protocol;
  /** Canonical port text, `""` where the protocol has none. */
  readonly ports: string;
  readonly icmpType: number | null;
  readonly need: Need;
  readonly phase: Phase;
  readonly standing: Standing | null;
  readonly purpose: string;
  readonly product: string | null;
  readonly sources: readonly Citation[];
  readonly advice: readonly Advice[];
  readonly deviations: readonly Deviation[];
  readonly crossings: readonly Crossing[];
  readonly scope: Scope;
  readonly waived: { readonly reason: string } | null;
  /** The carrier's flow id of a tunnelled flow. */
  readonly via: string | null;
  /** What runs at either end, where the source names it. */
  readonly process: { readonly from: string | null; readonly to: string | null };
}

/** Who enforces: a firewall, a boundary without one, or a zone's inner filtering without either. */
export interface Point {
  readonly kind: 'firewall' | 'boundary' | 'zone';
  readonly id: string;
  readonly name: string;
}

/** A thing a finding or a remark is about. Kinds: zone, host, component, boundary, firewall, link, waiver, requirement, rule, type, dispute, setting, external, catalog, path, point. */
export interface Subject {
  readonly kind: string;
  readonly id: string;
}

/** One side of an opening. `addresses` is empty where none is known yet; any Internet address is `["0.0.0.0/0","::/0"]`. */
export type OpeningEnd =
  | { readonly host: string; readonly addresses: readonly string[] }
  | { readonly zone: string; readonly addresses: readonly string[] }
  | { readonly cidr: string; readonly addresses: readonly string[] }
  | { readonly external: string | null; readonly fqdns: readonly string[] };

export interface OpeningService {
  readonly protocol: Protocol;
  readonly ports: string;
  readonly icmpType: number | null;
}

/** A permit that one enforcement point needs. */
export interface Opening {
  readonly id: string;
  readonly point: Point;
  readonly fromZone: string;
  readonly toZone: string;
  readonly sources: readonly OpeningEnd[];
  readonly destinations: readonly OpeningEnd[];
  readonly services: readonly OpeningService[];
  readonly need: Need;
  readonly phase: Phase;
  readonly products: readonly string[];
  readonly justification: string;
  readonly orderable: boolean;
  /** The ends without address, where not orderable. */
  readonly missing: readonly Subject[];
  readonly advice: readonly Advice[];
  readonly deviations: readonly Deviation[];
  readonly flows: readonly string[];
  /** Every boundary its flows pass at this point, each with the direction of passing. */
  readonly crossings: readonly { readonly boundary: string | null; readonly fromZone: string; readonly toZone: string }[];
}

export type Severity = 'error' | 'warning' | 'info';

/** Something a person should look at: what, why, what next. */
export interface Finding {
  readonly code: string;
  readonly severity: Severity;
  readonly what: string;
  readonly why: string;
  readonly next: string;
  readonly subjects: readonly Subject[];
  /** For a page in another language. No document has it. */
  readonly wording?: Wording;
}

/** One line of a host's own firewall. `peer` is a host id, external id, FQDN, zone id or network. */
export interface HostRule {
  readonly flow: string;
  readonly peer: string;
  readonly protocol: Protocol;
  readonly ports: string;
  readonly icmpType: number | null;
  readonly process: string | null;
}

export interface HostRules {
  readonly host: string;
  readonly inbound: readonly HostRule[];
  readonly outbound: readonly HostRule[];
}

/** An optional rule that would speak if one setting were switched on. No finding. */
export interface Offer {
  readonly rule: string;
  readonly component: string;
  readonly setting: string;
  readonly value: string | number | boolean;
  readonly purpose: string;
}

/** A zone as the engine sees it: frames are gone, the implicit Internet is there. */
export interface EffectiveZone {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  /** Nearest filtering ancestor, null at the top level. */
  readonly parent: string | null;
  /** The stand-in for an Internet zone the plan does not draw. */
  readonly implicit: boolean;
}

/** A boundary that flows pass or that the plan draws. */
export interface BoundaryInUse {
  readonly id: string;
  readonly name: string;
  /** Effective zones, in code-unit order of their ids. Equal for inner filtering. */
  readonly between: readonly [string, string];
  readonly firewall: string | null;
  readonly drawn: boolean;
}

/** The value of a setting as it came out: written in the plan, or from its default. Null where there is none or it is unknown. */
export interface EffectiveSetting {
  readonly component: string;
  readonly setting: string;
  readonly value: string | number | boolean | null;
  readonly default: string | number | boolean | null;
  readonly changed: boolean;
}

/** Everything that follows from a plan and the catalogs. Never stored; same input, same bytes. */
export interface Analysis {
  readonly flows: readonly Flow[];
  readonly openings: readonly Opening[];
  readonly hosts: readonly HostRules[];
  readonly findings: readonly Finding[];
  /** Findings the plan accepts, with the reason. */
  readonly accepted: readonly (Finding & { readonly reason: string })[];
  readonly offers: readonly Offer[];
  readonly zones: readonly EffectiveZone[];
  readonly boundaries: readonly BoundaryInUse[];
  readonly settings: readonly EffectiveSetting[];
  /** Implied adjacencies between top-level zones that drawing the first boundary would replace. 0 once one is drawn. */
  readonly impliedAdjacencies: number;
}
