import { isRecord } from '../../model/plan-fields.ts';

export interface Spot {
  readonly x: number;
  readonly y: number;
}

/** Steps of the grid that positions may stand on. */
export const GRIDS = [1, 2, 4, 5, 8, 10, 16, 20];

/** The place in `GRIDS` of the widest grid that all whole numbers of the positions stand on. */
export function gridOf(spots: Readonly<Record<string, unknown>>): number {
  const numbers = Object.values(spots).flatMap((spot) => (isRecord(spot) ? Object.values(spot).filter(Number.isInteger) : []));
  return GRIDS.findLastIndex((grid) => numbers.every((number) => Number(number) % grid === 0));
}

/** Where things were put so far. A host stands near the last one of its zone, the first one near its zone's corner; a zone near the zone before. */
export class Spots {
  readonly #zoneOf = new Map<string, string>();
  readonly #corners = new Map<string, Spot>();
  readonly #last = new Map<string, Spot>();
  #lastZone: Spot | undefined;

  /** Hears which zone a host stands in. */
  belongs(host: string, zone: string): void {
    this.#zoneOf.set(host, zone);
  }

  /** The spot to start from, and whether nothing stands in that zone yet. */
  before(table: 'zones' | 'hosts', id: string): { readonly spot: Spot | undefined; readonly first: boolean } {
    if (table === 'zones') return { spot: this.#lastZone, first: this.#lastZone === undefined };
    const zone = this.#zoneOf.get(id) ?? '';
    const last = this.#last.get(zone);
    return { spot: last ?? this.#corners.get(zone), first: last === undefined };
  }

  put(table: 'zones' | 'hosts', id: string, spot: unknown): void {
    if (!isRecord(spot) || !Number.isInteger(spot.x) || !Number.isInteger(spot.y)) return;
    const at = { x: Number(spot.x), y: Number(spot.y) };
    if (table === 'hosts') this.#last.set(this.#zoneOf.get(id) ?? '', at);
    else {
      this.#corners.set(id, at);
      this.#lastZone = at;
    }
  }
}
