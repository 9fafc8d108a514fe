import { type AddressRange, contains, overlaps } from '../../model/address.ts';
import { byCodeUnit } from '../../model/order.ts';
import { nameOf } from '../../model/plan.ts';
import { parsePorts, subtractRanges } from '../../model/ports.ts';
import { distinct } from '../distinct.ts';
import { type End, meansAnyInternet, rangesOf } from '../ends.ts';
import { finding } from '../finding.ts';
import { listed, phrase } from '../finding-words.ts';
import type { PermitGroup } from '../permit-groups.ts';
import type { Finding, Flow, Subject } from '../result.ts';
import type { Phrase } from '../wording.ts';
import type { ReviewContext } from './context.ts';

/** Ends that an opening needs and that have no address, or mean any address of the Internet. */
export function addressesOfOpenings({ openings, bound, territory, knowledge }: ReviewContext): Finding[] {
  const findings = new Map<string, Finding>();
  for (const opening of openings) {
    for (const subject of opening.missing) {
      if (subject.kind === 'external') continue;
      const name = bound.hosts.get(subject.id)?.name ?? territory.areas.get(subject.id)?.name ?? subject.id;
      findings.set(`missing ${subject.kind} ${subject.id}`, addressMissing(subject, name));
    }
    for (const end of [...opening.sources, ...opening.destinations]) {
      const host = 'host' in end ? bound.hosts.get(end.host) : undefined;
      if (host && meansAnyInternet(host)) findings.set(`any ${host.id}`, anyInternet(host.id, host.name));
      const external = 'external' in end && end.external !== null ? knowledge.externals.get(end.external) : undefined;
      if (external && external.declaration.fqdns.length === 0)
        findings.set(`unnamed ${external.id}`, unnamed(external.id, external.declaration.name));
    }
  }
  return [...findings.values()];
}

function addressMissing(subject: Subject, name: string): Finding {
  return finding('address-missing', { name }, [subject]);
}

function anyInternet(id: string, name: string): Finding {
  return finding('any-internet-source', { name }, [{ kind: 'host', id }]);
}

function unnamed(id: string, name: string): Finding {
  return finding('destination-unnamed', { name }, [{ kind: 'external', id }]);
}

/** Hosts whose address lies outside the networks of their zone. */
export function strayAddresses({ plan, bound }: ReviewContext): Finding[] {
  const zones = new Map(distinct(plan.zones).map((zone) => [zone.id, zone]));
  const networks = new Map<string, AddressRange[]>();
  const findings: Finding[] = [];
  for (const zone of zones.values()) networks.set(zone.id, joined(rangesOf(zone.cidrs, 'zone', zone.id, nameOf(zone), findings)));
  for (const host of bound.hosts.values()) {
    const zone = [host.declared.zone, host.area.id]
      .map((id) => zones.get(id))
      .find((candidate) => (networks.get(candidate?.id ?? '') ?? []).length > 0);
    if (!zone) continue;
    const inside = networks.get(zone.id) ?? [];
    const outside = host.addresses.filter((range) => !inside.some((network) => contains(network, range)));
    if (outside.length === 0) continue;
    findings.push(
      finding('address-outside-zone', { name: host.name, addresses: outside.map((range) => range.text).join(', '), zone: nameOf(zone) }, [
        { kind: 'host', id: host.id },
        { kind: 'zone', id: zone.id },
      ]),
    );
  }
  return findings;
}

/** Ranges in order of their numbers, with neighbours joined: a range across two networks of a zone lies inside it. */
function joined(ranges: readonly AddressRange[]): AddressRange[] {
  const out: AddressRange[] = [];
  for (const range of ranges) {
    const last = out.at(-1);
    if (!last || last.family !== range.family || range.low > last.high + 1n) out.push(range);
    else if (range.high > last.high) out[out.length - 1] = { ...last, high: range.high };
  }
  return out;
}

/** Ends with common addresses, where one gets through an opening meant for the other. */
export function overlappingAddresses({ bound, groups, flows }: ReviewContext): Finding[] {
  const ends = new Set<End>();
  for (const { draft } of flows) for (const end of [draft.from, draft.to]) if (end.addresses.length > 0 && !end.any) ends.add(end);
  const standing = new Set([...ends].map((end) => end.host));
  const bare = [...bound.hosts.values()].filter((host) => host.addresses.length > 0 && !standing.has(host));
  const all: Standing[] = [
    ...[...ends].map((end) => ({
      key: end.key,
      end,
      name: nameOfEnd(end),
      addresses: end.addresses,
      zone: end.area.id,
      subject: subjectOf(end),
    })),
    ...bare.map((host) => ({
      key: JSON.stringify(['host', host.id]),
      end: null,
      name: host.name,
      addresses: host.addresses,
      zone: host.area.id,
      subject: { kind: 'host', id: host.id },
    })),
  ].sort((a, b) => byCodeUnit(a.key, b.key));

  const permits = permitsByEnd(groups);
  const { pairs, more } = overlappingPairs(all);
  const findings = pairs.flatMap(([a, b]) => {
    if (isNetworkAround(a, b) || isNetworkAround(b, a)) return [];
    const gains = [gain(a, b, permits), gain(b, a, permits)].filter((words) => words !== null);
    if (gains.length === 0) return [];
    return [finding('address-overlap/pair', { a: a.name, b: b.name, gains: listed('semicolon', gains) }, [a.subject, b.subject])];
  });
  return more ? [...findings, manyOverlaps()] : findings;
}

