import { Buckets } from '../buckets.ts';
import { type Box, grown, overlaps } from '../geometry.ts';
import type { Corner } from './tracks.ts';

/** Height of the pill on a line. */
export const LABEL_HEIGHT = 20;

export interface LabelRequest {
  readonly id: string;
  readonly corners: readonly Corner[];
  /** The widths it can have, the best first, each with what it costs to take it. */
  readonly forms: readonly { readonly width: number; readonly cost: number }[];
  /** A line from a card to itself: its label stands beside it, not across the card. */
  readonly loop: boolean;
}

const COVERS_CARD = 1000;
const COVERS_LABEL = 900;
const COVERS_GATE = 800;
const COVERS_TITLE = 300;
const COVERS_LINE = 65;

/** Where a label stands, and the index of the form it takes there. */
export interface PlacedLabel {
  readonly at: Corner;
  readonly form: number;
}

/**
 * The middle of each line's label: on the line, near its initiator's half, off cards, gates, titles and other labels,
 * and off other lines where that is possible. Lines with few places are served first.
 */
export function placeLabels(
  requests: readonly LabelRequest[],
  things: { readonly cards: readonly Box[]; readonly gates: readonly Box[]; readonly titles: readonly Box[] },
): Map<string, PlacedLabel> {
  const many = requests.length > 700;
  const lines = new Buckets<{ id: string; box: Box }>();
  if (!many) for (const request of requests) for (const box of piecesOf(request.corners)) lines.add(box, { id: request.id, box });
  const fixed = new Buckets<{ box: Box; cost: number; room: number }>();
  for (const box of things.cards) fixed.add(box, { box, cost: COVERS_CARD, room: 3 });
  for (const box of things.gates) fixed.add(box, { box, cost: COVERS_GATE, room: 10 });
  for (const box of things.titles) fixed.add(box, { box, cost: COVERS_TITLE, room: 0 });
  /** What a place covers that does not move: worked out when the place is first considered. */
  const coverOf = (place: Place, id: string): number => {
    if (place.cover >= 0) return place.cover;
    let cover = 0;
    for (const thing of fixed.near(grown(place.box, 10))) if (overlaps(grown(place.box, thing.room), thing.box)) cover += thing.cost;
    for (const line of lines.near(place.box)) if (line.id !== id && overlaps(place.box, line.box)) cover += COVERS_LINE;
    place.cover = cover;
    return cover;
  };
  const choices = new Map(requests.map((request) => [request.id, new Choice(request)]));
  const room = new Map(requests.map((request) => [request.id, longest(request.corners) - (request.forms[0]?.width ?? 0)]));
  let order = requests.map((request) => request.id).sort((a, b) => (room.get(a) ?? 0) - (room.get(b) ?? 0) || (a < b ? -1 : 1));
  let best: { placed: Map<string, PlacedLabel>; cost: number } | null = null;
  // Who came off badly in one round chooses first in the next.
  for (let round = 0; round < (many ? 1 : 5); round += 1) {
    const { placed, costs } = placeInOrder(order, choices, coverOf);
    const cost = [...costs.values()].reduce((sum, one) => sum + one, 0);
    if (!best || cost < best.cost) best = { placed, cost };
    const bad = order.filter((id) => (costs.get(id) ?? 0) >= COVERS_TITLE);
    if (bad.length === 0) break;
    order = [...bad, ...order.filter((id) => !bad.includes(id))];
  }
  return best?.placed ?? new Map();
}

interface Place {
  readonly at: Corner;
  readonly form: number;
  readonly box: Box;
  /** What speaks against the place by itself. */
  readonly wish: number;
  /** What it covers that does not move; negative while unknown. */
  cover: number;
}

/** The places of one label, form by form, worked out as far as somebody asks. */
class Choice {
  readonly #request: LabelRequest;
  readonly #forms: (readonly Place[])[] = [];

  constructor(request: LabelRequest) {
    this.#request = request;
  }

  /** What a form costs before any place; infinite where there is no such form. */
  costOf(form: number): number {
    return this.#request.forms[form]?.cost ?? Number.POSITIVE_INFINITY;
  }

