import { descendants } from '../../layout/family.ts';
import { type Box, contains, grown, middle, moved, overlaps, snapped } from '../../layout/geometry.ts';
import type { Scene } from '../../layout/scene.ts';
import { EXTERNALS, hostSize } from '../../layout/sizes.ts';
import { lookup } from '../../model/dictionary.ts';
import { addComponent, splitOff } from '../../model/edits/components.ts';
import { freshId, freshName } from '../../model/edits/fresh-id.ts';
import { hostNameFor } from '../../model/edits/host-name.ts';
import { addHost, moveHosts, updateHost } from '../../model/edits/hosts.ts';
import { placed } from '../../model/edits/layout.ts';
import { addZone, setZoneParent } from '../../model/edits/zones.ts';
import type { Plan, Point, Rectangle, ZoneKind } from '../../model/plan.ts';
import { zoneAround } from './pointing.ts';

type Placed = Pick<Scene, 'placement' | 'whole' | 'fold' | 'family'>;

/** The plan with a place for everything that the canvas had to find one for: from the first move on, nothing else jumps. */
export function pinned(plan: Plan, { whole }: Pick<Placed, 'whole'>): Plan {
  const zones = [...whole.zones].filter(([id]) => !(plan.layout && lookup(plan.layout.zones, id)));
  const hosts = [...whole.hosts].filter(([id]) => !(plan.layout && lookup(plan.layout.hosts, id)));
  const card = whole.externals;
  const cardIsPlaced = plan.layout !== undefined && lookup(plan.layout.hosts, EXTERNALS) !== undefined;
  return placed(plan, {
    zones: zones.map(([id, box]): [string, Rectangle] => [id, { ...box }]),
    hosts: [
      ...hosts.map(([id, box]): [string, Point] => [id, { x: box.x, y: box.y }]),
      ...(card && !cardIsPlaced ? [[EXTERNALS, { x: card.x, y: card.y }] satisfies [string, Point]] : []),
    ],
  });
}

/** Where something was dropped, and the zone it shall belong to. */
export interface Drop {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  /** For hosts the zone, for zones the parent; undefined leaves it. */
  readonly into?: string | null | undefined;
}

/** The plan with no places for some zones and all that is in them: the canvas finds new ones. */
function unplaced(plan: Plan, zones: ReadonlySet<string>, hosts: Iterable<string>): Plan {
  return placed(plan, { zones: [...zones].map((id) => [id, null] as const), hosts: [...hosts].map((id) => [id, null] as const) });
}

/** The plan after hosts and zones were dropped: zones take their content along. What goes into a collapsed zone finds its place there. */
export function droppedAt(plan: Plan, scene: Placed, drops: readonly Drop[]): Plan {
  let next = pinned(plan, scene);
  const { whole, family, fold } = scene;
  const dropped = new Set(drops.map((drop) => drop.id));
  for (const drop of drops) {
    const hidden = drop.into !== undefined && drop.into !== null && fold.standIn.has(drop.into);
    const zone = whole.zones.get(drop.id);
    if (zone) {
      const dx = drop.x - zone.x;
      const dy = drop.y - zone.y;
      const inside = new Set(family.parentOf.has(drop.id) ? descendants(family, drop.id) : [drop.id]);
      const hosts = plan.hosts.filter((host) => inside.has(host.zone)).map((host) => host.id);
      const card = whole.externals;
      next = placed(next, {
        zones: [...inside].flatMap((id): [string, Rectangle][] => {
          const box = whole.zones.get(id);
          return box ? [[id, { ...moved(box, dx, dy) }]] : [];
        }),
        hosts: [
          ...hosts.flatMap((id): [string, Point][] => {
            const box = whole.hosts.get(id);
            return box ? [[id, { x: box.x + dx, y: box.y + dy }]] : [];
          }),
          ...(card && contains(zone, card) ? [[EXTERNALS, { x: card.x + dx, y: card.y + dy }] satisfies [string, Point]] : []),
        ],
      });
      if (drop.into !== undefined) next = setZoneParent(next, drop.id, drop.into);
      if (hidden) next = unplaced(next, inside, hosts);
      continue;
    }
    const host = next.hosts.find((one) => one.id === drop.id);
    if (host && hidden && host.zone !== drop.into)
      next = unplaced(updateHost(next, host.id, { zone: drop.into ?? host.zone }), new Set(), [host.id]);
    else if (host) {
      const zone = drop.into ?? host.zone;
      const at = drop.into === undefined ? drop : freeNear(next, scene, { id: drop.id, zone }, { x: drop.x, y: drop.y }, dropped);
      next = moveHosts(next, [{ id: drop.id, zone, x: at.x, y: at.y }]);
    } else if (drop.id === EXTERNALS) next = placed(next, { hosts: [[EXTERNALS, { x: drop.x, y: drop.y }]] });
  }
  return next;
}

