import { type AddressRange, contains, overlaps, parseAddressRange } from '../model/address.ts';
import { isDomainName, type Plan, type Protocol } from '../model/plan.ts';
import { joinRanges, type PortRange, parsePorts, subtractRanges } from '../model/ports.ts';
import { type Analysis, type Flow, type FlowEnd, isNamed, type Opening } from './result.ts';

/** Is this required? One pair of ends and one service. */
export interface Question {
  /** Host, component or external id, domain name or address. */
  readonly from: string;
  readonly to: string;
  readonly protocol: Protocol;
  /** For tcp and udp: all of them have to be required. */
  readonly ports: readonly PortRange[];
  /** For icmp; null asks for any type. */
  readonly icmpType: number | null;
}

/** By whose rules it is required and through which openings. */
export interface Answer {
  readonly required: boolean;
  readonly flows: readonly Flow[];
  readonly openings: readonly Opening[];
}

/**
 * Answers from the flows of an analysis. Waived and tunnelled flows count as no; local and same-zone flows as yes, without openings.
 * Null where an end is neither known by id nor an address or name: that is no "no". `externals` are the ids that catalogs know.
 */
export function ask(
  plan: Plan,
  analysis: Analysis,
  externals: ReadonlySet<string>,
  question: Question,
): Answer | { readonly unknown: string } {
  const atlas = makeAtlas(plan, analysis);
  const from = readEnd(question.from, atlas, externals);
  const to = readEnd(question.to, atlas, externals);
  if (!from) return { unknown: question.from };
  if (!to) return { unknown: question.to };
  const matching = analysis.flows.filter(
    (flow) =>
      flow.waived === null &&
      flow.scope !== 'tunnelled' &&
      flow.protocol === question.protocol &&
      speaksService(flow, question) &&
      meets(flow.from, from, atlas) &&
      meets(flow.to, to, atlas),
  );
  const rest = subtractRanges(question.ports, joinRanges(matching.flatMap((flow) => parsePorts(flow.ports) ?? [])));
  const required = matching.length > 0 && rest.length === 0;
  const flows = required ? matching : [];
  const ids = new Set(flows.map((flow) => flow.id));
  return { required, flows, openings: analysis.openings.filter((opening) => opening.flows.some((id) => ids.has(id))) };
}

function speaksService(flow: Flow, { protocol, ports, icmpType }: Question): boolean {
  if (protocol === 'icmp') return flow.icmpType === null || flow.icmpType === icmpType;
  if (protocol !== 'tcp' && protocol !== 'udp') return true;
  const own = parsePorts(flow.ports) ?? [];
  return own.some((range) => ports.some((asked) => range.low <= asked.high && asked.low <= range.high));
}

type AskedEnd =
  | { readonly kind: 'host' | 'component' | 'external' | 'fqdn'; readonly id: string }
  | { readonly kind: 'address'; readonly range: AddressRange; readonly known: boolean };

/** What the plan says of addresses, looked up by id. */
interface Atlas {
  readonly hosts: ReadonlyMap<string, readonly AddressRange[]>;
  readonly hostOf: ReadonlyMap<string, string>;
  readonly zones: ReadonlyMap<string, readonly AddressRange[]>;
  readonly internetZones: ReadonlySet<string>;
}

function makeAtlas(plan: Plan, analysis: Analysis): Atlas {
  return {
    hosts: new Map(plan.hosts.map((host) => [host.id, ranges(host.addresses)])),
    hostOf: new Map(plan.hosts.flatMap((host) => host.components.map((component) => [component.id, host.id] as const))),
    zones: new Map(plan.zones.map((zone) => [zone.id, ranges(zone.cidrs)])),
    internetZones: new Set(analysis.zones.filter((zone) => zone.kind === 'internet').map((zone) => zone.id)),
  };
}

function ranges(texts: readonly string[]): AddressRange[] {
  return texts.flatMap((text) => parseAddressRange(text) ?? []);
}

function readEnd(text: string, atlas: Atlas, externals: ReadonlySet<string>): AskedEnd | null {
  if (atlas.hosts.has(text)) return { kind: 'host', id: text };
  if (atlas.hostOf.has(text)) return { kind: 'component', id: text };
  if (externals.has(text)) return { kind: 'external', id: text };
  const range = parseAddressRange(text);
  if (range) {
    const inside = [...atlas.zones].filter(([zone]) => !atlas.internetZones.has(zone)).flatMap(([, own]) => own);
    const known = [...inside, ...[...atlas.hosts.values()].flat()].some((own) => overlaps(own, range));
    return { kind: 'address', range, known };
  }
  return isDomainName(text) ? { kind: 'fqdn', id: text.toLowerCase() } : null;
}

function meets(end: FlowEnd, asked: AskedEnd, atlas: Atlas): boolean {
  if (isNamed(end)) {
    if (asked.kind === 'external') return end.external === asked.id;
    return asked.kind === 'fqdn' && end.fqdns.some((fqdn) => names(fqdn.toLowerCase(), asked.id));
  }
  switch (asked.kind) {
    case 'host':
      return end.host === asked.id;
    case 'component':
      return end.component === asked.id || (end.component === null && end.host !== null && end.host === atlas.hostOf.get(asked.id));
    case 'address': {
      if (end.host !== null) {
        const own = atlas.hosts.get(end.host) ?? [];
        // A host on the Internet without addresses stands for every address that nothing else in the plan has.
        return own.length === 0 ? atlas.internetZones.has(end.zone) && !asked.known : own.some((range) => contains(range, asked.range));
      }
      const network = end.cidr === undefined ? (atlas.zones.get(end.zone) ?? []) : ranges([end.cidr]);
      return (
        network.some((range) => contains(range, asked.range)) || (end.cidr === undefined && !atlas.zones.has(end.zone) && !asked.known)
      );
    }
    default:
      return false;
  }
}

/** `*.example.org` names everything below example.org. */
function names(pattern: string, name: string): boolean {
  return pattern === name || (pattern.startsWith('*.') && !name.startsWith('*') && name.endsWith(pattern.slice(1)));
}
