import { type Box, byMembers, type Cell, type Sides } from './consolidate/box.ts';
import { floorOf } from './consolidate/floor.ts';
import { grow } from './consolidate/grow.ts';
import { partsOf } from './consolidate/parts.ts';
import { tidy } from './consolidate/tidy.ts';
import { trade } from './consolidate/trade.ts';
import { type Folded, foldTwins, unfold } from './consolidate/twins.ts';
import { FEW_ORDERS, ORDERS, unite } from './consolidate/unite.ts';

export type { Box, Cell } from './consolidate/box.ts';

/** Past this many permits in a part only a few ways of uniting are tried, and not every permit is looked at for the floor. */
const MANY_PERMITS = 3_000;

/** Past this many places (sources by destinations by atoms) a part is only united: a table of them would be too large. */
const MANY_PLACES = 1 << 23;

/** Looks at a box that trading may spend in one call; parts not proven smallest share them by their number of boxes. */
const LOOKS = 30_000_000;

/**
 * Covers the cells with few disjoint boxes, none of which permits anything outside the cells. The order of the cells makes no difference.
 *
 * Parts that no box can span are covered one by one, twins folded into one member; the best of several ways of uniting is the start, and
 * trading makes fewer boxes of it until a floor is reached or the effort is spent.
 */
export function consolidate(cells: readonly Cell[]): Box[] {
  const sorted = cells.filter((cell) => cell.atoms.length > 0).sort((a, b) => a.source - b.source || a.destination - b.destination);
  const drafts = partsOf(sorted).map(draft);
  const open = drafts.reduce((sum, { boxes, floor }) => sum + (boxes.length > floor ? boxes.length : 0), 0);
  return drafts
    .flatMap((part) => finish(part, Math.floor((LOOKS * part.boxes.length) / open)))
    .sort((a, b) => byMembers(a[0], b[0]) || byMembers(a[1], b[1]) || byMembers(a[2], b[2]))
    .map(([sources, destinations, atoms]) => ({ sources, destinations, atoms }));
}

/** A part with boxes that cover it, and a number of boxes no cover can fall below. */
interface Draft {
  readonly folded: Folded;
  readonly boxes: readonly Sides[];
  readonly floor: number;
}

function draft(part: readonly Cell[]): Draft {
  const folded = foldTwins(part);
  const { cells } = folded;
  const sizes = sizesOf(folded);
  const places = sizes[0] * sizes[1] * sizes[2];
  const permits = cells.reduce((sum, cell) => sum + cell.atoms.length, 0);
  const asItIs = (boxes: readonly Sides[]) => ({ folded, boxes, floor: boxes.length });
  if (permits === places) return asItIs([[all(sizes[0]), all(sizes[1]), all(sizes[2])]]);
  if (places > MANY_PLACES) return asItIs(united(cells, FEW_ORDERS));
  const grown = grow(cells, sizes);
  const many = permits > MANY_PERMITS;
  const floor = floorOf(cells, sizes, many ? grown.seeds : grown.byRoom);
  if (many && grown.boxes.length === floor) return asItIs(grown.boxes);
  // Of equals uniting gives the more readable boxes.
  const boxes = united(cells, many ? FEW_ORDERS : ORDERS);
  return { folded, boxes: grown.boxes.length < boxes.length ? grown.boxes : boxes, floor };
}

function finish({ folded, boxes, floor }: Draft, looks: number): Sides[] {
  const patience = 2_000 + 100 * boxes.length * boxes.length;
  const fewest = boxes.length > floor ? trade(boxes, sizesOf(folded), floor, { looks, patience }) : boxes;
  const [sources, destinations, atoms] = folded.members;
  const count = (classes: typeof sources) => classes.map((members) => members.length);
  return tidy(fewest, [count(sources), count(destinations), count(atoms)]).map((sides) => unfold(sides, folded));
}

const all = (count: number) => Array.from({ length: count }, (_, index) => index);

function sizesOf({ members }: Folded): [number, number, number] {
  return [members[0].length, members[1].length, members[2].length];
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
