/** A box of permits: every source with every destination on every atom. Members are ascending numbers. */
export interface Box {
  readonly sources: readonly number[];
  readonly destinations: readonly number[];
  readonly atoms: readonly number[];
}

/** What has to be permitted between one source and one destination. */
export interface Cell {
  readonly source: number;
  readonly destination: number;
  /** Ascending. */
  readonly atoms: readonly number[];
}

type Axis = 'sources' | 'destinations' | 'atoms';

const ORDERS: readonly (readonly [Axis, Axis, Axis])[] = [
  ['destinations', 'sources', 'atoms'],
  ['sources', 'destinations', 'atoms'],
  ['atoms', 'destinations', 'sources'],
  ['atoms', 'sources', 'destinations'],
  ['destinations', 'atoms', 'sources'],
  ['sources', 'atoms', 'destinations'],
];

/** Past this many single permits only the cheap orders are tried. */
const MANY_PERMITS = 20_000;

/**
 * Covers the cells with few disjoint boxes, none of which permits anything outside the cells.
 * Boxes that agree on two axes are united on the third until none do; of several orders of uniting the one with the fewest boxes is kept, the first of equals.
 */
export function consolidate(cells: readonly Cell[]): Box[] {
  const whole: Box[] = cells.map((cell) => ({ sources: [cell.source], destinations: [cell.destination], atoms: cell.atoms }));
  const permits = cells.reduce((sum, cell) => sum + cell.atoms.length, 0);
  const many = permits > MANY_PERMITS;
  const starts = many || permits === cells.length ? [whole] : [whole, single(cells)];
  let best: Box[] | null = null;
  for (const start of starts) {
    for (const order of many ? ORDERS.slice(0, 2) : ORDERS) {
      const boxes = unite(start, order);
      if (best === null || boxes.length < best.length) best = boxes;
    }
  }
  return best ?? [];
}

/** One box for each permit. */
function single(cells: readonly Cell[]): Box[] {
  return cells.flatMap((cell) => cell.atoms.map((atom) => ({ sources: [cell.source], destinations: [cell.destination], atoms: [atom] })));
}

function unite(start: readonly Box[], order: readonly Axis[]): Box[] {
  let boxes = [...start];
  for (let before = Number.POSITIVE_INFINITY; boxes.length < before; ) {
    before = boxes.length;
    for (const axis of order) boxes = uniteAlong(boxes, axis);
  }
  return boxes;
}

function uniteAlong(boxes: readonly Box[], axis: Axis): Box[] {
  const groups = new Map<string, Box[]>();
  for (const box of boxes) {
    const key = (['sources', 'destinations', 'atoms'] as const).map((other) => (other === axis ? '' : box[other].join(','))).join('|');
    const group = groups.get(key);
    if (group) group.push(box);
    else groups.set(key, [box]);
  }
  return [...groups.values()].map((group) => {
    const [first] = group;
    if (group.length === 1 || !first) return first as Box;
    return { ...first, [axis]: group.flatMap((box) => box[axis]).sort((a, b) => a - b) };
  });
}
