import { type AddressRange, ANY_ADDRESS, parseAddressRange } from '../model/address.ts';
import { byCodeUnit } from '../model/order.ts';
import { nameOf, type Plan, type PlanEnd, type Zone } from '../model/plan.ts';
import { addressInvalid, type Bound, type BoundComponent, type BoundHost } from './bind.ts';
import { distinct } from './distinct.ts';
import { phrase } from './finding-words.ts';
import type { Canonical } from './identity.ts';
import type { ExternalKnowledge, Knowledge } from './knowledge.ts';
import type { Finding, FlowEnd, OpeningEnd, PlacedEnd, Subject } from './result.ts';
import { type Area, dangling, type Target, type Territory } from './territory.ts';

/** Who stands at one side of a flow, as a firewall sees it: a host or group, a network, or a name. One object per identity. */
export interface End {
  /** What makes it this end: part of ids. */
  readonly identity: Canonical;
  /** `identity` as text, to compare and sort by. */
  readonly key: string;
  readonly area: Area;
  readonly host: BoundHost | null;
  readonly external: ExternalKnowledge | null;
  readonly opening: OpeningEnd;
  /** Known addresses, for overlaps; empty for names and for "any". */
  readonly addresses: readonly AddressRange[];
  /** A host on the Internet without addresses: any Internet address. */
  readonly any: boolean;
  /** What lacks an address or a name, or null. */
  readonly missing: Subject | null;
}

/** The part of the plan that names an end. */
export interface Owner {
  readonly kind: 'requirement' | 'waiver';
  readonly id: string;
}

/** Makes ends, each identity once. */
export interface Ends {
  readonly ofHost: (host: BoundHost) => End;
  readonly ofExternal: (external: ExternalKnowledge) => End;
  /** Ends of a requirement, or null with a finding where it refers to nothing. */
  readonly ofPlan: (end: PlanEnd, owner: Owner, findings: Finding[]) => { end: End; component: BoundComponent | null } | null;
}

