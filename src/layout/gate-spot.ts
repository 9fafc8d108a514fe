import type { Buckets } from './buckets.ts';
import { type Box, clamp, contains, grown, middle, moved, overlaps, type Span, shared, spanOf } from './geometry.ts';

/** What decides where a gate stands. */
export interface SpotRequest {
  readonly first: { readonly id: string; readonly box: Box };
  readonly second: { readonly id: string; readonly box: Box };
  readonly relation: 'beside' | 'first-holds-second' | 'second-holds-first' | 'inner';
  /** The zone most flows go to: a gate that finds no gap stands on its border. */
  readonly answering: string;
  /** Size of the gate where lines pass along x, and along y. */
  readonly acrossX: { readonly width: number; readonly height: number };
  readonly acrossY: { readonly width: number; readonly height: number };
  /** The ends of every edge that passes, on the side of the first and of the second zone. */
  readonly pairs: readonly Pair[];
  /** Width of the firewall's name; 0 for none. */
  readonly name: number;
  /** What the gate must not cover; of the zones, all but the `own`. */
  readonly surroundings: Surroundings;
  readonly own: ReadonlySet<string>;
}

/** What stands on the canvas, found by place. */
export interface Surroundings {
  readonly zones: Buckets<{ readonly id: string; readonly box: Box }>;
  readonly cards: Buckets<Box>;
  readonly titles: Buckets<Box>;
  readonly gates: Buckets<Box>;
}

/** The ends of an edge at a gate, which of them answers, and how far its lane lies from the middle on either axis. */
export interface Pair {
  readonly first: Box;
  readonly second: Box;
  readonly answers: 'first' | 'second';
  readonly offset: { readonly x: number; readonly y: number };
}

export interface GateSpot {
  readonly axis: 'x' | 'y';
  readonly box: Box;
  /** The zone on the side of lower coordinates. */
  readonly low: string;
}

interface Candidate extends GateSpot {
  readonly cost: number;
}

/** A gap at least this much wider than the gate takes it in the middle. */
const CLEAR = 16;
/** A gap wider than this lets the gate stand near the answering zone. */
const WIDE_GAP = 240;
const STEP = 16;
const COVERED = 4000;
/** How far a gate on a border reaches into the zone. */
const INTRUSION = 12;
const BENDS = 60;
/** A gate beside the stretch where its zones face each other: only where there is no clear place in it. */
const ASIDE = 1500;
/** A gate that stands out of the outer zone makes lines leave and enter it again. */
const CRAMPED = 600;
/** How far before and behind a gate its lines should find no title in their way. */
const OUTLOOK = 110;

/** Finds the place for a gate: in the gap between siblings, else on a border; off everything that is drawn, near the lines it guards. */
export function spotFor(request: SpotRequest): GateSpot {
  // What a place covers only adds to its cost: once that alone is too much, no later one can be better.
  const candidates = candidatesFor(request).sort((a, b) => a.cost - b.cost);
  let best: Candidate | null = null;
  for (const candidate of candidates) {
    if (best !== null && candidate.cost >= best.cost) break;
    const cost = candidate.cost + coverCost(candidate, request);
    if (best === null || cost < best.cost) best = { ...candidate, cost };
  }
  if (best) {
    const { axis, low } = best;
    return { axis, low, box: coverCost(best, request) < COVERED ? best.box : nearestClear(best, request) };
  }
  const at = middle(request.second.box);
  return { axis: 'x', low: request.first.id, box: centred(at.x, at.y, request.acrossX) };
}

/** How far a gate may give way where everything near its place is taken. */
const GIVE_WAY = 420;

/** The place nearest to a covered one where nothing is covered; the covered one where there is none. */
function nearestClear(spot: GateSpot, request: SpotRequest): Box {
  let best: { box: Box; cost: number } | null = null;
  for (const { dx, dy, far } of STEPS_ASIDE) {
    if (best && far >= best.cost) break;
    const box = moved(spot.box, dx, dy);
    const cost = far + coverCost({ ...spot, box }, request);
    if (cost < COVERED && (!best || cost < best.cost)) best = { box, cost };
  }
  return best?.box ?? spot.box;
}

/** Every step aside, the shortest first. */
const STEPS_ASIDE = Array.from({ length: 51 * 51 }, (_, index) => {
  const dx = ((index % 51) - 25) * (GIVE_WAY / 25);
  const dy = (Math.floor(index / 51) - 25) * (GIVE_WAY / 25);
  return { dx: Math.round(dx), dy: Math.round(dy), far: Math.hypot(dx, dy) };
}).sort((a, b) => a.far - b.far || a.dy - b.dy || a.dx - b.dx);

