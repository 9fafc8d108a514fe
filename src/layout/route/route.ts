import { around, type Box, grown } from '../geometry.ts';
import { type Heading, PortRegister, portsOf, STUB, type Stub } from './ports.ts';
import { findWay } from './search.ts';
import { GATE_DISTANCE, type Space, viewOf } from './space.ts';
import { type Corner, Tracks } from './tracks.ts';

/** A gate on the way of a line: its box, the axis lines pass along, the direction, and the lanes. */
export interface GateOnWay {
  readonly id: string;
  readonly box: Box;
  readonly axis: 'x' | 'y';
  /** True where the line passes towards higher coordinates. */
  readonly forward: boolean;
  readonly lanes: readonly number[];
  /** The lane it takes where nothing speaks for another. */
  readonly lane: number;
}

/** A line to be drawn. */
export interface RouteRequest {
  readonly id: string;
  readonly from: { readonly id: string; readonly box: Box };
  readonly to: { readonly id: string; readonly box: Box };
  readonly gates: readonly GateOnWay[];
  /** Zones the line may pass at no extra cost, for each leg: up to the first gate, to the next, and so on. */
  readonly zones: readonly ReadonlySet<string>[];
  /** The zone each leg is in. */
  readonly homes: readonly (Box | null)[];
  /** The zone the initiator stands in: a line from a card to itself stays within it where it can. */
  readonly frame: Box | null;
}

/** The corners of a line from the border of its initiator to the border of its responder. */
export type Route = readonly Corner[];

/** Room that a loop and its label need beside a card. */
const LOOP_ROOM = 120;
/** What it costs to leave the lane of the right order, per pixel. */
const OTHER_LANE = 0.4;

/**
 * Draws lines one after another, short ones first: around cards, gates and titles, under their own gates, in lanes of their own.
 * `kept` lines stay as they are and only take room. Deterministic in the requests, whatever their order.
 */
export function routeAll(
  requests: readonly RouteRequest[],
  space: Space,
  kept: Iterable<readonly [RouteRequest, Route]> = [],
): Map<string, Route> {
  return new Map(linesFor(requests, space, kept));
}

/** As `routeAll`, line by line, for whoever wants to pause in between. */
export function* linesFor(
  requests: readonly RouteRequest[],
  space: Space,
  kept: Iterable<readonly [RouteRequest, Route]>,
): Generator<readonly [string, Route], void> {
  const tracks = new Tracks();
  const register = new PortRegister();
  for (const [request, route] of kept) occupy(request, route, tracks, register);
  const order = [...requests].sort((a, b) => reach(a) - reach(b) || (a.id < b.id ? -1 : 1));
  for (const request of order) {
    const route = drawRoute(request, space, tracks, register);
    occupy(request, route, tracks, register);
    yield [request.id, route];
  }
}

function reach(request: RouteRequest): number {
  const { from, to } = request;
  return Math.abs(from.box.x - to.box.x) + Math.abs(from.box.y - to.box.y) + request.gates.length * 100;
}

function occupy(request: RouteRequest, route: Route, tracks: Tracks, register: PortRegister): void {
  tracks.add(route);
  for (const gate of request.gates) {
    const lane = laneTaken(gate, route);
    if (lane !== null) register.take(gate.id, lane);
  }
  const first = route[0];
  const last = route.at(-1);
  if (first) register.take(...placeOn(request.from, first));
  if (last) register.take(...placeOn(request.to, last));
}

/** Where a line passes under a gate. */
function laneTaken(gate: GateOnWay, route: Route): number | null {
  const { axis, box } = gate;
  const across = axis === 'x' ? 'y' : 'x';
  const centre = axis === 'x' ? box.x + box.width / 2 : box.y + box.height / 2;
  for (let index = 1; index < route.length; index += 1) {
    const a = route[index - 1] as Corner;
    const b = route[index] as Corner;
    if (a[across] !== b[across]) continue;
    if (Math.min(a[axis], b[axis]) <= centre && Math.max(a[axis], b[axis]) >= centre && gate.lanes.includes(a[across])) return a[across];
  }
  return null;
}

function placeOn(end: { readonly id: string; readonly box: Box }, at: Corner): [string, number] {
  const { box, id } = end;
  if (at.x >= box.x + box.width) return [`${id} 0`, at.y];
  if (at.y >= box.y + box.height) return [`${id} 1`, at.x];
  if (at.x <= box.x) return [`${id} 2`, at.y];
  return [`${id} 3`, at.x];
}

function drawRoute(request: RouteRequest, space: Space, tracks: Tracks, register: PortRegister): Route {
  if (request.from.id === request.to.id) return loop(request.from, request.frame, register);
  const { from, to, gates } = request;
  const corners: Corner[] = [];
  let starts: readonly Stub[] = portsOf(from.id, from.box, gates[0] ? doorBox(gates[0], gates[0].lane) : to.box, true, register);
  let passed = 0;
  for (let index = 0; index <= gates.length; index += 1) {
    const gate = gates[index];
    const before = gates[index - 1];
    const goals = gate
      ? freeLanes(gate, register).map((lane) => entry(gate, lane))
      : portsOf(to.id, to.box, before ? doorBox(before, passed) : from.box, false, register);
    const leg = drawLeg(
      starts,
      goals,
      request,
      { zones: request.zones[index] ?? new Set(), home: request.homes[index] ?? null },
      space,
      tracks,
    );
    corners.push(...leg);
    const last = leg.at(-1);
    if (gate && last) {
      passed = gate.axis === 'x' ? last.y : last.x;
      starts = [exit(gate, passed)];
    }
  }
  return simplified(corners);
}

