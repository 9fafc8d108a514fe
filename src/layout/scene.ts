import type { Analysis } from '../engine/result.ts';
import { nameOf, type Plan } from '../model/plan.ts';
import { arrange, type Placement } from './arrange.ts';
import { bundle, type Edge, type ExternalRow, externalRows } from './bundle.ts';
import { type Family, familyOf } from './family.ts';
import { type Fold, folded, foldOf } from './fold.ts';
import { nameBox } from './gate-spot.ts';
import { type Gate, gatesOf } from './gates.ts';
import { around, type Box, grown, overlaps } from './geometry.ts';
import { type LabelForm, labelWidth } from './label.ts';
import { requestsFor } from './requests.ts';
import { placeLabels } from './route/place-labels.ts';
import { linesFor, plainRoute, type Route, type RouteRequest, routeAll } from './route/route.ts';
import type { Space } from './route/space.ts';
import type { Corner } from './route/tracks.ts';
import type { Shown } from './shown.ts';
import { EXTERNALS, isGroup, STACK } from './sizes.ts';
import { titleBoxes } from './titles.ts';

/** An edge with the way it takes. */
export interface DrawnEdge extends Edge {
  readonly corners: Route;
  /** The middle of its label, its width and how much it says; null where there is no way. */
  readonly pill: { readonly at: Corner; readonly width: number; readonly form: LabelForm } | null;
}

/** A zone that no one drew but flows end in: the Internet. */
export interface ImplicitZone {
  readonly id: string;
  readonly name: string;
  readonly kind: 'internet';
}

/** Everything on the canvas, in absolute pixels: what React only has to draw. */
export interface Scene {
  /** Where what is drawn stands. */
  readonly placement: Placement;
  /** Where everything stands, what collapsed zones hide included. */
  readonly whole: Placement;
  readonly fold: Fold;
  readonly family: Family;
  readonly implicit: ImplicitZone | null;
  readonly externals: { readonly zone: string; readonly rows: readonly ExternalRow[] } | null;
  readonly edges: readonly DrawnEdge[];
  readonly gates: readonly Gate[];
  readonly requests: ReadonlyMap<string, RouteRequest>;
  readonly space: Space;
  /** Edges whose lines are only a first draft: there were too many to draw at once. */
  readonly coarse: ReadonlySet<string>;
}

/** What the words on edges need: the text of a pill where several products meet. */
export type SeveralText = (products: number, flows: number) => string;

/**
 * Places everything and draws every line. Deterministic in plan and analysis; with the scene `before` an edit,
 * lines that nothing has moved and nothing stands in the way of stay as they are.
 */
export function sceneOf(plan: Plan, analysis: Analysis | null, shown: Shown, several: SeveralText, before: Scene | null = null): Scene {
  const externals = analysis && externalRows(analysis);
  const family = familyOf(plan);
  const whole = arrange(plan, externals && { zone: externals.zone, rows: externals.rows.length });
  const fold = foldOf(plan, family, externals?.zone ?? null);
  const placement = folded(whole, fold, plan.zones);
  const implicit: ImplicitZone | null =
    externals && !family.parentOf.has(externals.zone)
      ? { id: externals.zone, name: analysis?.zones.find((zone) => zone.id === externals.zone)?.name ?? externals.zone, kind: 'internet' }
      : null;
  return drawn(plan, analysis, shown, several, { family, placement, whole, fold, externals, implicit }, before);
}

