import type { AddressRange } from '../../model/address.ts';
import { formatPorts } from '../../model/ports.ts';
import type { Family } from './addresses.ts';
import { type NamedThing, type NameRules, objectNames } from './names.ts';
import type { Party, Permit, Side } from './permits.ts';
import type { RuleService } from './service.ts';

/** An address object of a firewall: one address, network or range, or one name. */
export interface AddressObject {
  readonly name: string;
  readonly family: Family;
  readonly value: { readonly range: AddressRange } | { readonly fqdn: string };
  /** What the user calls the end: free text. */
  readonly label: string;
}

/** Several address objects under one name. */
export interface AddressGroup {
  readonly name: string;
  readonly family: Family;
  readonly members: readonly string[];
  readonly label: string;
}

/** A service object. */
export interface ServiceObject {
  readonly name: string;
  readonly family: Family;
  readonly service: RuleService;
}

/** Every object that the rules of an enforcement point call by name. */
export interface ObjectBook {
  readonly addresses: readonly AddressObject[];
  readonly groups: readonly AddressGroup[];
  readonly services: readonly ServiceObject[];
  /** Names of the ends of a side that is not any Internet address. */
  readonly endsOf: (side: Side, family: Family) => readonly string[];
  /** The address objects behind those ends, groups taken apart. */
  readonly membersOf: (side: Side, family: Family) => readonly AddressObject[];
  readonly servicesOf: (permit: Permit) => readonly string[];
}

/**
 * Collects the objects of some permits. An end with one address is one object of its name; one with several is a group. Every ICMP
 * type is a service of its own.
 */
export function objectBook(permits: readonly Permit[], rules: NameRules): ObjectBook {
  const ends = new Map<string, { party: Party; family: Family; values: AddressObject['value'][] }>();
  const services = new Map<string, { family: Family; service: RuleService }>();
  for (const { family, sources, destinations, services: own } of permits) {
    for (const side of [sources, destinations])
      if (!side.any) for (const party of side.parties) ends.set(endKey(party, family), { party, family, values: valuesOf(party, family) });
    for (const service of own.flatMap(apart)) services.set(serviceKey(service, family), { family, service });
  }
  const things: NamedThing[] = [];
  for (const [key, { party, family, values }] of ends) {
    const label = family === 6 ? `${party.label}-v6` : party.label;
    things.push({ key, label });
    if (values.length > 1) for (const value of values) things.push({ key: valueKey(key, value), label: `${label}-${valueText(value)}` });
  }
  const addressNames = objectNames(things, rules);
  const serviceNames = objectNames(
    [...services.entries()].map(([key, { service, family }]) => ({ key, label: serviceLabel(service, family) })),
    rules,
  );
  const nameOf = (names: ReadonlyMap<string, string>, key: string) => names.get(key) ?? '';
  const byName = <T extends { readonly name: string }>(list: readonly T[]) => [...list].sort((a, b) => (a.name < b.name ? -1 : 1));
  const objects = new Map(
    [...ends.entries()].map(([key, { party, family, values }]): [string, AddressObject[]] => [
      key,
      values.map((value) => ({
        name: nameOf(addressNames, values.length > 1 ? valueKey(key, value) : key),
        family,
        value,
        label: party.label,
      })),
    ]),
  );
  return {
    addresses: byName([...objects.values()].flat()),
    groups: byName(
      [...ends.entries()]
        .filter(([, { values }]) => values.length > 1)
        .map(([key, { party, family, values }]) => ({
          name: nameOf(addressNames, key),
          family,
          members: values.map((value) => nameOf(addressNames, valueKey(key, value))),
          label: party.label,
        })),
    ),
    services: byName([...services.entries()].map(([key, { family, service }]) => ({ name: nameOf(serviceNames, key), family, service }))),
    endsOf: (side, family) => side.parties.map((party) => nameOf(addressNames, endKey(party, family))),
    membersOf: (side, family) => side.parties.flatMap((party) => objects.get(endKey(party, family)) ?? []),
    servicesOf: ({ services: own, family }) => own.flatMap(apart).map((service) => nameOf(serviceNames, serviceKey(service, family))),
  };
}

/** One entry for each thing a firewall has as one service: all ports of a protocol, one ICMP type, one IP protocol. */
function apart(service: RuleService): RuleService[] {
  if (service.kind !== 'icmp' || service.types === null) return [service];
  return service.types.map((type) => ({ kind: 'icmp', types: [type] }));
}

function valuesOf(party: Party, family: Family): AddressObject['value'][] {
  const ranges = party.ranges.filter((range) => range.family === family).map((range) => ({ range }));
  return [...ranges, ...party.fqdns.map((fqdn) => ({ fqdn }))];
}

function endKey(party: Party, family: Family): string {
  return JSON.stringify([party.key, family]);
}

function valueKey(key: string, value: AddressObject['value']): string {
  return JSON.stringify([key, valueText(value)]);
}

function valueText(value: AddressObject['value']): string {
  return 'range' in value ? value.range.text : value.fqdn;
}

/** Only ICMP differs between the families. */
function serviceKey(service: RuleService, family: Family): string {
  return JSON.stringify([service, service.kind === 'icmp' ? family : 0]);
}

function serviceLabel(service: RuleService, family: Family): string {
  if (service.kind === 'ports') return `${service.protocol}-${formatPorts(service.ports).replaceAll(',', '_')}`;
  if (service.kind === 'protocol') return `ip-${service.number}`;
  return `${family === 6 ? 'icmpv6' : 'icmp'}-${service.types === null ? 'any' : service.types.join('_')}`;
}
