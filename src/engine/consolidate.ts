import { type Box, byMembers, type Cell, type Sides } from './consolidate/box.ts';
import { floorOf } from './consolidate/floor.ts';
import { grow } from './consolidate/grow.ts';
import { partsOf } from './consolidate/parts.ts';
import { tidy, type Weights } from './consolidate/tidy.ts';
import { trade } from './consolidate/trade.ts';
import { type Folded, foldTwins, unfold } from './consolidate/twins.ts';
import { FEW_ORDERS, ORDERS, unite } from './consolidate/unite.ts';

export type { Box, Cell } from './consolidate/box.ts';

/** Past this many permits in a part only a few ways of uniting are tried, and not every permit is looked at for the floor. */
const MANY_PERMITS = 3_000;

/** Past this many places (sources by destinations by atoms) a part is only united: a table of them would be too large. */
const MANY_PLACES = 1 << 25;

/** Looks at a box that trading may spend on one part. */
const LOOKS = 30_000_000;

/**
 * Covers the cells with few disjoint boxes, none of which permits anything outside the cells. The order of the cells makes no difference.
 *
 * Parts that no box can span are covered one by one, twins folded into one member; the best of several ways of uniting is the start, and
 * trading makes fewer boxes of it until a floor is reached or the effort is spent.
 */
export function consolidate(cells: readonly Cell[]): Box[] {
  const sorted = cells.filter((cell) => cell.atoms.length > 0).sort((a, b) => a.source - b.source || a.destination - b.destination);
  const parts = partsOf(sorted);
  const boxes = parts.flatMap((part) => coverPart(part));
  return boxes
    .sort((a, b) => byMembers(a[0], b[0]) || byMembers(a[1], b[1]) || byMembers(a[2], b[2]))
    .map(([sources, destinations, atoms]) => ({ sources, destinations, atoms }));
}

function coverPart(part: readonly Cell[]): Sides[] {
  const folded = foldTwins(part);
  const weights = folded.members.map((classes) => classes.map((members) => members.length)) as unknown as Weights;
  return tidy(fewest(folded), weights).map((sides) => unfold(sides, folded));
}

function fewest({ cells, members }: Folded): readonly Sides[] {
  const sizes = [members[0].length, members[1].length, members[2].length] as const;
  const permits = cells.reduce((sum, cell) => sum + cell.atoms.length, 0);
  if (sizes[0] * sizes[1] * sizes[2] > MANY_PLACES) return united(cells, FEW_ORDERS);
  if (permits === sizes[0] * sizes[1] * sizes[2]) return united(cells, FEW_ORDERS);
  const grown = grow(cells, sizes);
  const many = permits > MANY_PERMITS;
  const floor = floorOf(cells, sizes, many ? grown.seeds : grown.byRoom);
  // Uniting comes first: of equals it gives the more readable boxes.
  const starts = many && grown.boxes.length === floor ? [grown.boxes] : [united(cells, many ? FEW_ORDERS : ORDERS), grown.boxes];
  const best = starts.reduce((fewer, boxes) => (boxes.length < fewer.length ? boxes : fewer));
  if (best.length <= floor) return best;
  return trade(best, sizes, floor, { looks: LOOKS, patience: 2_000 + 100 * best.length * best.length });
}

/** The fewest boxes of several orders of uniting, the first of equals. */
function united(cells: readonly Cell[], orders: typeof ORDERS): readonly Sides[] {
  let best: readonly Sides[] | null = null;
  for (const order of orders) {
    for (const start of ['cells', 'permits'] as const) {
      const boxes = unite(cells, start, order);
      if (best === null || boxes.length < best.length) best = boxes;
    }
  }
  return best ?? [];
}
