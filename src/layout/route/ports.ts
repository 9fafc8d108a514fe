import { type Box, clamp, middle, shared, spanOf } from '../geometry.ts';
import type { Corner } from './tracks.ts';

/** Directions of travel: right, down, left, up. Opposites differ by two. */
export type Heading = 0 | 1 | 2 | 3;

/** Where a line may leave or reach something: on its border, and a short way off, heading as it travels. */
export interface Stub {
  readonly port: Corner;
  readonly at: Corner;
  readonly heading: Heading;
  readonly cost: number;
  /** Names the port for the register; null for a place under a gate. */
  readonly side: string | null;
}

/** How far a line runs straight before it may bend: room for ring or arrow, and for the bend. */
export const STUB = 16;
const PORT_DISTANCE = 10;
const USED = 60;

/** Which places on the sides of cards are taken. */
export class PortRegister {
  readonly #taken = new Map<string, number[]>();

  take(side: string, at: number): void {
    const list = this.#taken.get(side);
    if (list) list.push(at);
    else this.#taken.set(side, [at]);
  }

  /** What it costs to use this place: nothing where it is free. */
  cost(side: string, at: number): number {
    return (this.#taken.get(side) ?? []).some((other) => Math.abs(other - at) < PORT_DISTANCE) ? USED : 0;
  }
}

const SIDES = [
  { heading: 0, across: 'y' },
  { heading: 1, across: 'x' },
  { heading: 2, across: 'y' },
  { heading: 3, across: 'x' },
] as const;

/**
 * The places where a line may leave a card (`leaving`) or reach it: on each side the place in line with where it goes,
 * the middle, and free places 12 apart around it.
 */
export function portsOf(id: string, box: Box, towards: Box, leaving: boolean, register: PortRegister): Stub[] {
  const stubs: Stub[] = [];
  for (const { heading, across } of SIDES) {
    const whole = spanOf(box, across);
    const inset = across === 'y' ? 13 : 16;
    const span = { low: whole.low + inset, high: whole.high - inset };
    const centre = Math.round((whole.low + whole.high) / 2);
    const common = shared(span, spanOf(towards, across));
    const aim = Math.round(common.low <= common.high ? (common.low + common.high) / 2 : clamp(middle(towards)[across], span));
    const side = `${id} ${heading}`;
    const places = new Set<number>([aim, centre]);
    for (let offset = 12; offset <= 48; offset += 12) {
      for (const place of [aim - offset, aim + offset, centre - offset, centre + offset]) {
        if (place >= span.low && place <= span.high) places.add(place);
      }
    }
    const ranked = [...places]
      .map((place) => ({ place, cost: register.cost(side, place) + 0.12 * Math.abs(place - centre) }))
      .sort((a, b) => a.cost + 0.2 * Math.abs(a.place - aim) - (b.cost + 0.2 * Math.abs(b.place - aim)) || a.place - b.place)
      .slice(0, 4);
    for (const { place, cost } of ranked) stubs.push(stubAt(box, heading, place, leaving, side, cost));
  }
  return stubs;
}

function stubAt(box: Box, outward: Heading, place: number, leaving: boolean, side: string, cost: number): Stub {
  const heading = leaving ? outward : (((outward + 2) % 4) as Heading);
  switch (outward) {
    case 0:
      return { port: { x: box.x + box.width, y: place }, at: { x: box.x + box.width + STUB, y: place }, heading, cost, side };
    case 1:
      return { port: { x: place, y: box.y + box.height }, at: { x: place, y: box.y + box.height + STUB }, heading, cost, side };
    case 2:
      return { port: { x: box.x, y: place }, at: { x: box.x - STUB, y: place }, heading, cost, side };
    case 3:
      return { port: { x: place, y: box.y }, at: { x: place, y: box.y - STUB }, heading, cost, side };
  }
}