/** Draws gates and lines for a placement, such as the one while something is dragged. */
export function drawn(
  plan: Plan,
  analysis: Analysis | null,
  shown: Shown,
  several: SeveralText,
  placed: Pick<Scene, 'family' | 'placement' | 'whole' | 'fold' | 'externals' | 'implicit'>,
  before: Scene | null = null,
): Scene {
  const { family, placement, fold } = placed;
  const solid = solidBoxes(plan, placement, fold);
  const anchor = (id: string): Box | null => solid.get(id) ?? placement.zones.get(id) ?? null;
  const edges = analysis ? bundle(analysis, shown, fold).filter((edge) => anchor(edge.from) && anchor(edge.to)) : [];
  const gates = analysis ? gatesOf({ plan, analysis, placement, family, fold, edges, anchor }) : [];
  const space = spaceOf(plan, placement, fold, solid, gates);
  const requests = requestsFor(plan, edges, gates, placed, anchor);
  const kept = before ? stillGood(requests, before, space) : new Map<string, Route>();
  const open = [...requests.values()].filter((request) => !kept.has(request.id));
  const draft = open.length > AT_ONCE;
  const fresh = draft
    ? new Map(open.map((request) => [request.id, plainRoute(request)]))
    : routeAll(
        open,
        space,
        [...requests.values()].flatMap((request): [RouteRequest, Route][] => {
          const route = kept.get(request.id);
          return route ? [[request, route]] : [];
        }),
      );
  const coarse = new Set(draft ? open.map((request) => request.id) : []);
  return { ...placed, edges: withLabels(edges, new Map([...kept, ...fresh]), space, gates, several), gates, requests, space, coarse };
}

/** More lines than this are drafted first and drawn properly in pauses, so that the page stays awake. */
const AT_ONCE = 80;

/** Draws the drafted lines of a scene properly, one at a time. */
export function refining(scene: Scene): Generator<readonly [string, Route], void> {
  const open = [...scene.coarse].flatMap((id) => scene.requests.get(id) ?? []);
  const kept = scene.edges.flatMap((edge): [RouteRequest, Route][] => {
    const request = scene.requests.get(edge.id);
    return scene.coarse.has(edge.id) || !request ? [] : [[request, edge.corners]];
  });
  return linesFor(open, scene.space, kept);
}

/** The scene with drafted lines replaced. */
export function refined(scene: Scene, routes: ReadonlyMap<string, Route>, several: SeveralText): Scene {
  const all = new Map(scene.edges.map((edge) => [edge.id, routes.get(edge.id) ?? edge.corners]));
  return {
    ...scene,
    edges: withLabels(scene.edges, all, scene.space, scene.gates, several),
    coarse: new Set([...scene.coarse].filter((id) => !routes.has(id))),
  };
}

/** Lines of the scene before whose ends, gates and surroundings are what they were. */
function stillGood(requests: ReadonlyMap<string, RouteRequest>, before: Scene, space: Space): Map<string, Route> {
  const kept = new Map<string, Route>();
  const known = new Set(before.space.cards.concat(before.space.gates).map((box) => JSON.stringify(box)));
  const strangers = space.cards.concat(space.gates).filter((box) => !known.has(JSON.stringify(box)));
  for (const edge of before.edges) {
    if (before.coarse.has(edge.id)) continue;
    const request = requests.get(edge.id);
    const earlier = before.requests.get(edge.id);
    if (!request || !earlier || !sameRequest(request, earlier)) continue;
    if (strangers.some((box) => crosses(edge.corners, box))) continue;
    kept.set(edge.id, edge.corners);
  }
  return kept;
}

function sameRequest(a: RouteRequest, b: RouteRequest): boolean {
  return sameBox(a.from.box, b.from.box) && sameBox(a.to.box, b.to.box) && JSON.stringify(a.gates) === JSON.stringify(b.gates);
}

function sameBox(a: Box, b: Box): boolean {
  return a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height;
}

/** True where a line runs through a box. */
export function crosses(corners: Route, box: Box): boolean {
  return corners.some((corner, index) => {
    const last = corners[index - 1];
    if (!last) return false;
    const piece = {
      x: Math.min(last.x, corner.x),
      y: Math.min(last.y, corner.y),
      width: Math.abs(last.x - corner.x),
      height: Math.abs(last.y - corner.y),
    };
    return overlaps(grown(piece, 1), box);
  });
}

/** The scene with only the lines of the given edges drawn again, after the things at their ends have moved to new places. */
export function redrawn(scene: Scene, plan: Plan, placement: Placement, touched: ReadonlySet<string>, several: SeveralText): Scene {
  const solid = solidBoxes(plan, placement, scene.fold);
  const anchor = (id: string): Box | null => solid.get(id) ?? placement.zones.get(id) ?? null;
  const space = spaceOf(plan, placement, scene.fold, solid, scene.gates);
  const moving = scene.edges.filter((edge) => touched.has(edge.id));
  const fresh = requestsFor(plan, moving, scene.gates, { ...scene, placement }, anchor);
  const kept = scene.edges.flatMap((edge): [RouteRequest, Route][] => {
    const request = scene.requests.get(edge.id);
    return touched.has(edge.id) || !request ? [] : [[request, edge.corners]];
  });
  const routes = routeAll([...fresh.values()], space, kept);
  const labelled = new Map(withLabels(moving, routes, space, scene.gates, several).map((edge) => [edge.id, edge]));
  return {
    ...scene,
    placement,
    edges: scene.edges.map((edge) => labelled.get(edge.id) ?? edge),
    requests: new Map([...scene.requests, ...fresh]),
    space,
  };
}

