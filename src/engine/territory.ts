import { byCodeUnit, byId } from '../model/order.ts';
import { type Boundary, nameOf, type Plan, undrawnBoundaryId, type Zone, type ZoneKind } from '../model/plan.ts';
import { distinct } from './distinct.ts';
import { finding } from './finding.ts';
import { listed, phrase } from './finding-words.ts';
import type { BoundaryInUse, EffectiveZone, Finding } from './result.ts';
import type { Slot } from './wording.ts';

/** A zone that filters: what is left once frames are seen through. */
export interface Area extends EffectiveZone {
  readonly kind: ZoneKind;
  /** Label that decides which hosts share a LAN; null where the zone is no LAN. */
  readonly lan: string | null;
  readonly filtered: boolean;
  /** True for a zone id that the plan names and does not have: nothing leads there. */
  readonly missing: boolean;
}

/** The zones and boundaries of a plan as paths see them. */
export interface Territory {
  /** All zones that filter, by id. */
  readonly areas: ReadonlyMap<string, Area>;
  /** The area a host of this zone belongs to. */
  readonly areaOf: (zoneId: string) => Area;
  /** Where external services live. */
  readonly internet: Area;
  /** Zones where a path may only start or end if another way exists. */
  readonly isInternet: (areaId: string) => boolean;
  /** Boundaries at one area, in order of id. Undrawn ones are made on the way. */
  readonly boundariesAt: (areaId: string) => readonly BoundaryInUse[];
  /** A boundary by id, drawn or implied, or null. */
  readonly boundary: (id: string) => BoundaryInUse | null;
  /** The inner boundary of an area, drawn; the smallest id where there are several. */
  readonly innerBoundaries: (areaId: string) => readonly BoundaryInUse[];
  /** Drawn boundaries that count, in order of id. */
  readonly drawn: readonly BoundaryInUse[];
  readonly impliedAdjacencies: number;
}

