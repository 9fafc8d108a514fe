import { addComponent } from '../../model/edits/components.ts';
import { freshId, freshName } from '../../model/edits/fresh-id.ts';
import { hostNameFor } from '../../model/edits/host-name.ts';
import { addHost, moveHosts } from '../../model/edits/hosts.ts';
import { placed } from '../../model/edits/layout.ts';
import { addZone, setZoneParent } from '../../model/edits/zones.ts';
import { lookup } from '../../model/dictionary.ts';
import type { Plan, Point, Rectangle, ZoneKind } from '../../model/plan.ts';
import { descendants } from './family.ts';
import { type Box, contains, middle, moved, snapped } from './geometry.ts';
import { zoneAround } from './pointing.ts';
import type { Scene } from './scene.ts';
import { EXTERNALS, hostSize } from './sizes.ts';

type Placed = Pick<Scene, 'placement' | 'family'>;

/** The plan with a place for everything that the canvas had to find one for: from the first move on, nothing else jumps. */
export function pinned(plan: Plan, { placement }: Placed): Plan {
  const zones = [...placement.zones].filter(([id]) => !(plan.layout && lookup(plan.layout.zones, id)));
  const hosts = [...placement.hosts].filter(([id]) => !(plan.layout && lookup(plan.layout.hosts, id)));
  const card = placement.externals;
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

/** The plan after hosts and zones were dropped: zones take their content along. */
export function droppedAt(plan: Plan, scene: Placed, drops: readonly Drop[]): Plan {
  let next = pinned(plan, scene);
  const { placement, family } = scene;
  for (const drop of drops) {
    const zone = placement.zones.get(drop.id);
    if (zone) {
      const dx = drop.x - zone.x;
      const dy = drop.y - zone.y;
      const inside = new Set(family.parentOf.has(drop.id) ? descendants(family, drop.id) : [drop.id]);
      const hosts = plan.hosts.filter((host) => inside.has(host.zone)).map((host) => host.id);
      const card = placement.externals;
      next = placed(next, {
        zones: [...inside].flatMap((id): [string, Rectangle][] => {
          const box = placement.zones.get(id);
          return box ? [[id, { ...moved(box, dx, dy) }]] : [];
        }),
        hosts: [
          ...hosts.flatMap((id): [string, Point][] => {
            const box = placement.hosts.get(id);
            return box ? [[id, { x: box.x + dx, y: box.y + dy }]] : [];
          }),
          ...(card && contains(zone, card) ? [[EXTERNALS, { x: card.x + dx, y: card.y + dy }] satisfies [string, Point]] : []),
        ],
      });
      if (drop.into !== undefined) next = setZoneParent(next, drop.id, drop.into);
      continue;
    }
    const host = next.hosts.find((one) => one.id === drop.id);
    if (host) next = moveHosts(next, [{ id: drop.id, zone: drop.into ?? host.zone, x: drop.x, y: drop.y }]);
    else if (drop.id === EXTERNALS) next = placed(next, { hosts: [[EXTERNALS, { x: drop.x, y: drop.y }]] });
  }
  return next;
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
    return card && host.zone === parent && contains(box, { ...middle(card), width: 0, height: 0 }) ? [{ id: host.id, zone: id, x: card.x, y: card.y }] : [];
  });
  if (taken.length > 0) next = moveHosts(next, taken);
  return { plan: next, id };
}

/** A host in a zone with its card around a point, running a type or nothing. */
export function hostPlaced(plan: Plan, scene: Placed, zone: string, at: Point, type: string | null): { plan: Plan; id: string } {
  const name = hostNameFor(plan, type);
  const id = freshId(plan, name);
  const size = hostSize({ components: [] });
  const place = { x: snapped(at.x - size.width / 2), y: snapped(at.y - 16) };
  const next = addHost(pinned(plan, scene), { id, zone, name, place });
  return { plan: type === null ? next : addComponent(next, id, type), id };
}
