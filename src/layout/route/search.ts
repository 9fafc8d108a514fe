import { type Drawn, Grid } from './grid.ts';
import { Heap } from './heap.ts';
import type { Heading, Stub } from './ports.ts';
import type { View } from './space.ts';
import type { Corner } from './tracks.ts';

/** Pixels of detour a line accepts to save one bend. */
const BEND = 26;

/** After so many states a search takes the first way it comes upon instead of the best. */
const PATIENCE = 1500;
const HURRY = 3;
/** A little more than the true rest: ways that lead towards the goal are tried first, at the price of a bend now and then. */
const KEENNESS = 1.15;

/** The way found: from which start to which goal, and the corners between, both ends included. */
export interface Way {
  readonly start: Stub;
  readonly goal: Stub;
  readonly corners: readonly Corner[];
  readonly cost: number;
}

/**
 * The cheapest orthogonal way from one of the starts to one of the goals within the view: A* over the sparse grid.
 * Null where everything is blocked. Equal costs are settled by the order of the grid: the same input gives the same way.
 */
export function findWay(starts: readonly Stub[], goals: readonly Stub[], view: View, drawn: Drawn): Way | null {
  const grid = new Grid(
    view,
    drawn,
    [...starts, ...goals].map((stub) => stub.at),
  );
  const { xs, ys } = grid;
  const columns = xs.length;
  const rows = ys.length;
  const memory = memoryFor(columns * rows * 4);
  const { best, cameFrom, stamp, closed, round } = memory;
  const heap = new Heap();
  const columnOf = new Map(xs.map((x, index) => [x, index]));
  const rowOf = new Map(ys.map((y, index) => [y, index]));
  const stateOf = (stub: Stub): number => ((rowOf.get(stub.at.y) ?? 0) * columns + (columnOf.get(stub.at.x) ?? 0)) * 4 + stub.heading;
  const costAt = (state: number): number => (stamp[state] === round ? (best[state] as number) : Number.POSITIVE_INFINITY);
  const reach = (state: number, cost: number, from: number): void => {
    best[state] = cost;
    cameFrom[state] = from;
    if (stamp[state] !== round) closed[state] = 0;
    stamp[state] = round;
  };

  const target = targetOf(goals);
  /** Never more than the true rest: the straight distance, and the bends that no way can save. */
  const rest = (x: number, y: number, heading: number): number => {
    const dx = x < target.left ? target.left - x : x > target.right ? target.right - x : 0;
    const dy = y < target.top ? target.top - y : y > target.bottom ? target.bottom - y : 0;
    if (dx === 0 && dy === 0) return 0;
    const flat = heading === 0 || heading === 2;
    const behind = flat ? (heading === 0 ? dx < 0 : dx > 0) : heading === 1 ? dy < 0 : dy > 0;
    const bends = behind ? 2 : (flat ? dy : dx) !== 0 ? 1 : 0;
    return Math.abs(dx) + Math.abs(dy) + bends * BEND;
  };

  const startAt = new Map<number, Stub>();
  for (const start of starts) {
    const state = stateOf(start);
    if (start.cost >= costAt(state)) continue;
    reach(state, start.cost, -1);
    startAt.set(state, start);
    heap.push(state, start.cost + rest(start.at.x, start.at.y, start.heading));
  }
  const goalsAt = new Map<number, Stub[]>();
  for (const goal of goals) {
    const node = stateOf(goal) >> 2;
    const list = goalsAt.get(node);
    if (list) list.push(goal);
    else goalsAt.set(node, [goal]);
  }

  let found: { state: number; goal: Stub; cost: number } | null = null;
  let seen = 0;
  while (heap.size > 0) {
    seen += 1;
    if (found && seen > PATIENCE) break;
    const state = heap.pop();
    if (closed[state] === 1) continue;
    closed[state] = 1;
    const node = state >> 2;
    const heading = (state & 3) as Heading;
    const i = node % columns;
    const j = (node - i) / columns;
    const spent = best[state] as number;
    if (found && spent + rest(xs[i] as number, ys[j] as number, heading) >= found.cost) break;
    for (const goal of goalsAt.get(node) ?? []) {
      if ((goal.heading + 2) % 4 === heading) continue;
      const cost = spent + goal.cost + (goal.heading === heading ? 0 : BEND);
      if (!found || cost < found.cost) found = { state, goal, cost };
    }
    for (let turn = 0; turn < 4; turn += 1) {
      if (turn === (heading + 2) % 4) continue;
      const ni = turn === 0 ? i + 1 : turn === 2 ? i - 1 : i;
      const nj = turn === 1 ? j + 1 : turn === 3 ? j - 1 : j;
      if (ni < 0 || nj < 0 || ni >= columns || nj >= rows) continue;
      const step = (ni === i ? grid.column(i)[Math.min(j, nj)] : grid.row(j)[Math.min(i, ni)]) as number;
      if (step === Number.POSITIVE_INFINITY) continue;
      const next = (nj * columns + ni) * 4 + turn;
      const cost = spent + step + (turn === heading ? 0 : BEND);
      if (cost >= costAt(next)) continue;
      const whole = cost + rest(xs[ni] as number, ys[nj] as number, turn);
      if (found && whole >= found.cost) continue;
      reach(next, cost, state);
      heap.push(next, cost + (seen > PATIENCE ? HURRY : KEENNESS) * (whole - cost));
    }
  }
  if (!found) return null;
  const corners: Corner[] = [];
  let state = found.state;
  for (;;) {
    const node = state >> 2;
    const i = node % columns;
    corners.push({ x: xs[i] as number, y: ys[(node - i) / columns] as number });
    const before = cameFrom[state] as number;
    if (before < 0) break;
    state = before;
  }
  const start = startAt.get(state);
  return start ? { start, goal: found.goal, corners: corners.reverse(), cost: found.cost } : null;
}

function targetOf(goals: readonly Stub[]): { left: number; top: number; right: number; bottom: number } {
  const target = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };
  for (const { at } of goals) {
    target.left = Math.min(target.left, at.x);
    target.right = Math.max(target.right, at.x);
    target.top = Math.min(target.top, at.y);
    target.bottom = Math.max(target.bottom, at.y);
  }
  return target;
}

interface Memory {
  readonly best: Float64Array;
  readonly cameFrom: Int32Array;
  readonly stamp: Int32Array;
  readonly closed: Uint8Array;
  /** States with another stamp hold what an earlier search left. */
  round: number;
}

let memory: Memory = {
  best: new Float64Array(0),
  cameFrom: new Int32Array(0),
  stamp: new Int32Array(0),
  closed: new Uint8Array(0),
  round: 0,
};

/** Room for so many states, used again by every search: clearing it anew would cost more than most searches. */
function memoryFor(states: number): Memory {
  if (memory.best.length < states) {
    const size = Math.ceil(states * 1.5);
    memory = {
      best: new Float64Array(size),
      cameFrom: new Int32Array(size),
      stamp: new Int32Array(size),
      closed: new Uint8Array(size),
      round: 0,
    };
  }
  memory.round += 1;
  return memory;
}