/** Sees through frames, finds the Internet and the boundaries. Bad references become findings; the rest still works. */
export function survey(plan: Plan): { territory: Territory; findings: Finding[] } {
  const findings: Finding[] = [];
  const zones = new Map(distinct(plan.zones).map((zone) => [zone.id, zone]));
  const boundaries = distinct(plan.boundaries);
  const firewalls = new Set(plan.firewalls.map((firewall) => firewall.id));
  const parents = parentsOf(zones, findings);

  const implicitId = implicitInternetId(plan, zones);
  const filteringAncestor = (id: string): string | null => {
    for (let at = parents.get(id) ?? null; at !== null; at = parents.get(at) ?? null) if (zones.get(at)?.filtering) return at;
    return null;
  };

  // A frame without a filtering ancestor is a zone only while a host stands in it, external services live in it, or a boundary names it.
  const named = new Set<string>([...plan.hosts.map((host) => host.zone), ...boundaries.flatMap((boundary) => boundary.between)]);
  const home = internetHome(zones);
  if (home !== null) named.add(home);
  const isArea = (zone: Zone) => zone.filtering || (filteringAncestor(zone.id) === null && named.has(zone.id));

  const areas = new Map<string, Area>();
  const inner = boundaries.filter((boundary) => boundary.between[0] === boundary.between[1]);
  for (const zone of [...zones.values()].sort(byId)) {
    if (!isArea(zone)) continue;
    areas.set(zone.id, {
      id: zone.id,
      name: nameOf(zone),
      kind: zone.kind,
      parent: filteringAncestor(zone.id),
      implicit: false,
      lan: zone.lan ? zone.lan : zone.kind === 'internet' ? null : zone.id,
      filtered: zone.intraZone === 'filtered' || inner.some((boundary) => boundary.between[0] === zone.id),
      missing: false,
    });
  }
  const implicit: Area = {
    id: implicitId,
    name: 'Internet',
    kind: 'internet',
    parent: null,
    implicit: true,
    lan: null,
    filtered: inner.some((boundary) => boundary.between[0] === implicitId),
    missing: false,
  };

  const areaOf = (zoneId: string): Area => {
    const own = areas.get(zoneId);
    if (own) return own;
    if (zones.has(zoneId)) {
      const ancestor = filteringAncestor(zoneId);
      const area = ancestor === null ? undefined : areas.get(ancestor);
      if (area) return area;
    }
    if (home === null && zoneId === implicitId) return implicit;
    return { id: zoneId, name: zoneId, kind: 'internal', parent: null, implicit: false, lan: null, filtered: false, missing: true };
  };
  const internet = home === null ? implicit : areaOf(home);
  if (home === null) areas.set(implicit.id, implicit);

  const drawn: BoundaryInUse[] = [];
  for (const boundary of boundaries) {
    const firewall = boundary.firewall ?? null;
    if (firewall !== null && !firewalls.has(firewall))
      findings.push(dangling('boundary', boundary.id, nameOf(boundary), 'firewall', firewall));
    const ends = boundary.between;
    const lost = ends.filter((end) => !zones.has(end) && !(home === null && end === implicitId));
    for (const end of new Set(lost)) findings.push(dangling('boundary', boundary.id, nameOf(boundary), 'zone', end));
    if (lost.length > 0) continue;
    const frames = [...new Set(ends)].filter((end) => !areas.has(end)).sort(byCodeUnit);
    if (frames.length > 0) {
      findings.push(
        notAZone(
          boundary,
          frames.map((end) => zones.get(end)).filter((zone) => zone !== undefined),
        ),
      );
      continue;
    }
    drawn.push(inUse(boundary, firewall !== null && firewalls.has(firewall) ? firewall : null));
  }

  const topLevel = [...areas.values()].filter((area) => area.parent === null).map((area) => area.id);
  const isTop = new Set(topLevel);
  const between = drawn.filter((boundary) => boundary.between[0] !== boundary.between[1]);
  const mesh = !between.some((boundary) => isTop.has(boundary.between[0]) && isTop.has(boundary.between[1]));
  const drawnPairs = new Set(between.map((boundary) => undrawnBoundaryId(...boundary.between)));

  const made = new Map<string, BoundaryInUse>(between.map((boundary) => [boundary.id, boundary]));
  const undrawn = (a: string, b: string): BoundaryInUse => {
    const id = undrawnBoundaryId(a, b);
    const known = made.get(id);
    if (known) return known;
    const [first, second] = a < b ? [a, b] : [b, a];
    const name = `${areas.get(first)?.name ?? first} | ${areas.get(second)?.name ?? second}`;
    const boundary: BoundaryInUse = { id, name, between: [first, second], firewall: null, drawn: false };
    made.set(id, boundary);
    return boundary;
  };

  const children = new Map<string, string[]>();
  for (const area of areas.values()) if (area.parent !== null) children.set(area.parent, [...(children.get(area.parent) ?? []), area.id]);
  const drawnAt = new Map<string, BoundaryInUse[]>();
  for (const boundary of between) for (const end of boundary.between) drawnAt.set(end, [...(drawnAt.get(end) ?? []), boundary]);

  const atArea = new Map<string, readonly BoundaryInUse[]>();
  const boundariesAt = (id: string): readonly BoundaryInUse[] => {
    const known = atArea.get(id);
    if (known) return known;
    const area = areas.get(id);
    if (!area) return [];
    const neighbours = [...(children.get(id) ?? []), ...(area.parent === null ? [] : [area.parent])];
    if (mesh && isTop.has(id)) neighbours.push(...topLevel.filter((other) => other !== id));
    const implied = neighbours.filter((other) => !drawnPairs.has(undrawnBoundaryId(id, other))).map((other) => undrawn(id, other));
    const all = [...(drawnAt.get(id) ?? []), ...implied].sort(byId);
    atArea.set(id, all);
    return all;
  };

  const territory: Territory = {
    areas,
    areaOf,
    internet,
    isInternet: (id) => areas.get(id)?.kind === 'internet',
    boundariesAt,
    boundary: (id) => {
      const known = made.get(id);
      if (known) return known;
      for (const area of id.startsWith('~') ? areas.keys() : []) {
        const found = boundariesAt(area).find((boundary) => boundary.id === id);
        if (found) return found;
      }
      return null;
    },
    innerBoundaries: (id) => drawn.filter((boundary) => boundary.between[0] === id && boundary.between[1] === id),
    drawn: drawn.sort(byId),
    impliedAdjacencies: mesh ? (topLevel.length * (topLevel.length - 1)) / 2 : 0,
  };
  return { territory, findings };
}

