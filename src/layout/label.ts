import type { Flow } from '../engine/result.ts';
import { joinRanges, type PortRange, parsePorts } from '../model/ports.ts';

/** What the pill on an edge says. */
export interface EdgeLabel {
  /** `udp 34322-34325`; empty where several products meet. */
  readonly service: string;
  /** Further port ranges and protocols that the pill only counts. */
  readonly more: number;
  /** The product of all flows; null for own requirements and where several meet. */
  readonly product: string | null;
  /** How many products meet; own requirements count as one. */
  readonly products: number;
  readonly flows: number;
  /** A port differs from the catalog's default. */
  readonly deviates: boolean;
  /** All flows are for installation or migration only. */
  readonly temporary: boolean;
}

/** Ports beyond this length go into the count. */
const ROOM = 12;

function portText(range: PortRange): string {
  return range.low === range.high ? `${range.low}` : `${range.low}-${range.high}`;
}

/** The label of flows that share one edge: the protocol with most flows first, as many ports as fit, the rest as a count. */
export function labelOf(flows: readonly Flow[]): EdgeLabel {
  const ranges = new Map<string, PortRange[]>();
  const weight = new Map<string, number>();
  for (const flow of flows) {
    const protocol = String(flow.protocol);
    const list = ranges.get(protocol) ?? [];
    list.push(...(parsePorts(flow.ports) ?? []));
    ranges.set(protocol, list);
    weight.set(protocol, (weight.get(protocol) ?? 0) + 1);
  }
  const order = [...ranges.keys()].sort((a, b) => (weight.get(b) ?? 0) - (weight.get(a) ?? 0) || (a < b ? -1 : 1));
  const first = order[0] ?? '';
  const ports = joinRanges(ranges.get(first) ?? []).map(portText);
  const named: string[] = [];
  for (const port of ports) {
    if (named.length > 0 && [...named, port].join(', ').length > ROOM) break;
    named.push(port);
  }
  const others = order.slice(1).reduce((sum, protocol) => sum + Math.max(1, joinRanges(ranges.get(protocol) ?? []).length), 0);
  const products = new Set(flows.map((flow) => flow.product));
  return {
    service: products.size > 1 ? '' : `${first}${named.length > 0 ? ` ${named.join(', ')}` : ''}`,
    more: ports.length - named.length + others,
    product: products.size === 1 ? (flows[0]?.product ?? null) : null,
    products: products.size,
    flows: flows.length,
    deviates: flows.some((flow) => flow.deviations.length > 0),
    temporary: flows.every((flow) => flow.phase !== 'operation'),
  };
}

/** How much of a label there is room for: all of it, the first port and a count, or the tile alone. */
export type LabelForm = 'full' | 'short' | 'tile';

/** What the pill says in a form: the service, and how many more ports and protocols there are. */
export function labelText(label: EdgeLabel, form: LabelForm): { readonly service: string; readonly more: number } {
  if (form === 'full' || label.products > 1) return { service: label.service, more: label.more };
  const [first = '', ...rest] = label.service.split(', ');
  return { service: first, more: label.more + rest.length };
}

/** Width of the pill in pixels, before the page measures it: tile, monospaced text, marks. */
export function labelWidth(label: EdgeLabel, severalText: string, form: LabelForm): number {
  if (form === 'tile') return label.products > 1 ? 24 : 22;
  if (label.products > 1) return Math.ceil((form === 'short' ? 3 : severalText.length) * 5.9) + 18;
  const { service, more } = labelText(label, form);
  const characters = service.length + (more > 0 ? String(more).length + 2 : 0) + (label.deviates ? 2 : 0);
  return Math.ceil(characters * 6.35) + 34 + (label.temporary ? 15 : 0);
}