/** Past this many overlapping pairs the rest is only mentioned: a plan that repeats one address everywhere would have millions. */
const MAX_OVERLAPS = 1000;

function manyOverlaps(): Finding {
  return finding('address-overlap/many', { count: MAX_OVERLAPS }, []);
}

interface Standing {
  readonly key: string;
  readonly end: End | null;
  readonly name: string;
  readonly addresses: readonly AddressRange[];
  readonly zone: string;
  readonly subject: Subject;
}

interface Permitted {
  readonly side: 'from' | 'to';
  readonly other: End;
  readonly flows: Flow[];
}

/** What each end may do: by group, side and other end. */
type Permits = ReadonlyMap<End, ReadonlyMap<string, Permitted>>;

function permitsByEnd(groups: readonly PermitGroup[]): Permits {
  const permits = new Map<End, Map<string, Permitted>>();
  const note = (group: number, end: End, side: 'from' | 'to', other: End, flow: Flow) => {
    const own = permits.get(end) ?? new Map<string, Permitted>();
    permits.set(end, own);
    const key = `${group} ${side} ${other.key}`;
    const known = own.get(key);
    if (known) known.flows.push(flow);
    else own.set(key, { side, other, flows: [flow] });
  };
  for (const [group, { permits: list }] of groups.entries())
    for (const { routed } of list) {
      note(group, routed.draft.from, 'from', routed.draft.to, routed.flow);
      note(group, routed.draft.to, 'to', routed.draft.from, routed.flow);
    }
  return permits;
}

/** What `gainer` may do because it shares addresses with `owner`, in words, or null. */
function gain(owner: Standing, gainer: Standing, permits: Permits): Phrase | null {
  const own = gainer.end ? permits.get(gainer.end) : undefined;
  let first: { flow: Flow; permitted: Permitted } | null = null;
  let count = 0;
  for (const [key, permitted] of (owner.end && permits.get(owner.end)) ?? []) {
    if (permitted.other === gainer.end) continue;
    const has = own?.get(key)?.flows ?? [];
    for (const flow of permitted.flows) {
      if (has.some((other) => covers(other, flow))) continue;
      first ??= { flow, permitted };
      count += 1;
    }
  }
  if (!first) return null;
  const service = `${first.flow.protocol} ${first.flow.ports}`.trim();
  const way = first.permitted.side === 'from' ? 'gain/to' : 'gain/from';
  const slots = { gainer: gainer.name, service, other: nameOfEnd(first.permitted.other), owner: owner.name };
  return count > 1 ? phrase(`${way}-more`, { ...slots, more: count - 1 }) : phrase(way, slots);
}

function covers(wide: Flow, narrow: Flow): boolean {
  if (wide.protocol !== narrow.protocol || (wide.icmpType !== null && wide.icmpType !== narrow.icmpType)) return false;
  if (wide.ports === narrow.ports) return true;
  return subtractRanges(parsePorts(narrow.ports) ?? [], parsePorts(wide.ports) ?? []).length === 0;
}

/** A network written by hand for a zone is meant to hold the hosts of that zone. */
function isNetworkAround(outer: Standing, inner: Standing): boolean {
  return outer.end !== null && outer.end.host === null && inner.zone === outer.zone;
}

function overlappingPairs(all: readonly Standing[]): { pairs: [Standing, Standing][]; more: boolean } {
  const ranges = all.flatMap((owner, index) => owner.addresses.map((range) => ({ owner, index, range })));
  ranges.sort(
    (a, b) => a.range.family - b.range.family || (a.range.low < b.range.low ? -1 : a.range.low > b.range.low ? 1 : a.index - b.index),
  );
  const pairs = new Map<string, [Standing, Standing]>();
  let open: typeof ranges = [];
  let more = false;
  for (const entry of ranges) {
    open = open.filter((other) => overlaps(other.range, entry.range));
    for (const other of open) {
      if (other.owner === entry.owner) continue;
      const [a, b] = other.index < entry.index ? [other, entry] : [entry, other];
      pairs.set(`${a.index},${b.index}`, [a.owner, b.owner]);
      more = pairs.size >= MAX_OVERLAPS;
      if (more) break;
    }
    if (more) break;
    open.push(entry);
  }
  return { pairs: [...pairs.values()].sort(([a, b], [c, d]) => byCodeUnit(a.key, c.key) || byCodeUnit(b.key, d.key)), more };
}

function nameOfEnd(end: End): string {
  if (end.host) return end.host.name;
  if (end.external) return end.external.declaration.name;
  if ('fqdns' in end.opening) return end.opening.fqdns.join(', ');
  return 'cidr' in end.opening ? end.opening.cidr : end.area.name;
}

function subjectOf(end: End): Subject {
  if (end.host) return { kind: 'host', id: end.host.id };
  return 'cidr' in end.opening ? { kind: 'cidr', id: end.opening.cidr } : { kind: 'zone', id: end.area.id };
}
