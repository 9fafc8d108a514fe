import type { Opening, OpeningEnd, Point } from '../../engine/result.ts';
import { type AddressRange, ANY_ADDRESS, parseAddressRange } from '../../model/address.ts';
import { byCodeUnit } from '../../model/order.ts';
import { isDomainName, type Plan } from '../../model/plan.ts';
import { makeNames, type Names } from '../names.ts';
import { type Family, joined } from './addresses.ts';
import { type RuleService, servicesOf } from './service.ts';
import type { Capabilities, FirewallInput, Refused } from './style.ts';

/** One end of an opening, with what a firewall may be told of it. */
export interface Party {
  /** What tells it from every other end. */
  readonly key: string;
  /** What the user calls it: free text, for names of objects and comments only. */
  readonly label: string;
  /** Addresses that passed the gate. */
  readonly ranges: readonly AddressRange[];
  /** Names of the Internet that passed the gate. */
  readonly fqdns: readonly string[];
  /** A host on the Internet without addresses: whatever is outside the plan's own networks. */
  readonly any: boolean;
}

/** One side of a permit. Either it is any Internet address, or addresses and names. */
export interface Side {
  readonly any: boolean;
  readonly parties: readonly Party[];
  /** Of the permit's family, ascending and joined. */
  readonly ranges: readonly AddressRange[];
  readonly fqdns: readonly string[];
}

/** What one rule may admit: one address family, every source to every destination over every service. */
export interface Permit {
  /** Of ASCII letters, digits and `-`: the opening's id, the family, and letters where a side had to be split. */
  readonly name: string;
  readonly opening: Opening;
  readonly family: Family;
  readonly sources: Side;
  readonly destinations: Side;
  readonly services: readonly RuleService[];
}

/** The permits of one enforcement point, with what cannot be one. */
export interface PointPermits {
  readonly point: Point;
  /** Free text. */
  readonly name: string;
  readonly permits: readonly Permit[];
  readonly refused: readonly Refused[];
}

/** Why an end makes no rule. The line stands in the file as a comment. */
const NO_ADDRESS = 'PLACEHOLDER, not orderable: no address or name yet';

/** The permits of every enforcement point that an opening needs, in the order of the points' ids. */
export function permitsOfPoints({ plan, analysis }: FirewallInput, capabilities: Capabilities): PointPermits[] {
  const names = makeNames({ plan, analysis });
  const groups = new Map<string, Opening[]>();
  for (const opening of analysis.openings) {
    const key = JSON.stringify([opening.point.kind, opening.point.id]);
    groups.set(key, [...(groups.get(key) ?? []), opening]);
  }
  return [...groups.entries()]
    .sort(([a], [b]) => byCodeUnit(a, b))
    .flatMap(([, openings]) => {
      const point = openings[0]?.point;
      if (!point) return [];
      const made = openings.map((opening) => permitsOf(opening, plan, names, capabilities));
      return [
        {
          point,
          name: names.point(point),
          permits: made.flatMap((each) => each.permits),
          refused: made.flatMap((each) => each.refused),
        },
      ];
    });
}

