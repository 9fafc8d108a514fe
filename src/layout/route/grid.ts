import type { Box } from '../geometry.ts';
import { CARD_CLEARANCE, CARD_DISTANCE, GATE_CLEARANCE, GATE_DISTANCE, type View } from './space.ts';
import type { Corner, Track } from './tracks.ts';

/** What a line would rather not do, in pixels of detour it accepts to avoid it. */
const CROSSING = 22;
const NEAR_CARD = 0.6;
const TITLE = 10;
const FOREIGN_ZONE = 0.9;
const AWAY = 0.4;
const ALONG_BORDER = 4;
const ON_TRACK = 14;
const BESIDE_TRACK = 5;
/** Lines nearer than this run in each other's lane. */
const LANE_ROOM = 9;
/** Beyond this number of grid lines on an axis, the view is too crowded to be picky. */
const MOST_LINES = 110;

/** Lines already drawn, by direction. */
export interface Drawn {
  readonly horizontal: readonly Track[];
  readonly vertical: readonly Track[];
}

/** The sparse grid of lines that pass things at a distance, with what each piece between two neighbouring lines costs. */
export class Grid {
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  readonly #view: View;
  readonly #drawn: Drawn;
  readonly #rows: (Float64Array | undefined)[];
  readonly #columns: (Float64Array | undefined)[];

  constructor(view: View, drawn: Drawn, exact: readonly Corner[]) {
    this.#view = view;
    this.#drawn = drawn;
    this.xs = linesOf('x', view, drawn.vertical, exact);
    this.ys = linesOf('y', view, drawn.horizontal, exact);
    this.#rows = new Array(this.ys.length);
    this.#columns = new Array(this.xs.length);
  }

  /** Costs of the pieces of row `j`: entry `i` leads from column `i` to `i + 1`. Infinite where something stands in the way. */
  row(j: number): Float64Array {
    let costs = this.#rows[j];
    if (!costs) {
      costs = pieceCosts('x', this.ys[j] as number, this.xs, this.#view, this.#drawn.horizontal, this.#drawn.vertical);
      this.#rows[j] = costs;
    }
    return costs;
  }

  /** Costs of the pieces of column `i`: entry `j` leads from row `j` to `j + 1`. */
  column(i: number): Float64Array {
    let costs = this.#columns[i];
    if (!costs) {
      costs = pieceCosts('y', this.xs[i] as number, this.ys, this.#view, this.#drawn.vertical, this.#drawn.horizontal);
      this.#columns[i] = costs;
    }
    return costs;
  }
}

function linesOf(axis: 'x' | 'y', view: View, tracks: readonly Track[], exact: readonly Corner[]): number[] {
  const { bounds, cards, gates, titles, zones } = view;
  const size = axis === 'x' ? 'width' : 'height';
  const low = bounds[axis];
  const high = bounds[axis] + bounds[size];
  const wished: number[] = [];
  const beside = (box: Box, distance: number) => {
    wished.push(Math.round(box[axis] - distance), Math.round(box[axis] + box[size] + distance));
  };
  for (const card of cards) beside(card, CARD_DISTANCE);
  for (const gate of gates) beside(gate, GATE_DISTANCE);
  for (const title of titles) beside(title, 4);
  for (const zone of zones) {
    beside(zone, 14);
    beside(zone, -12);
  }
  for (const track of tracks) wished.push(Math.round(track.at) - 12, Math.round(track.at) + 12);
  const sorted = Float64Array.from(wished).sort();
  const kept: number[] = [];
  for (const line of sorted) {
    if (line < low || line > high) continue;
    const last = kept.at(-1);
    if (last === undefined || line - last >= 4) kept.push(line);
  }
  const stride = Math.ceil(kept.length / MOST_LINES);
  const lines = Float64Array.from([...exact.map((corner) => corner[axis]), ...kept.filter((_, index) => index % stride === 0)]).sort();
  return [...lines].filter((line, index) => index === 0 || line !== lines[index - 1]);
}

function pieceCosts(
  along: 'x' | 'y',
  at: number,
  stops: readonly number[],
  view: View,
  parallel: readonly Track[],
  across: readonly Track[],
): Float64Array {
  const other = along === 'x' ? 'y' : 'x';
  const size = along === 'x' ? 'width' : 'height';
  const otherSize = along === 'x' ? 'height' : 'width';
  const last = stops.length - 1;
  const costs = new Float64Array(Math.max(0, last));
  for (let index = 0; index < last; index += 1) costs[index] = (stops[index + 1] as number) - (stops[index] as number);

  /** Adds `weight` for every pixel of the span; an infinite weight blocks every piece that touches it. */
  const charge = (low: number, high: number, weight: number): void => {
    for (let index = firstAfter(stops, low) - 1; index < last && (stops[index] as number) < high; index += 1) {
      if (index < 0) continue;
      const both = Math.min(high, stops[index + 1] as number) - Math.max(low, stops[index] as number);
      if (both > 0) costs[index] = (costs[index] as number) + weight * both;
    }
  };
  const within = (box: Box, by: number): boolean => at > box[other] - by && at < box[other] + box[otherSize] + by;
  const chargeBox = (box: Box, by: number, weight: number): void => {
    if (within(box, by)) charge(box[along] - by, box[along] + box[size] + by, weight);
  };

  for (const card of view.cards) {
    chargeBox(card, CARD_DISTANCE - 1, NEAR_CARD);
    chargeBox(card, CARD_CLEARANCE, Number.POSITIVE_INFINITY);
  }
  for (const gate of view.gates) chargeBox(gate, GATE_CLEARANCE, Number.POSITIVE_INFINITY);
  for (const title of view.titles) chargeBox(title, 1, TITLE);
  for (const zone of view.foreign) chargeBox(zone, 0, FOREIGN_ZONE);
  if (view.home) {
    const low = stops[0] as number;
    const high = stops[last] as number;
    if (within(view.home, 0)) {
      charge(low, view.home[along], AWAY);
      charge(view.home[along] + view.home[size], high, AWAY);
    } else charge(low, high, AWAY);
  }
  for (const zone of view.zones) {
    if (Math.abs(at - zone[other]) < 7 || Math.abs(at - zone[other] - zone[otherSize]) < 7)
      charge(zone[along], zone[along] + zone[size], ALONG_BORDER);
  }
  for (const track of parallel) {
    const apart = Math.abs(track.at - at);
    if (apart < LANE_ROOM) charge(track.low - 4, track.high + 4, apart < 3 ? ON_TRACK : BESIDE_TRACK);
  }
  for (const track of across) {
    if (track.low >= at || track.high <= at) continue;
    const index = firstAtLeast(stops, track.at) - 1;
    if (index >= 0 && index < last) costs[index] = (costs[index] as number) + CROSSING;
  }
  return costs;
}

/** Index of the first stop greater than the value. */
function firstAfter(stops: readonly number[], value: number): number {
  let low = 0;
  let high = stops.length;
  while (low < high) {
    const mid = (low + high) >> 1;
    if ((stops[mid] as number) > value) high = mid;
    else low = mid + 1;
  }
  return low;
}

/** Index of the first stop that is the value or greater. */
function firstAtLeast(stops: readonly number[], value: number): number {
  let low = 0;
  let high = stops.length;
  while (low < high) {
    const mid = (low + high) >> 1;
    if ((stops[mid] as number) >= value) high = mid;
    else low = mid + 1;
  }
  return low;
}