function drawLeg(
  starts: readonly Stub[],
  goals: readonly Stub[],
  request: RouteRequest,
  leg: { readonly zones: ReadonlySet<string>; readonly home: Box | null },
  space: Space,
  tracks: Tracks,
): Corner[] {
  const ends = around([...starts, ...goals].map((stub) => ({ ...stub.at, width: 0, height: 0 }))) ?? request.from.box;
  for (const margin of [72, 700]) {
    const bounds = grown(ends, margin);
    const way = findWay(starts, goals, viewOf(space, bounds, leg.zones, leg.home), tracks.within(bounds));
    if (way) return [way.start.port, ...way.corners, way.goal.port];
  }
  // Walled in on all sides: a plain line says more than none.
  const start = starts[0];
  const goal = goals[0];
  return start && goal ? [start.port, start.at, { x: goal.at.x, y: start.at.y }, goal.at, goal.port] : [];
}

/** The lanes nobody took yet; where all are taken, the one wished for. */
function freeLanes(gate: GateOnWay, register: PortRegister): number[] {
  const free = gate.lanes.filter((lane) => register.cost(gate.id, lane) === 0);
  return free.length > 0 ? free : [gate.lane];
}

/** The place under a gate, as something ports can aim at. */
function doorBox(gate: GateOnWay, lane: number): Box {
  return gate.axis === 'x'
    ? { x: gate.box.x, y: lane, width: gate.box.width, height: 0 }
    : { x: lane, y: gate.box.y, width: 0, height: gate.box.height };
}

function doors(gate: GateOnWay, lane: number): { low: Stub; high: Stub } {
  const heading = ((gate.axis === 'x' ? 0 : 1) + (gate.forward ? 0 : 2)) as Heading;
  const { box, axis } = gate;
  const cost = Math.abs(lane - gate.lane) * OTHER_LANE;
  const stub = (along: number, off: number): Stub => {
    const point = (value: number): Corner => (axis === 'x' ? { x: value, y: lane } : { x: lane, y: value });
    return { port: point(along), at: point(off), heading, cost, side: null };
  };
  const low = axis === 'x' ? box.x : box.y;
  const high = axis === 'x' ? box.x + box.width : box.y + box.height;
  return { low: stub(low, low - GATE_DISTANCE), high: stub(high, high + GATE_DISTANCE) };
}

function entry(gate: GateOnWay, lane: number): Stub {
  const { low, high } = doors(gate, lane);
  return gate.forward ? low : high;
}

function exit(gate: GateOnWay, lane: number): Stub {
  const { low, high } = doors(gate, lane);
  return gate.forward ? high : low;
}

/** From a card to itself: a small loop on the side where its zone has room for the label. */
function loop(end: { readonly id: string; readonly box: Box }, frame: Box | null, register: PortRegister): Route {
  const { box, id } = end;
  const right = box.x + box.width;
  const bottom = box.y + box.height;
  const roomRight = frame ? frame.x + frame.width - right : Number.POSITIVE_INFINITY;
  const roomBelow = frame ? frame.y + frame.height - bottom : 0;
  const sideways = roomRight >= LOOP_ROOM || roomBelow < STUB + 22;
  const side = sideways ? `${id} 0` : `${id} 1`;
  const middle = sideways ? Math.round(box.y + box.height / 2) + 6 : Math.round(box.x + box.width / 2);
  const free =
    [0, 12, -12, 24, -24].find((offset) => register.cost(side, middle + offset - 8) + register.cost(side, middle + offset + 8) === 0) ?? 0;
  const low = middle + free - 8;
  const high = middle + free + 8;
  if (!sideways) {
    const out = bottom + STUB + 4;
    return [
      { x: low, y: bottom },
      { x: low, y: out },
      { x: high, y: out },
      { x: high, y: bottom },
    ];
  }
  const out = right + STUB + 4;
  return [
    { x: right, y: low },
    { x: out, y: low },
    { x: out, y: high },
    { x: right, y: high },
  ];
}

/** A line in three pieces between each two of its gates, whatever stands in between. */
export function plainRoute(request: RouteRequest): Route {
  const { from, to, gates } = request;
  const first = gates[0];
  const forwards = first ? entry(first, first.lane).at.x >= from.box.x + from.box.width / 2 : to.box.x >= from.box.x;
  const last = gates.at(-1);
  const arriving = last ? exit(last, last.lane).at.x <= to.box.x + to.box.width / 2 : forwards;
  const start = { x: forwards ? from.box.x + from.box.width : from.box.x, y: from.box.y + from.box.height / 2 };
  const goal = { x: arriving ? to.box.x : to.box.x + to.box.width, y: to.box.y + to.box.height / 2 };
  const stops = [start, ...gates.flatMap((gate) => [entry(gate, gate.lane).at, exit(gate, gate.lane).at]), goal];
  const corners: Corner[] = [start];
  for (let index = 1; index < stops.length; index += 1) {
    const a = stops[index - 1] as Corner;
    const b = stops[index] as Corner;
    const x = Math.round((a.x + b.x) / 2);
    corners.push({ x, y: a.y }, { x, y: b.y }, b);
  }
  return simplified(corners);
}

/** The same line without repeated corners and without corners on a straight piece. */
export function simplified(corners: readonly Corner[]): Route {
  const result: Corner[] = [];
  for (const corner of corners) {
    const last = result.at(-1);
    if (last && last.x === corner.x && last.y === corner.y) continue;
    const before = result.at(-2);
    const straight = before && last && ((before.x === last.x && last.x === corner.x) || (before.y === last.y && last.y === corner.y));
    if (straight) result.pop();
    result.push(corner);
  }
  return result;
}
