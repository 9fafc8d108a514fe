import { byId } from '../model/order.ts';
import { type Bound, type BoundComponent, sameDeployment } from './bind.ts';
import type { RuleKnowledge } from './knowledge.ts';
import { shareLan } from './lan.ts';

/** Decides which components talk: types, deployments, links, LANs. Conditions come after. */
export interface Pairing {
  /** All components of one side of a rule, in order of id. */
  readonly side: (types: readonly string[]) => readonly BoundComponent[];
  /** Calls `visit` for every pair of the rule, `from` side first. `mayOpen` refuses a `from` component before its partners are looked at. */
  readonly pairs: (
    rule: RuleKnowledge,
    mayOpen: (from: BoundComponent) => boolean,
    visit: (from: BoundComponent, to: BoundComponent) => void,
  ) => void;
}

/** Prepares pairing. `mates` are the other members of a component's HA sets: a link to one reaches all. */
export function makePairing(bound: Bound, mates: ReadonlyMap<BoundComponent, ReadonlySet<BoundComponent>>): Pairing {
  const sides = new Map<string, readonly BoundComponent[]>();
  const side = (types: readonly string[]): readonly BoundComponent[] => {
    const key = types.join(' ');
    const known = sides.get(key);
    if (known) return known;
    const list = types.length === 1 ? bound.ofType(types[0] ?? '') : [...new Set(types.flatMap((type) => bound.ofType(type)))].sort(byId);
    sides.set(key, list);
    return list;
  };

  const owners = new Set(bound.links.map((link) => link.from));
  const reach = (component: BoundComponent, types: readonly string[]): Set<BoundComponent> | null => {
    if (!owners.has(component)) return null;
    const linked = bound.linkedTo(component, types);
    if (linked.length === 0) return null;
    return new Set(linked.flatMap((other) => [other, ...(mates.get(other) ?? [])]));
  };
  const incoming = new Map<BoundComponent, BoundComponent[]>();
  for (const { from, to } of bound.links) if (from !== to) incoming.set(to, [...(incoming.get(to) ?? []), from]);

  /**
   * In peer rules a link counts for both ends, and only between components of the very types the rule names:
   * a client linked to its server keeps its LAN peers, though the server acts as a client too.
   */
  const peerReach = (component: BoundComponent, types: readonly string[]): Set<BoundComponent> | null => {
    if (!types.includes(component.type.id)) return null;
    const linked = [...bound.linkedTo(component, types), ...(incoming.get(component) ?? [])].filter((other) =>
      types.includes(other.type.id),
    );
    if (linked.length === 0) return null;
    return new Set(linked.flatMap((other) => [other, ...(mates.get(other) ?? [])]));
  };

  const fits = (rule: RuleKnowledge, from: BoundComponent, to: BoundComponent): boolean => {
    if (!sameDeployment(from, to)) return false;
    const { scope, delivery } = rule.declaration;
    if (delivery === 'broadcast' && from.host.area !== to.host.area) return false;
    return scope === 'any' || shareLan(from, to) === (scope === 'same-lan');
  };

  const pairs: Pairing['pairs'] = (rule, mayOpen, visit) => {
    const mode = rule.declaration.pairing;
    const fromSide = mode === 'all' ? side(rule.from) : side([...new Set([...rule.from, ...rule.to])]);
    const toSide = mode === 'all' ? side(rule.to) : fromSide;
    const types = mode === 'all' ? null : [...new Set([...rule.from, ...rule.to])];
    const narrow = mode === 'peers' ? peerReach : reach;
    const partners = new Map<BoundComponent, Set<BoundComponent> | null>();
    for (const to of toSide) partners.set(to, narrow(to, types ?? rule.from));
    const near = neighbourhood(rule, toSide);
    for (const from of fromSide) {
      if (!mayOpen(from)) continue;
      const reached = narrow(from, types ?? rule.to);
      for (const to of near(from)) {
        // Among peers and in an array a component meets itself only as a group: machine to machine.
        if (mode !== 'all' && from === to && !from.host.group) continue;
        if (reached && !reached.has(to)) continue;
        const back = partners.get(to);
        if (back && !back.has(from)) continue;
        if (fits(rule, from, to)) visit(from, to);
      }
    }
  };
  return { side, pairs };
}

/** The components of one side that a partner's LAN or zone leaves to be looked at: what other places hold is not even counted through. */
function neighbourhood(rule: RuleKnowledge, side: readonly BoundComponent[]): (from: BoundComponent) => readonly BoundComponent[] {
  const { scope, delivery } = rule.declaration;
  const placeOf =
    delivery === 'broadcast'
      ? (component: BoundComponent) => component.host.area.id
      : scope === 'same-lan'
        ? (component: BoundComponent) => component.host.area.lan
        : null;
  if (placeOf === null) return () => side;
  const places = new Map<string | null, BoundComponent[]>();
  for (const component of side) {
    const place = placeOf(component);
    const list = places.get(place);
    if (list) list.push(component);
    else places.set(place, [component]);
  }
  return (from) => places.get(placeOf(from)) ?? [];
}
