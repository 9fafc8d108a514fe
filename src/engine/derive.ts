import type { Citation, PortsSpec, ProcessSpec, Scalar, ServiceSpec } from '../model/catalog.ts';
import type { Need, Phase, Protocol } from '../model/plan.ts';
import { formatPorts, MAX_PORT, parsePorts } from '../model/ports.ts';
import type { Bound, BoundComponent } from './bind.ts';
import { isLocal, type Judge, type Ends as Pair, type Unknown } from './condition.ts';
import type { End, Ends } from './ends.ts';
import { type Canonical, identify } from './identity.ts';
import type { Knowledge, RuleKnowledge } from './knowledge.ts';
import { sourcesOf } from './knowledge.ts';
import type { Pairing } from './pairing.ts';
import type { Deviation, Offer } from './result.ts';
import { RANDOM_PORT, type SettingReader } from './settings.ts';

/** A flow before it is known which way it takes: one service of one rule (or an own requirement) for one pair of ends. */
export interface Draft {
  readonly id: string;
  readonly rule: string;
  readonly knowledge: RuleKnowledge | null;
  readonly from: End;
  readonly to: End;
  readonly fromComponent: BoundComponent | null;
  readonly toComponent: BoundComponent | null;
  readonly protocol: Protocol;
  readonly ports: string;
  readonly icmpType: number | null;
  readonly need: Need;
  readonly phase: Phase;
  readonly purpose: string;
  readonly sources: readonly Citation[];
  readonly deviations: readonly Deviation[];
  readonly process: { readonly from: string | null; readonly to: string | null };
  /** Never leaves one single machine. */
  readonly local: boolean;
  /** Never leaves its zone, not even through inner filtering. */
  readonly broadcast: boolean;
}

/** A setting without which nobody can say whether a rule speaks. */
export interface OpenQuestion {
  readonly component: BoundComponent;
  readonly setting: string;
  readonly rule: RuleKnowledge;
}

/** What the rules of the catalogs give for a plan. */
export interface Derivation {
  readonly drafts: Draft[];
  readonly questions: OpenQuestion[];
  readonly offers: Offer[];
  /** Choice settings left at their "not decided yet" value that a flow used. */
  readonly undecided: { readonly component: BoundComponent; readonly setting: string }[];
  /** For every owner of a link, and for no other: the components it talks to by a rule that was not refused. A link is used where one of them needed it. */
  readonly talking: ReadonlyMap<BoundComponent, Set<BoundComponent>>;
  /** More flows than the engine is made for: the rest is missing. */
  tooLarge: boolean;
}

const NO_DEVIATION: readonly Deviation[] = [];

/** Past this many flows the engine stops with `plan-too-large`. */
export const MAX_FLOWS = 1_000_000;

/** What a rule needs to be applied. */
export interface Bench {
  readonly knowledge: Knowledge;
  readonly bound: Bound;
  readonly settings: SettingReader;
  readonly ends: Ends;
  readonly pairing: Pairing;
  readonly judge: (condition: RuleKnowledge['when']) => Judge;
}

/** A derivation from which nothing follows yet. */
export function noDerivation({ links }: Bound): Derivation {
  const talking = new Map(links.map(({ from }) => [from, new Set<BoundComponent>()]));
  return { drafts: [], questions: [], offers: [], undecided: [], talking, tooLarge: false };
}

/** Applies one rule to every pair it concerns and adds what follows to `into`. */
export function applyRule(rule: RuleKnowledge, bench: Bench, into: Derivation): void {
  const when = bench.judge(rule.when);
  const option = rule.declaration.option;
  const switchedOn: Judge = option ? bench.judge({ setting: option.setting, of: option.of, is: option.is }) : () => true;
  const offered = new Set<BoundComponent>();
  const services = rule.declaration.services.map((service) => ({ service, fixed: fixedPorts(service.ports) }));

  const consider = (pair: Pair & { from: BoundComponent }, external: End | null): void => {
    if (into.tooLarge) return;
    const unknowns: Unknown[] = [];
    const holds = when(pair, unknowns);
    if (holds === false) return;
    const on = switchedOn(pair, unknowns);
    if (on === false) {
      const owner = option && pair[option.of];
      const value = option?.is[0];
      if (holds && owner && value !== undefined && !offered.has(owner) && !isWritten(bench, owner, option.setting)) {
        offered.add(owner);
        into.offers.push({ rule: rule.id, component: owner.id, setting: option.setting, value, purpose: rule.declaration.purpose });
      }
      return;
    }
    noteTalk(into, pair);
    if (holds === null || on === null) {
      for (const unknown of unknowns) into.questions.push({ ...unknown, rule });
      return;
    }
    // One port that is not known leaves the whole rule unknown: part of what it needs would look like all of it.
    const known = services.map(({ service, fixed }) => fixed ?? portsOf(rule, service.ports, pair, bench, into));
    if (known.includes(null)) return;
    for (const [index, { service }] of services.entries()) {
      const ports = known[index];
      if (ports) addService(rule, index, service, ports, pair, external, bench, into);
    }
  };

  if (rule.declaration.external) {
    const targets = rule.to.map((id) => bench.knowledge.externals.get(id)).filter((target) => target !== undefined);
    for (const from of bench.pairing.side(rule.from))
      for (const target of targets) consider({ from, to: null }, bench.ends.ofExternal(target));
    return;
  }
  bench.pairing.pairs(
    rule,
    (from) => when({ from, to: null }, []) !== false,
    (from, to) => consider({ from, to }, null),
  );
}