function parentsOf(zones: ReadonlyMap<string, Zone>, findings: Finding[]): Map<string, string> {
  const parents = new Map<string, string>();
  for (const zone of zones.values()) {
    if (zone.parent === null || zone.parent === undefined) continue;
    if (zones.has(zone.parent)) parents.set(zone.id, zone.parent);
    else findings.push(dangling('zone', zone.id, nameOf(zone), 'zone', zone.parent));
  }
  // Every zone on a cycle is treated as top-level; a zone that merely hangs below a cycle keeps its parent.
  const onCycle = new Set<string>();
  for (const start of parents.keys()) {
    const trail: string[] = [];
    let at: string | undefined = start;
    while (at !== undefined && !trail.includes(at) && !onCycle.has(at)) {
      trail.push(at);
      at = parents.get(at);
    }
    if (at !== undefined && trail.includes(at)) {
      const cycle = trail.slice(trail.indexOf(at)).sort(byCodeUnit);
      for (const id of cycle) onCycle.add(id);
      findings.push(
        finding(
          'zone-cycle',
          { zones: cycle.map((id) => nameOf(zones.get(id) ?? { id })).join(', ') },
          cycle.map((id) => ({ kind: 'zone', id })),
        ),
      );
    }
  }
  for (const id of onCycle) parents.delete(id);
  return parents;
}

/** `internet`, or `~internet` where something else in the plan has that id. */
function implicitInternetId(plan: Plan, zones: ReadonlyMap<string, Zone>): string {
  const taken =
    zones.has('internet') ||
    [plan.firewalls, plan.boundaries, plan.hosts, plan.requirements].some((things) => things.some((thing) => thing.id === 'internet')) ||
    plan.hosts.some((host) => host.components.some((component) => component.id === 'internet'));
  return taken ? '~internet' : 'internet';
}

function internetHome(zones: ReadonlyMap<string, Zone>): string | null {
  const homes = [...zones.values()].filter((zone) => zone.kind === 'internet').map((zone) => zone.id);
  return homes.includes('internet') ? 'internet' : (homes.sort(byCodeUnit)[0] ?? null);
}

function inUse(boundary: Boundary, firewall: string | null): BoundaryInUse {
  const [a, b] = boundary.between;
  return { id: boundary.id, name: nameOf(boundary), between: a < b ? [a, b] : [b, a], firewall, drawn: true };
}

function notAZone(boundary: Boundary, frames: readonly Zone[]): Finding {
  return finding('boundary-end-not-a-zone', { name: nameOf(boundary), frames: listed('and', frames.map(nameOf)) }, [
    { kind: 'boundary', id: boundary.id },
    ...frames.map((zone) => ({ kind: 'zone', id: zone.id })),
  ]);
}

/** What a reference can lead to. */
export type Target = 'boundary' | 'component' | 'external' | 'firewall' | 'host' | 'zone';

/** The finding about a reference that leads nowhere. */
export function dangling(kind: string, id: string, name: Slot, targetKind: Target, target: string): Finding {
  const the = phrase(`the/${targetKind}`, {});
  const subjects = [
    { kind, id },
    { kind: targetKind, id: target },
  ];
  return target === ''
    ? finding('reference-dangling/empty', { name, no: phrase(`no/${targetKind}`, {}), the }, subjects)
    : finding('reference-dangling/unknown', { name, the, target }, subjects);
}