/** What one opening gives: permits for each family both sides have, and a refusal for everything that is in none. */
export function permitsOf(
  opening: Opening,
  plan: Plan,
  names: Names,
  capabilities: Capabilities,
): { readonly permits: Permit[]; readonly refused: Refused[] } {
  const permits: Permit[] = [];
  const refused: Refused[] = [];
  const where = names.point(opening.point);
  // What neither family can have is told once.
  const refuse = (what: string, reason: string) => {
    if (!refused.some((each) => each.what === what && each.reason === reason)) refused.push({ line: opening.id, where, what, reason });
  };
  const readSide = (ends: readonly OpeningEnd[], side: string) => {
    const parties = ends.map((end) => partyOf(end, plan, names));
    return parties.filter((party) => {
      const problem = partyProblem(party, capabilities);
      if (problem !== null) refuse(`${side} ${party.label}`, problem);
      return problem === null;
    });
  };
  const sources = readSide(opening.sources, 'source');
  const destinations = readSide(opening.destinations, 'destination');
  const families = ([4, 6] as const).filter(
    (family) => sources.some((party) => speaks(party, family)) && destinations.some((party) => speaks(party, family)),
  );
  for (const family of families) {
    if (family === 6 && !capabilities.ipv6) {
      refuse('IPv6', 'the style has no IPv6');
      continue;
    }
    const { services, refused: lost } = servicesOf(opening.services, family, capabilities);
    for (const { what, reason } of lost) refuse(what, reason);
    if (services.length === 0) continue;
    for (const [sourceMark, source] of sidesOf(sources, family))
      for (const [destinationMark, destination] of sidesOf(destinations, family))
        permits.push({
          name: `${plainId(opening.id)}-${family}${sourceMark && `s${sourceMark}`}${destinationMark && `d${destinationMark}`}`,
          opening,
          family,
          sources: source,
          destinations: destination,
          services,
        });
  }
  for (const [side, parties, others] of [
    ['source', sources, destinations],
    ['destination', destinations, sources],
  ] as const)
    for (const party of parties)
      if (others.length > 0 && !families.some((family) => speaks(party, family)))
        refuse(`${side} ${party.label}`, 'the other side lacks its address family');
  return { permits, refused };
}

/** The end with the addresses and names that pass the gate. */
export function partyOf(end: OpeningEnd, plan: Plan, names: Names): Party {
  const label = names.end(end);
  if ('fqdns' in end) {
    const key = JSON.stringify(end.external === null ? ['fqdn', ...end.fqdns] : ['external', end.external]);
    return { key, label, ranges: [], fqdns: end.fqdns.filter(isDomainName).map((name) => name.toLowerCase()), any: false };
  }
  const key = JSON.stringify('host' in end ? ['host', end.host] : 'zone' in end ? ['zone', end.zone] : ['cidr', end.cidr]);
  return { key, label, ranges: end.addresses.flatMap((text) => parseAddressRange(text) ?? []), fqdns: [], any: isAny(end, plan) };
}

/** A host of the plan without addresses of its own that stands for any Internet address. */
function isAny(end: OpeningEnd, plan: Plan): boolean {
  if (!('host' in end) || end.addresses.join() !== ANY_ADDRESS.join()) return false;
  const declared = plan.hosts.filter((host) => host.id === end.host);
  return declared.length > 0 && declared.every((host) => host.addresses.length === 0);
}

/** Why the style can write nothing of the end, or null. */
export function partyProblem(party: Party, capabilities: Capabilities): string | null {
  if (party.ranges.length === 0 && party.fqdns.length === 0) return NO_ADDRESS;
  if (party.fqdns.length === 0) return null;
  const shown = party.fqdns.join(', ');
  if (capabilities.names === 'none') return `the style matches addresses, not names: ${shown}`;
  if (capabilities.names === 'plain' && party.fqdns.some((name) => name.startsWith('*')))
    return `the style has no wildcard names: ${shown}`;
  return null;
}

/** Names may lead to either family. */
export function speaks(party: Party, family: Family): boolean {
  return party.any || party.fqdns.length > 0 || party.ranges.some((range) => range.family === family);
}

/** The side, or two where some of it is any Internet address: those cannot share a rule. */
function sidesOf(parties: readonly Party[], family: Family): (readonly [mark: string, side: Side])[] {
  const own = parties.filter((party) => speaks(party, family));
  const any = own.filter((party) => party.any);
  const rest = own.filter((party) => !party.any);
  const both = any.length > 0 && rest.length > 0;
  const side = (members: readonly Party[], isAnySide: boolean): Side => ({
    any: isAnySide,
    parties: members,
    ranges: isAnySide ? [] : joined(members.flatMap((party) => party.ranges.filter((range) => range.family === family))),
    fqdns: members.flatMap((party) => party.fqdns),
  });
  return [
    ...(rest.length > 0 ? [[both ? 'p' : '', side(rest, false)] as const] : []),
    ...(any.length > 0 ? [[both ? 'i' : '', side(any, true)] as const] : []),
  ];
}

function plainId(id: string): string {
  return id.replace(/[^A-Za-z0-9]+/g, '').slice(0, 20);
}
