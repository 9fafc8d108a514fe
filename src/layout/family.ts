import type { Plan, Zone } from '../model/plan.ts';

/** Who stands in whom, with dangling parents and cycles taken as top level. */
export interface Family {
  /** Zone id to the id of the zone it is drawn in; null at the top. */
  readonly parentOf: ReadonlyMap<string, string | null>;
  /** Zone id (null: the top) to the zones drawn in it, in plan order. */
  readonly zonesIn: ReadonlyMap<string | null, readonly Zone[]>;
  /** Zones with every parent before its children. */
  readonly topDown: readonly Zone[];
}

/** Reads the nesting of a plan's zones as it can be drawn. */
export function familyOf(plan: Pick<Plan, 'zones'>): Family {
  const byId = new Map(plan.zones.map((zone) => [zone.id, zone]));
  const parentOf = new Map<string, string | null>();
  for (const zone of byId.values()) {
    const seen = new Set<string>([zone.id]);
    let above = zone.parent ?? null;
    let circular = false;
    while (above !== null) {
      if (seen.has(above)) {
        circular = true;
        break;
      }
      seen.add(above);
      above = byId.get(above)?.parent ?? null;
    }
    const parent = zone.parent ?? null;
    parentOf.set(zone.id, !circular && parent !== null && byId.has(parent) ? parent : null);
  }
  const zonesIn = new Map<string | null, Zone[]>();
  for (const zone of byId.values()) {
    const parent = parentOf.get(zone.id) ?? null;
    const list = zonesIn.get(parent);
    if (list) list.push(zone);
    else zonesIn.set(parent, [zone]);
  }
  const topDown: Zone[] = [];
  const visit = (parent: string | null): void => {
    for (const zone of zonesIn.get(parent) ?? []) {
      topDown.push(zone);
      visit(zone.id);
    }
  };
  visit(null);
  return { parentOf, zonesIn, topDown };
}

/** The zone itself and every zone it is drawn in, from the inside out. */
export function lineage(family: Family, zone: string): string[] {
  const result: string[] = [];
  for (let at: string | null = zone; at !== null; at = family.parentOf.get(at) ?? null) result.push(at);
  return result;
}

/** The zone and everything nested in it. */
export function descendants(family: Family, zone: string): string[] {
  return [zone, ...(family.zonesIn.get(zone) ?? []).flatMap((child) => descendants(family, child.id))];
}
