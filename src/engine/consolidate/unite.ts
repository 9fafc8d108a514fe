import { ATOMS, AXES, type Axis, type Cell, DESTINATIONS, type Sides, SOURCES } from './box.ts';

/** The orders of uniting, the one that keeps a destination's services together first. */
export const ORDERS: readonly (readonly [Axis, Axis, Axis])[] = [
  [DESTINATIONS, SOURCES, ATOMS],
  [SOURCES, DESTINATIONS, ATOMS],
  [ATOMS, DESTINATIONS, SOURCES],
  [ATOMS, SOURCES, DESTINATIONS],
  [DESTINATIONS, ATOMS, SOURCES],
  [SOURCES, ATOMS, DESTINATIONS],
];

/** The two that begin with an end: on large sets they seldom lose to the others. */
export const FEW_ORDERS = ORDERS.slice(0, 2);

/** Numbers for sets, so that comparing two sets is comparing two numbers. */
class Sets {
  readonly #numbers = new Map<string, number>();
  readonly list: (readonly number[])[] = [];

  number(members: readonly number[]): number {
    const key = members.join();
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    this.#numbers.set(key, this.list.length);
    return this.list.push(members) - 1;
  }
}

type Triple = [number, number, number];

/** Disjoint boxes that cover the cells: those that agree on two axes are united on the third, axis by axis in the given order, until none do. */
export function unite(cells: readonly Cell[], start: 'cells' | 'permits', order: readonly Axis[]): Sides[] {
  const sets = [new Sets(), new Sets(), new Sets()] as const;
  let boxes: Triple[] = cells.flatMap((cell) => {
    const source = sets[SOURCES].number([cell.source]);
    const destination = sets[DESTINATIONS].number([cell.destination]);
    const services = start === 'cells' ? [cell.atoms] : cell.atoms.map((atom) => [atom]);
    return services.map((atoms): Triple => [source, destination, sets[ATOMS].number(atoms)]);
  });
  for (let before = Number.POSITIVE_INFINITY; boxes.length < before; ) {
    before = boxes.length;
    for (const axis of order) boxes = uniteAlong(boxes, axis, sets[axis]);
  }
  return boxes.map((box): Sides => {
    const [sources, destinations, atoms] = AXES.map((axis) => sets[axis].list[box[axis]] ?? []);
    return [sources ?? [], destinations ?? [], atoms ?? []];
  });
}

/** Past any number of sets an axis can have: two set numbers make one key. */
const STRIDE = 1 << 22;

function uniteAlong(boxes: readonly Triple[], axis: Axis, sets: Sets): Triple[] {
  const [first, second] = AXES.filter((other) => other !== axis) as [Axis, Axis];
  const groups = new Map<number, Triple[]>();
  for (const box of boxes) {
    const key = box[first] * STRIDE + box[second];
    const group = groups.get(key);
    if (group) group.push(box);
    else groups.set(key, [box]);
  }
  const united: Triple[] = [];
  for (const group of groups.values()) {
    const box: Triple = [...(group[0] ?? [0, 0, 0])];
    if (group.length > 1) box[axis] = sets.number(group.flatMap((each) => sets.list[each[axis]] ?? []).sort((a, b) => a - b));
    united.push(box);
  }
  return united;
}
