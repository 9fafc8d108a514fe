import type { Plan, Point, Rectangle, Zone, ZoneKind } from '../plan.ts';
import { layoutOf, placed } from './layout.ts';
import { replaceById, withFields } from './replace.ts';

/** What a new zone is made of; everything else has its default. */
export interface NewZone {
  readonly id: string;
  readonly kind: ZoneKind;
  readonly name?: string;
  readonly parent?: string | null;
  readonly rectangle?: Rectangle;
}

/** The plan with a further zone. */
export function addZone(plan: Plan, zone: NewZone): Plan {
  const added: Zone = {
    id: zone.id,
    ...(zone.name === undefined ? {} : { name: zone.name }),
    kind: zone.kind,
    ...(zone.parent ? { parent: zone.parent } : {}),
    cidrs: [],
    filtering: true,
    intraZone: 'open',
  };
  const next: Plan = { ...plan, zones: [...plan.zones, added] };
  return zone.rectangle ? placed(next, { zones: [[zone.id, zone.rectangle]] }) : next;
}

/** The plan with fields of one zone changed; undefined takes a field away. The parent is changed by `setZoneParent`. */
export function updateZone(plan: Plan, id: string, fields: Omit<Partial<Zone>, 'id' | 'parent'>): Plan {
  const zones = replaceById(plan.zones, id, (zone) => withFields(zone, fields));
  return zones === plan.zones ? plan : { ...plan, zones };
}

/** The zone itself and every zone inside it, at any depth. Ends on cycles. */
export function zoneAndDescendants(plan: Plan, id: string): Set<string> {
  const found = new Set([id]);
  let grew = true;
  while (grew) {
    grew = false;
    for (const zone of plan.zones) {
      if (zone.parent && found.has(zone.parent) && !found.has(zone.id)) {
        found.add(zone.id);
        grew = true;
      }
    }
  }
  return found;
}

/** The plan with a zone put into another (null: top level). Putting it into itself or into its own content changes nothing. */
export function setZoneParent(plan: Plan, id: string, parent: string | null): Plan {
  const current = plan.zones.find((zone) => zone.id === id)?.parent ?? null;
  if (current === parent) return plan;
  if (parent !== null && zoneAndDescendants(plan, id).has(parent)) return plan;
  const zones = replaceById(plan.zones, id, (zone) => withFields(zone, { parent: parent ?? undefined }));
  return zones === plan.zones ? plan : { ...plan, zones };
}

/** The plan with a zone at another place. Everything inside moves along, since places are absolute. */
export function moveZone(plan: Plan, id: string, to: Point): Plan {
  const layout = layoutOf(plan);
  const rectangle = layout.zones[id];
  if (!rectangle) return plan;
  const dx = to.x - rectangle.x;
  const dy = to.y - rectangle.y;
  if (dx === 0 && dy === 0) return plan;
  const inside = zoneAndDescendants(plan, id);
  const zones = [...inside].flatMap((zone): [string, Rectangle][] => {
    const place = layout.zones[zone];
    return place ? [[zone, { ...place, x: place.x + dx, y: place.y + dy }]] : [];
  });
  const hosts = plan.hosts.flatMap((host): [string, Point][] => {
    const place = layout.hosts[host.id];
    return place && inside.has(host.zone) ? [[host.id, { ...place, x: place.x + dx, y: place.y + dy }]] : [];
  });
  return placed(plan, { zones, hosts });
}

/** The plan with a zone at another place and of another size. What is inside stays where it is. */
export function resizeZone(plan: Plan, id: string, rectangle: Rectangle): Plan {
  return placed(plan, { zones: [[id, rectangle]] });
}
