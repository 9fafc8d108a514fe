import { AXES, type Axis, DESTINATIONS, type Sides } from './box.ts';
import { FIRST_HAS_MORE, MEET, Tiles } from './tiles.ts';

/** Past this many boxes nobody sees which of two equally short covers was taken. */
const MANY_BOXES = 200;

/** More than the sources and atoms of any part: a destination named less often outweighs them. */
const DESTINATION_WEIGHT = 1e6;

/** How many members each class of each axis stands for. */
type Weights = readonly [readonly number[], readonly number[], readonly number[]];

/**
 * Of covers with equally many boxes, looks for one that is easier to read: as few destinations named as possible, so that the services of one
 * stay together, then as few sources and services. Makes every trade between two boxes that helps until there is none.
 */
export function tidy(boxes: readonly Sides[], weights: Weights): readonly Sides[] {
  if (boxes.length < 2 || boxes.length > MANY_BOXES) return boxes;
  const tiles = new Tiles([weights[0].length, weights[1].length, weights[2].length], boxes.length);
  for (const sides of boxes) tiles.add(sides);
  const worth = (axis: Axis, tile: number) =>
    tiles.members(axis, tile).reduce((sum, member) => sum + (weights[axis][member] ?? 1), 0) *
    (axis === DESTINATIONS ? DESTINATION_WEIGHT : 1);
  let changed = false;
  const consider = (taker: number, giver: number): boolean => {
    const agreed = AXES.filter((axis) => tiles.same(axis, taker, giver));
    const apart = AXES.filter((axis) => (tiles.relation(axis, taker, giver) & MEET) === 0);
    if (agreed.length !== 1 || apart.length !== 1) return false;
    const shared = AXES.find((axis) => !agreed.includes(axis) && !apart.includes(axis));
    const [along] = apart;
    if (shared === undefined || along === undefined || (tiles.relation(shared, taker, giver) & FIRST_HAS_MORE) !== 0) return false;
    // The taker names what the giver has along the axis where they are apart; the giver no longer names what the taker has.
    if (worth(along, giver) >= worth(shared, taker)) return false;
    tiles.grow(along, taker, giver);
    tiles.shrink(shared, giver, taker);
    return true;
  };
  do {
    changed = false;
    for (let taker = 0; taker < tiles.count; taker += 1)
      for (let giver = 0; giver < tiles.count; giver += 1) if (giver !== taker && consider(taker, giver)) changed = true;
  } while (changed);
  return tiles.all();
}