/** Prepares the ends of one plan. */
export function makeEnds(plan: Plan, bound: Bound, knowledge: Knowledge, territory: Territory): Ends {
  const known = new Map<string, End>();
  const zones = new Map(distinct(plan.zones).map((zone) => [zone.id, zone]));

  const intern = (identity: Canonical, make: (key: string) => End): End => {
    const key = JSON.stringify(identity);
    let end = known.get(key);
    if (!end) known.set(key, (end = make(key)));
    return end;
  };

  const ofHosts = new Map<BoundHost, End>();
  const ofHost = (host: BoundHost): End => {
    let end = ofHosts.get(host);
    if (!end) ofHosts.set(host, (end = hostEnd(host)));
    return end;
  };
  const hostEnd = (host: BoundHost): End =>
    intern(['host', host.id], (key) => {
      const any = meansAnyInternet(host);
      return {
        identity: ['host', host.id],
        key,
        area: host.area,
        host,
        external: null,
        opening: { host: host.id, addresses: any ? ANY_ADDRESS : host.addresses.map((range) => range.text) },
        addresses: host.addresses,
        any,
        missing: host.addresses.length === 0 && !any ? { kind: 'host', id: host.id } : null,
      };
    });

  const named = (identity: Canonical, external: ExternalKnowledge | null, fqdns: readonly string[]): End =>
    intern(identity, (key) => ({
      identity,
      key,
      area: territory.internet,
      host: null,
      external,
      opening: { external: external?.id ?? null, fqdns },
      addresses: [],
      any: false,
      missing: fqdns.length === 0 && external ? { kind: 'external', id: external.id } : null,
    }));

  const ofExternal = (external: ExternalKnowledge) =>
    named(['external', external.id], external, [...external.declaration.fqdns].sort(byCodeUnit));

  const ofNetwork = (
    identity: Canonical,
    area: Area,
    addresses: readonly AddressRange[],
    opening: OpeningEnd,
    missing: Subject | null,
  ): End => intern(identity, (key) => ({ identity, key, area, host: null, external: null, opening, addresses, any: false, missing }));

  const ofZone = (zone: Pick<Zone, 'id' | 'name' | 'cidrs'>, findings: Finding[]): End => {
    const addresses = rangesOf(zone.cidrs, 'zone', zone.id, nameOf(zone), findings);
    const texts = addresses.map((range) => range.text);
    return ofNetwork(
      ['zone', zone.id],
      territory.areaOf(zone.id),
      addresses,
      { zone: zone.id, addresses: texts },
      texts.length === 0 ? { kind: 'zone', id: zone.id } : null,
    );
  };

  const ofPlan: Ends['ofPlan'] = (end, owner, findings) => {
    const lost = (kind: Target, id: string) => {
      findings.push(dangling(owner.kind, owner.id, phrase(`owner/${owner.kind}`, { id: owner.id }), kind, id));
      return null;
    };
    if ('host' in end && typeof end.host === 'string') {
      const host = bound.hosts.get(end.host);
      return host ? { end: ofHost(host), component: null } : lost('host', end.host);
    }
    if ('component' in end && typeof end.component === 'string') {
      const component = bound.components.get(end.component);
      if (component) return { end: ofHost(component.host), component };
      // A component of an unknown type still stands on its host.
      const host = [...bound.hosts.values()].find((candidate) =>
        candidate.declared.components.some((declared) => declared.id === end.component),
      );
      return host ? { end: ofHost(host), component: null } : lost('component', end.component);
    }
    if ('external' in end && typeof end.external === 'string') {
      const external = knowledge.externals.get(end.external);
      return external ? { end: ofExternal(external), component: null } : lost('external', end.external);
    }
    if ('fqdn' in end && typeof end.fqdn === 'string') return { end: named(['fqdn', end.fqdn], null, [end.fqdn]), component: null };
    if (!('zone' in end) || typeof end.zone !== 'string') return null;
    const zone = zones.get(end.zone);
    const area = territory.areaOf(end.zone);
    if (!zone && area.missing) return lost('zone', end.zone);
    if ('cidr' in end && typeof end.cidr === 'string') {
      const range = parseAddressRange(end.cidr);
      if (!range) findings.push(addressInvalid(owner.kind, owner.id, phrase(`owner/${owner.kind}`, { id: owner.id }), end.cidr));
      const text = range?.text ?? end.cidr;
      const identity = ['cidr', text, end.zone];
      return {
        end: ofNetwork(identity, area, range ? [range] : [], { cidr: text, addresses: range ? [text] : [] }, range ? null : owner),
        component: null,
      };
    }
    // The stand-in for the Internet has no networks either: naming it does not mean any address.
    return { end: ofZone(zone ?? { id: area.id, name: area.name, cidrs: [] }, findings), component: null };
  };

  return { ofHost, ofExternal, ofPlan };
}

/** True for a host of an internet zone that says nothing of its addresses. One whose addresses are all invalid is not everybody. */
export function meansAnyInternet(host: BoundHost): boolean {
  return host.declared.addresses.length === 0 && host.area.kind === 'internet';
}

/** Reads networks of the plan; what is none becomes a finding. */
export function rangesOf(texts: readonly string[], kind: string, id: string, name: string, findings: Finding[]): AddressRange[] {
  const ranges = new Map<string, AddressRange>();
  for (const text of texts) {
    const range = parseAddressRange(text);
    if (range) ranges.set(range.text, range);
    else findings.push(addressInvalid(kind, id, name, text));
  }
  return [...ranges.values()].sort((a, b) => a.family - b.family || (a.low < b.low ? -1 : a.low > b.low ? 1 : byCodeUnit(a.text, b.text)));
}

/** The end as flows show it. */
export function placedEnd(end: End, component: BoundComponent | null): PlacedEnd {
  if ('cidr' in end.opening) return { host: null, component: null, cidr: end.opening.cidr, zone: end.area.id };
  return { host: end.host?.id ?? null, component: component?.id ?? null, zone: end.area.id };
}

/** The end as flows show it, a name on the Internet included. */
export function flowEnd(end: End, component: BoundComponent | null): FlowEnd {
  if ('fqdns' in end.opening) return { external: end.opening.external, fqdns: end.opening.fqdns, zone: end.area.id };
  return placedEnd(end, component);
}

/** The ids and names by which host rules call the other side: a host, an external service, a name, a zone or networks. */
export function peersOf(end: End): readonly string[] {
  if ('host' in end.opening) return [end.opening.host];
  if ('fqdns' in end.opening) return end.opening.external === null ? end.opening.fqdns : [end.opening.external];
  if ('cidr' in end.opening) return [end.opening.cidr];
  return end.opening.addresses.length > 0 ? end.opening.addresses : [end.opening.zone];
}