/** How far a card gives way when it is dropped on another one. */
const REACH = 320;

/** The nearest place where a dropped card covers no other card of its zone; where there is none near, the place itself. */
function freeNear(
  plan: Plan,
  { placement }: Placed,
  host: { readonly id: string; readonly zone: string },
  at: Point,
  dropped: ReadonlySet<string>,
): { x: number; y: number } {
  const size = placement.hosts.get(host.id) ?? { width: 0, height: 0 };
  const inside = new Set([host.zone, ...plan.zones.filter((zone) => zone.parent === host.zone).map((zone) => zone.id)]);
  const taken = [
    ...plan.hosts.flatMap((other) => (inside.has(other.zone) && !dropped.has(other.id) ? (placement.hosts.get(other.id) ?? []) : [])),
    ...plan.zones.flatMap((zone) => (zone.parent === host.zone ? (placement.zones.get(zone.id) ?? []) : [])),
    ...(placement.externals && !dropped.has(EXTERNALS) ? [placement.externals] : []),
  ];
  const fits = (x: number, y: number, room: number): boolean => {
    const box = grown({ x, y, width: size.width, height: size.height }, room);
    return taken.every((other) => !overlaps(box, other));
  };
  if (fits(at.x, at.y, 4)) return at;
  let best: { x: number; y: number; distance: number } | null = null;
  for (let dy = -REACH; dy <= REACH; dy += 12) {
    for (let dx = -REACH; dx <= REACH; dx += 12) {
      const distance = Math.hypot(dx, dy);
      if (distance > REACH || (best && distance >= best.distance) || !fits(at.x + dx, at.y + dy, 24)) continue;
      best = { x: at.x + dx, y: at.y + dy, distance };
    }
  }
  return best ?? at;
}

/** A zone drawn as a rectangle: it stands in the zone that holds the whole rectangle, and takes in what lies within it there. */
export function zoneDrawn(plan: Plan, scene: Placed, box: Box, kind: ZoneKind, name: string): { plan: Plan; id: string } {
  const parent = zoneAround(scene, box);
  const id = freshId(plan, kind);
  let next = addZone(pinned(plan, scene), {
    id,
    kind,
    name: freshName(plan, name),
    parent,
    rectangle: { x: snapped(box.x), y: snapped(box.y), width: snapped(box.width), height: snapped(box.height) },
  });
  const around = parent !== null && scene.family.parentOf.has(parent) ? parent : null;
  for (const zone of scene.family.zonesIn.get(around) ?? []) {
    const inner = scene.placement.zones.get(zone.id);
    if (inner && contains(box, inner)) next = setZoneParent(next, zone.id, id);
  }
  const taken = plan.hosts.flatMap((host) => {
    const card = scene.placement.hosts.get(host.id);
    return card && host.zone === parent && contains(box, { ...middle(card), width: 0, height: 0 })
      ? [{ id: host.id, zone: id, x: card.x, y: card.y }]
      : [];
  });
  if (taken.length > 0) next = moveHosts(next, taken);
  return { plan: next, id };
}

/** A host in a zone with its card around a point, running a type or nothing. */
export function hostPlaced(plan: Plan, scene: Placed, zone: string, at: Point, type: string | null): { plan: Plan; id: string } {
  const name = hostNameFor(plan, type);
  const id = freshId(plan, name);
  const pinnedPlan = pinned(plan, scene);
  const next = addHost(pinnedPlan, { id, zone, name, ...placeNear(pinnedPlan, scene, zone, at) });
  return { plan: type === null ? next : addComponent(next, id, type), id };
}

/** A component on a new host of its own, with its card around a point in a zone. */
export function componentSplit(plan: Plan, scene: Placed, component: string, zone: string, at: Point): { plan: Plan; host: string } {
  const pinnedPlan = pinned(plan, scene);
  return splitOff(pinnedPlan, component, { zone, ...placeNear(pinnedPlan, scene, zone, at) });
}

/** The place of a new card near a point in a zone, off what stands there; none in a collapsed zone, which has no room to point at. */
function placeNear(plan: Plan, scene: Placed, zone: string, at: Point): { place?: { x: number; y: number } } {
  if (scene.fold.standIn.has(zone)) return {};
  const id = '~new';
  const size = hostSize({ components: [] });
  const place = { x: snapped(at.x - size.width / 2), y: snapped(at.y - 16) };
  const { placement } = scene;
  const around = { ...scene, placement: { ...placement, hosts: new Map([...placement.hosts, [id, { ...place, ...size }]]) } };
  return { place: freeNear(plan, around, { id, zone }, place, new Set([id])) };
}