  /** The places of a form, the best first. */
  places(form: number): readonly Place[] {
    const known = this.#forms[form];
    if (known) return known;
    const { width = 0, cost = 0 } = this.#request.forms[form] ?? {};
    const places = placesOn(this.#request, width)
      .map((place) => ({ at: place.at, form, box: labelBox(place.at, width), wish: place.cost + cost, cover: -1 }))
      .sort((a, b) => a.wish - b.wish);
    this.#forms[form] = places;
    return places;
  }
}

function placeInOrder(
  order: readonly string[],
  choices: ReadonlyMap<string, Choice>,
  coverOf: (place: Place, id: string) => number,
): { placed: Map<string, PlacedLabel>; costs: Map<string, number> } {
  const placed = new Map<string, PlacedLabel>();
  const costs = new Map<string, number>();
  const labels = new Buckets<Box>();
  for (const id of order) {
    const choice = choices.get(id);
    let best: { place: Place; cost: number } | null = null;
    for (let form = 0; choice && choice.costOf(form) < (best?.cost ?? Number.POSITIVE_INFINITY); form += 1) {
      for (const place of choice.places(form)) {
        if (best && place.wish >= best.cost) break;
        let cost = place.wish + coverOf(place, id);
        if (best && cost >= best.cost) continue;
        const near = grown(place.box, 6);
        for (const label of labels.near(near)) if (overlaps(near, label)) cost += COVERS_LABEL;
        if (!best || cost < best.cost) best = { place, cost };
      }
    }
    if (!best) continue;
    placed.set(id, { at: best.place.at, form: best.place.form });
    costs.set(id, best.cost);
    labels.add(best.place.box, best.place.box);
  }
  return { placed, costs };
}

/** The box of a label around its middle. */
export function labelBox(at: Corner, width: number): Box {
  return { x: at.x - width / 2, y: at.y - LABEL_HEIGHT / 2, width, height: LABEL_HEIGHT };
}

function piecesOf(corners: readonly Corner[]): Box[] {
  const pieces: Box[] = [];
  for (let index = 1; index < corners.length; index += 1) {
    const a = corners[index - 1] as Corner;
    const b = corners[index] as Corner;
    pieces.push({ x: Math.min(a.x, b.x) - 1, y: Math.min(a.y, b.y) - 1, width: Math.abs(a.x - b.x) + 2, height: Math.abs(a.y - b.y) + 2 });
  }
  return pieces;
}

function longest(corners: readonly Corner[]): number {
  return Math.max(0, ...piecesOf(corners).map((piece) => Math.max(piece.width, piece.height)));
}

/** Beside the line, where there is no room on it: above or below a gate for example. */
const BESIDE = 120;
const OFFSETS = [-30, 30, -46, 46];
/** Places tried along one piece of a line. */
const MOST_PLACES = 17;

/** Places along a line with what speaks against each by itself: off its middle, on a bend, on a piece shorter than the label, beside it. */
function placesOn(request: LabelRequest, width: number): { at: Corner; cost: number }[] {
  const { corners } = request;
  if (request.loop) return besideLoop(corners, width);
  const places: { at: Corner; cost: number }[] = [];
  let before = 0;
  const lengths = corners.slice(1).map((corner, index) => {
    const last = corners[index] as Corner;
    return Math.abs(corner.x - last.x) + Math.abs(corner.y - last.y);
  });
  const whole = lengths.reduce((sum, length) => sum + length, 0);
  lengths.forEach((length, index) => {
    const a = corners[index] as Corner;
    const b = corners[index + 1] as Corner;
    const flat = a.y === b.y;
    // Room for ring and arrow at the ends, for the bend elsewhere.
    const half = flat ? width / 2 + 9 : LABEL_HEIGHT / 2 + 9;
    const fits = length >= 2 * half;
    const from = fits ? half : length / 2;
    const to = fits ? length - half : length / 2;
    const count = Math.min(MOST_PLACES, Math.max(1, Math.ceil((to - from) / 12) + 1));
    for (let step = 0; step < count; step += 1) {
      const along = count === 1 ? (from + to) / 2 : from + ((to - from) * step) / (count - 1);
      const at = {
        x: Math.round(a.x + ((b.x - a.x) * along) / Math.max(1, length)),
        y: Math.round(a.y + ((b.y - a.y) * along) / Math.max(1, length)),
      };
      const share = whole === 0 ? 0.5 : (before + along) / whole;
      const cost = (flat ? 0 : 10) + Math.abs(share - 0.4) * 30;
      places.push({ at, cost: cost + (fits ? 0 : 60) });
      if (!flat) {
        for (const side of [-1, 1]) places.push({ at: { x: at.x + side * (width / 2 + 5), y: at.y }, cost: cost + BESIDE / 2 });
      } else if (length > 40) {
        for (const offset of OFFSETS) {
          places.push({ at: { x: at.x, y: at.y + offset }, cost: cost + BESIDE + (Math.abs(offset) - 30) * 2 });
        }
      }
    }
    before += length;
  });
  return places;
}

/** The label of a loop continues it away from the card. */
function besideLoop(corners: readonly Corner[], width: number): { at: Corner; cost: number }[] {
  const [start, out, back] = corners;
  if (!start || !out || !back) return [];
  const middle = { x: (out.x + back.x) / 2, y: (out.y + back.y) / 2 };
  const sideways = start.y === out.y;
  const away = sideways ? Math.sign(out.x - start.x) : Math.sign(out.y - start.y);
  const at = sideways ? { x: middle.x + away * (width / 2 - 6), y: middle.y } : { x: middle.x, y: middle.y + away * 4 };
  return [0, 14, -14, 28, -28].map((shift) => ({
    at: sideways ? { x: at.x, y: at.y + shift } : { x: at.x + 2 * shift, y: at.y },
    cost: Math.abs(shift),
  }));
}
