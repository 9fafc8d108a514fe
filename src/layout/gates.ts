import type { Analysis } from '../engine/result.ts';
import { boundaryName } from '../model/edits/boundaries.ts';
import type { Plan } from '../model/plan.ts';
import { nameOf } from '../model/plan.ts';
import type { Placement } from './arrange.ts';
import { Buckets } from './buckets.ts';
import { type Edge, gateId } from './bundle.ts';
import { type Family, lineage } from './family.ts';
import { drawnFor, type Fold } from './fold.ts';
import { type GateSpot, nameBox, type SpotRequest, type Surroundings, spotFor } from './gate-spot.ts';
import type { Box } from './geometry.ts';
import { grown, middle } from './geometry.ts';
import { GATE_HEIGHT, LANE } from './sizes.ts';
import { titleBoxes } from './titles.ts';

/** Where a boundary is crossed: one per boundary that carries flows or is drawn. */
export interface Gate {
  readonly id: string;
  /** Null for the inner filtering of a zone without a drawn boundary. */
  readonly boundary: string | null;
  /** The zones on the side of lower and of higher coordinates. */
  readonly low: string;
  readonly high: string;
  readonly name: string;
  readonly firewall: { readonly id: string; readonly name: string } | null;
  /** The axis along which lines pass: `x` means from left to right or back. */
  readonly axis: 'x' | 'y';
  readonly box: Box;
  /** Openings for flows that pass towards higher coordinates (right, down) and towards lower ones. */
  readonly forward: number;
  readonly backward: number;
  /** Where lines may pass: y for axis `x`, x for axis `y`, ascending. */
  readonly lanes: readonly number[];
  /** The lane each edge would take by the order of what it joins. */
  readonly wishes: ReadonlyMap<string, number>;
}

/** Everything gates depend on. */
export interface GateInput {
  readonly plan: Plan;
  readonly analysis: Pick<Analysis, 'boundaries' | 'openings' | 'zones'>;
  readonly placement: Placement;
  readonly family: Family;
  readonly fold: Fold;
  readonly edges: readonly Edge[];
  /** The box of whatever an edge ends at. */
  readonly anchor: (id: string) => Box | null;
}

/** How far gates stand off a collapsed zone, so that lines find their way to it. */
const FRAME_CLEAR = 24;

/** Lines beyond this number share lanes: a gate should not outgrow its zones. */
const MOST_LANES = 14;

/** Width of shield, arrows and numbers. */
export function gateWidth(forward: number, backward: number): number {
  const part = (count: number) => (count > 0 ? 19 + 8 * String(count).length : 0);
  const both = forward > 0 && backward > 0 ? 4 : 0;
  return 32 + part(forward) + part(backward) + both;
}