/** A choice the architect already made is not offered to be unmade. */
function isWritten(bench: Bench, component: BoundComponent, setting: string): boolean {
  const state = bench.settings.read(component, setting);
  return state.kind === 'value' && state.written && state.value !== false;
}

function noteTalk(into: Derivation, { from, to }: Pair): void {
  if (!from || !to) return;
  into.talking.get(from)?.add(to);
  into.talking.get(to)?.add(from);
}

function addService(
  rule: RuleKnowledge,
  index: number,
  service: ServiceSpec,
  ports: KnownPorts,
  pair: Pair & { from: BoundComponent },
  external: End | null,
  bench: Bench,
  into: Derivation,
): void {
  const to = external ?? (pair.to && bench.ends.ofHost(pair.to.host));
  if (!to) return;
  if (into.drafts.length >= MAX_FLOWS) {
    into.tooLarge = true;
    return;
  }
  const fromIdentity: Canonical = ['component', pair.from.id];
  const toIdentity: Canonical = pair.to ? ['component', pair.to.id] : to.identity;
  into.drafts.push({
    id: identify(['flow', rule.id, fromIdentity, toIdentity, index, service.protocol]),
    rule: rule.id,
    knowledge: rule,
    from: bench.ends.ofHost(pair.from.host),
    to,
    fromComponent: pair.from,
    toComponent: pair.to,
    protocol: service.protocol,
    ports: ports.text,
    icmpType: service.icmpType ?? null,
    need: rule.declaration.need,
    phase: rule.declaration.phase,
    purpose: service.purpose ?? rule.declaration.purpose,
    sources: sourcesOf(rule.declaration, index),
    deviations: ports.deviation ? [ports.deviation] : NO_DEVIATION,
    process: {
      from: processOf(service.process.from, 'from', pair, bench.settings),
      to: processOf(service.process.to, 'to', pair, bench.settings),
    },
    local: pair.to !== null && isLocal(pair.from, pair.to),
    broadcast: rule.declaration.delivery === 'broadcast',
  });
}

interface KnownPorts {
  readonly text: string;
  readonly deviation?: Deviation;
}

/** The ports of a service that are the same for every pair, or null where settings decide. */
function fixedPorts(spec: PortsSpec | undefined): KnownPorts | null {
  if (spec === undefined) return { text: '' };
  return typeof spec === 'string' ? { text: formatPorts(parsePorts(spec) ?? []) } : null;
}

/** The ports of a service for a pair, or null with a question where the setting has no known value. */
function portsOf(
  rule: RuleKnowledge,
  spec: PortsSpec | undefined,
  pair: Pair & { from: BoundComponent },
  bench: Bench,
  into: Derivation,
): KnownPorts | null {
  if (spec === undefined || typeof spec === 'string') return fixedPorts(spec);
  const component = spec.of === 'from' ? pair.from : (pair.to ?? pair.from);
  const name = 'setting' in spec ? spec.setting : spec.by;
  const state = bench.settings.read(component, name);
  const ask = () => {
    into.questions.push({ component, setting: name, rule });
    return null;
  };
  if (state.kind !== 'value') return ask();
  if ('by' in spec) {
    const chosen = Object.hasOwn(spec.values, String(state.value)) ? spec.values[String(state.value)] : undefined;
    if (chosen === undefined) return ask();
    const declaration = component.type.settings.get(name);
    if (declaration?.kind === 'choice' && declaration.undecided === state.value) into.undecided.push({ component, setting: name });
    return { text: formatPorts(parsePorts(chosen) ?? []) };
  }
  const text = portText(state.value);
  const standard = bench.settings.default(component, name);
  if (!state.written || standard.kind !== 'value' || portText(standard.value) === text) return { text };
  return { text, deviation: { component: component.id, setting: name, default: String(standard.value) } };
}

function portText(value: Scalar): string {
  return value === RANDOM_PORT ? `1-${MAX_PORT}` : formatPorts(parsePorts(String(value)) ?? []);
}

function processOf(spec: ProcessSpec | undefined, side: 'from' | 'to', pair: Pair, settings: SettingReader): string | null {
  if (spec === undefined) return null;
  if (typeof spec === 'string') return spec;
  const component = pair[spec.of ?? side];
  const state = component && settings.read(component, spec.by);
  if (state?.kind !== 'value') return null;
  return Object.hasOwn(spec.values, String(state.value)) ? (spec.values[String(state.value)] ?? null) : null;
}