function candidatesFor(request: SpotRequest): Candidate[] {
  switch (request.relation) {
    case 'inner':
      return innerCandidates(request);
    case 'first-holds-second':
      return borderCandidates(request, request.second, request.first);
    case 'second-holds-first':
      return borderCandidates(request, request.first, request.second);
    case 'beside': {
      const found = (['x', 'y'] as const).flatMap((axis) => gapCandidates(request, axis));
      if (found.length > 0) return found;
      const [target, other] = request.answering === request.first.id ? [request.first, request.second] : [request.second, request.first];
      return borderCandidates(request, target, other);
    }
  }
}

/** Places between two zones that stand beside each other on an axis. */
function gapCandidates(request: SpotRequest, axis: 'x' | 'y'): Candidate[] {
  const across = axis === 'x' ? 'y' : 'x';
  const a = spanOf(request.first.box, axis);
  const b = spanOf(request.second.box, axis);
  const firstLow = a.high <= b.low;
  if (!firstLow && b.high > a.low) return [];
  const gap: Span = firstLow ? { low: a.high, high: b.low } : { low: b.high, high: a.low };
  const size = axis === 'x' ? request.acrossX : request.acrossY;
  const along = axis === 'x' ? size.width : size.height;
  const breadth = axis === 'x' ? size.height : size.width;
  const target = request.answering === request.first.id ? request.first.box : request.second.box;
  const targetIsLow = (request.answering === request.first.id) === firstLow;
  const border = targetIsLow ? gap.low : gap.high;
  const towards = targetIsLow ? 1 : -1;
  const room = gap.high - gap.low;
  // Along the gap: its middle, beside the answering zone where the gap is wide, on that zone's border where it is narrow.
  const preferred =
    room < along + CLEAR
      ? border + towards * (along / 2 - INTRUSION)
      : room <= WIDE_GAP
        ? (gap.low + gap.high) / 2
        : border + towards * (along / 2 + 36);
  const stops: [number, number][] = [[preferred, room < along + CLEAR ? 60 : 0]];
  for (let at = gap.low + along / 2 + 10; at <= gap.high - along / 2 - 10; at += Math.max(32, room / 6))
    stops.push([at, 8 + 0.3 * Math.abs(at - preferred)]);
  const low = firstLow ? request.first.id : request.second.id;
  const facing = shared(
    inset(spanOf(request.first.box, across), breadth / 2 + 8),
    inset(spanOf(request.second.box, across), breadth / 2 + 8),
  );
  const wide = inset(spanOf(target, across), breadth / 2 + 8);
  const ranges: [Span, number][] =
    facing.low > facing.high
      ? [[wide, 60]]
      : [
          [facing, 0],
          [wide, ASIDE],
        ];
  return ranges.flatMap(([range, detour]) =>
    positions(request, across, range).flatMap((position) =>
      stops.map(([stop, penalty]) => {
        const box = axis === 'x' ? centred(stop, position, size) : centred(position, stop, size);
        return { axis, box, low, cost: penalty + detour + travel(request, box, across) };
      }),
    ),
  );
}

/** Places on the four sides of a zone that stands within the other, or overlaps it. */
function borderCandidates(request: SpotRequest, inner: { id: string; box: Box }, outer: { id: string; box: Box }): Candidate[] {
  const { box } = inner;
  const sides: { axis: 'x' | 'y'; at: number; outward: -1 | 1 }[] = [
    { axis: 'x', at: box.x, outward: -1 },
    { axis: 'x', at: box.x + box.width, outward: 1 },
    { axis: 'y', at: box.y, outward: -1 },
    { axis: 'y', at: box.y + box.height, outward: 1 },
  ];
  return sides.flatMap(({ axis, at, outward }) => {
    const across = axis === 'x' ? 'y' : 'x';
    const size = axis === 'x' ? request.acrossX : request.acrossY;
    const along = axis === 'x' ? size.width : size.height;
    const breadth = axis === 'x' ? size.height : size.width;
    // Mostly outside, so that the cards within stay clear.
    const centre = at + outward * (along / 2 - INTRUSION);
    return positions(request, across, inset(spanOf(box, across), breadth / 2 + 10)).map((position) => {
      const place = axis === 'x' ? centred(centre, position, size) : centred(position, centre, size);
      const cramped = request.relation !== 'beside' && !contains(outer.box, grown(place, 12)) ? CRAMPED : 0;
      return {
        axis,
        box: place,
        low: outward === -1 ? outer.id : inner.id,
        cost: travel(request, place, across) + (axis === 'y' ? 24 : 0) + cramped,
      };
    });
  });
}