/** How many openings pass each boundary from each of its zones; the key is the JSON of boundary and zone. */
export function countOpenings(openings: Analysis['openings']): Map<string, number> {
  const counts = new Map<string, number>();
  for (const opening of openings) {
    const passed = new Set(
      opening.crossings.flatMap(({ boundary, fromZone }) => (boundary === null ? [] : [JSON.stringify([boundary, fromZone])])),
    );
    for (const key of passed) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

/** Places one gate on every boundary in use. Deterministic; later gates keep off earlier ones. */
export function gatesOf(input: GateInput): Gate[] {
  const { analysis, placement, plan, fold } = input;
  const firewalls = new Map(plan.firewalls.map((firewall) => [firewall.id, firewall]));
  const throughGate = new Map<string, Edge[]>();
  for (const edge of input.edges) {
    for (const passage of edge.passages) {
      const list = throughGate.get(passage.gate);
      if (list) list.push(edge);
      else throughGate.set(passage.gate, [edge]);
    }
  }
  const zoneOf = new Map(plan.zones.map((zone) => [zone.id, zone]));
  const surroundings: Surroundings = { zones: new Buckets(), cards: new Buckets(), titles: new Buckets(), gates: new Buckets() };
  for (const [id, box] of placement.zones) {
    surroundings.zones.add(box, { id, box });
    for (const title of titleBoxes(zoneOf.get(id) ?? { id, cidrs: [] }, box)) surroundings.titles.add(title, title);
  }
  const frames = [...placement.zones].flatMap(([id, box]) => (fold.held.has(id) ? [grown(box, FRAME_CLEAR)] : []));
  for (const card of [...placement.hosts.values(), ...(placement.externals ? [placement.externals] : []), ...frames])
    surroundings.cards.add(card, card);
  const counts = countOpenings(analysis.openings);
  const gates: Gate[] = [];
  const order = [...analysis.boundaries].sort(
    (a, b) => (throughGate.get(gateId(b.id, ''))?.length ?? 0) - (throughGate.get(gateId(a.id, ''))?.length ?? 0),
  );
  for (const boundary of order) {
    const [first, second] = boundary.between;
    const [one, other] = [drawnFor(fold, first), drawnFor(fold, second)];
    const a = placement.zones.get(one);
    const b = placement.zones.get(other);
    // What lies within a collapsed zone is not drawn.
    if (!a || !b || (one === other && fold.held.has(one))) continue;
    const id = gateId(boundary.id, '');
    const edges = throughGate.get(id) ?? [];
    const there = counts.get(JSON.stringify([boundary.id, first])) ?? 0;
    const back = first === second ? 0 : (counts.get(JSON.stringify([boundary.id, second])) ?? 0);
    const width = gateWidth(there, back);
    const lanes = Math.min(edges.length, MOST_LANES);
    const pairs = edges.map((edge) => pairAt(edge, id, first, input));
    const offsets = { x: offsetsOf('x', edges, pairs), y: offsetsOf('y', edges, pairs) };
    const answering =
      edges.filter((edge) => edge.passages.some((p) => p.gate === id && p.toZone === first)).length * 2 > edges.length ? first : second;
    const request: SpotRequest = {
      first: { id: first, box: a },
      second: { id: second, box: b },
      relation: relationOf(input.family, one, other),
      answering,
      acrossX: { width, height: Math.max(GATE_HEIGHT, LANE * (lanes - 1) + 20) },
      acrossY: { width: Math.max(width, LANE * (lanes - 1) + 28), height: GATE_HEIGHT },
      pairs: sampled(
        pairs.map((pair, index) => ({
          ...pair,
          offset: { x: offsets.x.get(edges[index]?.id ?? '') ?? 0, y: offsets.y.get(edges[index]?.id ?? '') ?? 0 },
        })),
      ),
      name: boundary.firewall === null ? 0 : nameOf(firewalls.get(boundary.firewall) ?? { id: boundary.firewall }).length * 6.6,
      surroundings,
      own: new Set([first, second, ...lineage(input.family, one), ...lineage(input.family, other)]),
    };
    const spot = spotFor(request);
    surroundings.gates.add(spot.box, spot.box);
    const name = nameBox(spot, request.name);
    if (name) surroundings.titles.add(name, name);
    const lowFirst = spot.low === first;
    const drawn = plan.boundaries.find((one) => one.id === boundary.id);
    gates.push({
      id,
      boundary: boundary.id,
      low: spot.low,
      high: lowFirst ? second : first,
      name: drawn ? boundaryName(plan, drawn) : boundary.name,
      firewall:
        boundary.firewall === null
          ? null
          : { id: boundary.firewall, name: nameOf(firewalls.get(boundary.firewall) ?? { id: boundary.firewall }) },
      axis: spot.axis,
      box: spot.box,
      forward: lowFirst ? there : back,
      backward: lowFirst ? back : there,
      ...lanesOf(spot, offsets),
    });
  }
  return gates;
}

/** The boxes before and after a gate on the way of an edge, on the side of the first and of the second zone. */
function pairAt(edge: Edge, gate: string, first: string, input: GateInput): { first: Box; second: Box; answers: 'first' | 'second' } {
  const passage = edge.passages.find((one) => one.gate === gate);
  const from = input.anchor(edge.from) ?? { x: 0, y: 0, width: 0, height: 0 };
  const to = input.anchor(edge.to) ?? from;
  return passage?.fromZone === first ? { first: from, second: to, answers: 'second' } : { first: to, second: from, answers: 'first' };
}

function relationOf(family: Family, first: string, second: string): SpotRequest['relation'] {
  if (first === second) return 'inner';
  if (family.parentOf.has(second) && lineage(family, second).includes(first)) return 'first-holds-second';
  if (family.parentOf.has(first) && lineage(family, first).includes(second)) return 'second-holds-first';
  return 'beside';
}

/** At most so many edges decide where a gate stands: beyond, a sample says the same. */
const SAMPLE = 10;

function sampled<T>(list: readonly T[]): readonly T[] {
  if (list.length <= SAMPLE) return list;
  return Array.from({ length: SAMPLE }, (_, index) => list[Math.floor((index * list.length) / SAMPLE)] as T);
}

/** How far each edge's lane lies from the middle of the gate, in the order of what it joins; `across` is the axis the lanes lie along. */
function offsetsOf(across: 'x' | 'y', edges: readonly Edge[], pairs: readonly { first: Box; second: Box }[]): Map<string, number> {
  const keyed = edges.map((edge, index) => {
    const pair = pairs[index];
    return { id: edge.id, key: pair ? middle(pair.first)[across] + middle(pair.second)[across] : 0 };
  });
  keyed.sort((a, b) => a.key - b.key || (a.id < b.id ? -1 : 1));
  const count = Math.min(keyed.length, MOST_LANES);
  return new Map(
    keyed.map(({ id }, index) => {
      const lane = keyed.length <= MOST_LANES ? index : Math.floor((index * MOST_LANES) / keyed.length);
      return [id, (lane - (count - 1) / 2) * LANE];
    }),
  );
}

function lanesOf(
  spot: GateSpot,
  offsets: { readonly x: ReadonlyMap<string, number>; readonly y: ReadonlyMap<string, number> },
): Pick<Gate, 'lanes' | 'wishes'> {
  const across = spot.axis === 'x' ? 'y' : 'x';
  const centre = middle(spot.box)[across];
  const wishes = new Map([...offsets[across]].map(([id, offset]) => [id, centre + offset]));
  return { lanes: [...new Set(wishes.values())].sort((a, b) => a - b), wishes };
}
