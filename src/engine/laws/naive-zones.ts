import { type Boundary, type Plan, undrawnBoundaryId, type Zone } from '../../model/plan.ts';

/** A way from one zone straight into another, drawn or implied. */
export interface NaiveEdge {
  readonly id: string;
  readonly ends: readonly [string, string];
  readonly firewall: string | null;
}

/** A zone that counts: filtering, or a frame that acts as a zone, or the stand-in for the Internet. */
export interface NaiveZone {
  readonly id: string;
  readonly kind: string;
  readonly parent: string | null;
  /** Null where the zone is no LAN. */
  readonly lan: string | null;
  readonly filtered: boolean;
}

export interface NaiveMap {
  readonly zones: readonly NaiveZone[];
  readonly edges: readonly NaiveEdge[];
  /** Inner boundaries, drawn with equal ends. */
  readonly inner: readonly NaiveEdge[];
  readonly internet: string;
  /** The stand-in is never passed through. */
  readonly implicit: boolean;
  /** The effective zone of something placed in a drawn zone; null where there is none. */
  readonly effective: (zone: string) => string | null;
}

/** Zones and boundaries as "Zones, boundaries and paths" 1 to 3 and 8 of the model say. */
export function naiveMap(plan: Plan): NaiveMap {
  const drawn = (id: string): Zone | undefined => plan.zones.find((zone) => zone.id === id);
  const filteringAncestor = (zone: Zone): string | null => {
    let parent = drawn(zone.parent ?? '');
    while (parent && !parent.filtering) parent = drawn(parent.parent ?? '');
    return parent?.id ?? null;
  };
  const actsAsZone = (zone: Zone): boolean => {
    if (zone.filtering) return true;
    if (filteringAncestor(zone) !== null) return false;
    return plan.hosts.some((host) => host.zone === zone.id) || plan.boundaries.some((boundary) => boundary.between.includes(zone.id));
  };
  const effective = (id: string): string | null => {
    const zone = drawn(id);
    if (!zone) return null;
    if (zone.filtering) return zone.id;
    return filteringAncestor(zone) ?? (actsAsZone(zone) ? zone.id : null);
  };
  const internets = plan.zones.filter((zone) => zone.kind === 'internet').map((zone) => zone.id);
  const implicit = internets.length === 0;
  const chosen = internets.includes('internet') ? 'internet' : smallest(internets);
  // External services stand in the plan's internet zone as a host would: in a frame they belong to its nearest filtering ancestor, or make it a zone.
  const internet = implicit ? (drawn('internet') ? '~internet' : 'internet') : (effective(chosen) ?? chosen);
  const zones: NaiveZone[] = plan.zones
    .filter((zone) => actsAsZone(zone) || zone.id === internet)
    .map((zone) => ({
      id: zone.id,
      kind: zone.kind,
      parent: zone.filtering ? filteringAncestor(zone) : null,
      lan: zone.lan ?? (zone.kind === 'internet' ? null : zone.id),
      filtered: zone.intraZone === 'filtered' || plan.boundaries.some((boundary) => isInner(boundary) && boundary.between[0] === zone.id),
    }));
  if (implicit) {
    const filtered = plan.boundaries.some((boundary) => isInner(boundary) && boundary.between[0] === internet);
    zones.push({ id: internet, kind: 'internet', parent: null, lan: null, filtered });
  }

  const isZone = (id: string): boolean => zones.some((zone) => zone.id === id);
  const isTop = (id: string): boolean => zones.some((zone) => zone.id === id && zone.parent === null);
  const valid = plan.boundaries.filter((boundary) => boundary.between.every(isZone)).map(edgeOf(plan));
  const edges: NaiveEdge[] = valid.filter((edge) => edge.ends[0] !== edge.ends[1]);
  const joins = (a: string, b: string): boolean => edges.some((edge) => edge.ends.includes(a) && edge.ends.includes(b));
  const sketch = !edges.some((edge) => edge.ends.every(isTop));
  const implied: NaiveEdge[] = [];
  const imply = (a: string, b: string): void => {
    if (!joins(a, b)) implied.push({ id: undrawnBoundaryId(a, b), ends: [a, b], firewall: null });
  };
  for (const zone of zones) if (zone.parent !== null) imply(zone.id, zone.parent);
  if (sketch) for (const a of zones) for (const b of zones) if (a.id < b.id && isTop(a.id) && isTop(b.id)) imply(a.id, b.id);

  return {
    zones,
    edges: [...edges, ...implied],
    inner: valid.filter((edge) => edge.ends[0] === edge.ends[1]),
    internet,
    implicit,
    effective: (id) => (isZone(id) ? id : effective(id)),
  };
}

function isInner(boundary: Boundary): boolean {
  return boundary.between[0] === boundary.between[1];
}

function edgeOf(plan: Plan): (boundary: Boundary) => NaiveEdge {
  return (boundary) => ({
    id: boundary.id,
    ends: boundary.between,
    firewall: plan.firewalls.some((firewall) => firewall.id === boundary.firewall) ? (boundary.firewall ?? null) : null,
  });
}

/** The smallest text by code unit. */
export function smallest(ids: readonly string[]): string {
  return [...ids].sort((a, b) => (a < b ? -1 : 1))[0] ?? '';
}