/** Inner filtering has no lines to sit on: the gate stands on the upper border, towards the right. */
function innerCandidates(request: SpotRequest): Candidate[] {
  const { box, id } = request.first;
  const size = request.acrossX;
  return positions(request, 'x', inset(spanOf(box, 'x'), size.width / 2 + 12)).map((x) => ({
    axis: 'x',
    box: centred(x, box.y, size),
    low: id,
    cost: box.x + box.width - x,
  }));
}

function positions(request: SpotRequest, across: 'x' | 'y', range: Span): number[] {
  const wanted = request.pairs.slice(0, 12).flatMap((pair) => {
    const ends = shared(inset(spanOf(pair.first, across), 14), inset(spanOf(pair.second, across), 14));
    const offset = pair.offset[across];
    return [(ends.low + ends.high) / 2 - offset, middle(pair.first)[across] - offset, middle(pair.second)[across] - offset];
  });
  const result = new Set<number>(wanted.map((value) => Math.round(clamp(value, range))));
  const step = Math.max(STEP, (range.high - range.low) / 24);
  result.add(Math.round((range.low + range.high) / 2));
  for (let at = range.low; at <= range.high; at += step) result.add(Math.round(at));
  return [...result];
}

/** How far lines have to go to pass here, and a little for leaving the height of the answering end. */
function travel(request: SpotRequest, box: Box, across: 'x' | 'y'): number {
  if (request.pairs.length === 0) {
    const one = middle(request.first.box);
    const other = middle(request.second.box);
    return Math.abs(middle(box)[across] - (one[across] + other[across]) / 2) * 0.5;
  }
  const x = box.x + box.width / 2;
  const y = box.y + box.height / 2;
  const here = across === 'x' ? x : y;
  const size = across === 'x' ? 'width' : 'height';
  const room = across === 'y' ? 13 : 16;
  let sum = 0;
  for (const pair of request.pairs) {
    const lane = here + pair.offset[across];
    for (let end = 0; end < 2; end += 1) {
      const card = end === 0 ? pair.first : pair.second;
      sum += outside(x, card.x, card.x + card.width) + outside(y, card.y, card.y + card.height);
      // A lane in line with a card needs no bend there.
      if (outside(lane, card[across] + room, card[across] + card[size] - room) > 0) sum += BENDS;
    }
    const answering = pair[pair.answers];
    sum += 0.15 * Math.abs(lane - answering[across] - answering[size] / 2);
  }
  return sum / request.pairs.length;
}

function outside(value: number, low: number, high: number): number {
  return value < low ? low - value : value > high ? value - high : 0;
}

function coverCost(candidate: GateSpot, request: SpotRequest): number {
  const { zones, cards, titles, gates } = request.surroundings;
  const body = grown(candidate.box, 8);
  let cost = 0;
  const cover = (box: Box, things: Buckets<Box>, each: number): void => {
    for (const thing of things.near(box)) if (overlaps(box, thing)) cost += each;
  };
  for (const zone of zones.near(body)) if (!request.own.has(zone.id) && overlaps(body, zone.box)) cost += COVERED;
  cover(grown(candidate.box, 12), cards, COVERED);
  cover(grown(candidate.box, 18), gates, COVERED);
  cover(body, titles, COVERED / 2);
  for (const pair of request.pairs) cover(outlook(candidate, pair.offset), titles, (2 * BENDS) / request.pairs.length);
  const name = nameBox(candidate, request.name);
  if (name) for (const things of [cards, gates, titles]) cover(name, things, 150);
  return cost;
}

function outlook(candidate: GateSpot, offset: { readonly x: number; readonly y: number }): Box {
  const { axis, box } = candidate;
  const at = middle(box);
  return axis === 'x'
    ? { x: box.x - OUTLOOK, y: at.y + offset.y, width: box.width + 2 * OUTLOOK, height: 1 }
    : { x: at.x + offset.x, y: box.y - OUTLOOK, width: 1, height: box.height + 2 * OUTLOOK };
}

/** Where the firewall's name stands: below a gate that lines pass along x, to the right of one they pass along y. */
export function nameBox(gate: Pick<GateSpot, 'axis' | 'box'>, width: number): Box | null {
  if (width === 0) return null;
  const { axis, box } = gate;
  return axis === 'x'
    ? { x: box.x + box.width / 2 - width / 2, y: box.y + box.height + 2, width, height: 16 }
    : { x: box.x + box.width + 8, y: box.y + box.height / 2 - 8, width, height: 16 };
}

function inset(span: Span, by: number): Span {
  return { low: span.low + by, high: span.high - by };
}

function centred(x: number, y: number, size: { readonly width: number; readonly height: number }): Box {
  return { x: Math.round(x - size.width / 2), y: Math.round(y - size.height / 2), width: size.width, height: size.height };
}