/** Cards as lines meet them: the sheets of a group belong to its card, and a collapsed zone is one. */
export function solidBoxes(plan: Plan, placement: Placement, fold: Fold): Map<string, Box> {
  const solid = new Map<string, Box>();
  for (const host of plan.hosts) {
    const box = placement.hosts.get(host.id);
    const sheets = isGroup(host) ? STACK : 0;
    if (box) solid.set(host.id, { ...box, width: box.width + sheets, height: box.height + sheets });
  }
  if (placement.externals) solid.set(EXTERNALS, placement.externals);
  for (const id of fold.held.keys()) {
    const frame = placement.zones.get(id);
    if (frame) solid.set(id, frame);
  }
  return solid;
}

function spaceOf(plan: Plan, placement: Placement, fold: Fold, solid: ReadonlyMap<string, Box>, gates: readonly Gate[]): Space {
  const zoneOf = new Map(plan.zones.map((zone) => [zone.id, zone]));
  const zones = [...placement.zones].filter(([id]) => !fold.held.has(id));
  return {
    cards: [...solid.values()],
    gates: gates.map((gate) => gate.box),
    titles: [
      ...zones.flatMap(([id, box]) => titleBoxes(zoneOf.get(id) ?? { id, cidrs: [] }, box)),
      ...gates.flatMap((gate) => nameBox(gate, gate.firewall ? gate.firewall.name.length * 6.6 : 0) ?? []),
    ],
    zones: zones.map(([id, box]) => ({ id, box })),
  };
}

function withLabels(
  edges: readonly Edge[],
  routes: ReadonlyMap<string, Route>,
  space: Space,
  gates: readonly Gate[],
  several: SeveralText,
): DrawnEdge[] {
  const formsOf = new Map(
    edges.map((edge) => [
      edge.id,
      FORMS.map(({ form, cost }) => ({ form, cost, width: labelWidth(edge.label, several(edge.label.products, edge.label.flows), form) })),
    ]),
  );
  // A few lines, as while dragging, only need what is near them.
  const view =
    edges.length > 20
      ? null
      : around(edges.flatMap((edge) => (routes.get(edge.id) ?? []).map((corner) => ({ ...corner, width: 0, height: 0 }))));
  const near = (box: Box): boolean => view === null || overlaps(grown(view, 200), box);
  const surroundings = {
    cards: space.cards.filter(near),
    gates: gates.map((gate) => gate.box).filter(near),
    titles: space.titles.filter(near),
  };
  const places = placeLabels(
    edges.map((edge) => ({
      id: edge.id,
      corners: routes.get(edge.id) ?? [],
      loop: edge.from === edge.to,
      forms: formsOf.get(edge.id) ?? [],
    })),
    surroundings,
  );
  return edges.map((edge) => {
    const place = places.get(edge.id);
    const form = place && formsOf.get(edge.id)?.[place.form];
    return {
      ...edge,
      corners: routes.get(edge.id) ?? [],
      pill: place && form ? { at: place.at, width: form.width, form: form.form } : null,
    };
  });
}

/** A shorter label is worse than the whole one, and better than one that covers something. */
const FORMS = [
  { form: 'full', cost: 0 },
  { form: 'short', cost: 70 },
  { form: 'tile', cost: 230 },
] as const satisfies readonly { form: LabelForm; cost: number }[];

/** The text a screen reader and the tooltip give for the ends of an edge. */
export function endName(plan: Plan, id: string, externalsName: string): string {
  if (id === EXTERNALS) return externalsName;
  const thing = plan.hosts.find((host) => host.id === id) ?? plan.zones.find((zone) => zone.id === id);
  return thing ? nameOf(thing) : id;
}
