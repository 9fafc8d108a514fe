import { type Analysis, type FlowEnd, isNamed, type Opening } from '../../engine/result.ts';
import { contains } from '../../model/address.ts';
import { byCodeUnit } from '../../model/order.ts';
import { nameOf } from '../../model/plan.ts';
import { formatPorts } from '../../model/ports.ts';
import { joined, networksOf, rangesOfFamily, without } from './addresses.ts';
import { commentText, openingComment } from './comment.ts';
import { hashComments, headerLines } from './header.ts';
import { digest, objectNames } from './names.ts';
import { type Party, type Permit, permitsOfPoints, type Side } from './permits.ts';
import type { RuleService } from './service.ts';
import type { FirewallInput, Refused, Rendering, Style } from './style.ts';
import { type Block, blockLines } from './terraform.ts';

/**
 * Azure network security groups as Terraform: one file for the plan, a group for each zone, to stand at the zone's subnet. The syntax is
 * checked by HashiCorp's own parser; no provider has planned it. Pages: registry.terraform.io/providers/hashicorp/azurerm,
 * azurerm_network_security_group and azurerm_network_security_rule (priority 100 to 4096, protocol Tcp, Udp, Icmp, Esp, Ah or *, prefixes
 * of one family, service tag Internet); learn.microsoft.com/azure/virtual-network/network-security-groups-overview (state, default rules,
 * no ICMPv6). Single ICMP types and other protocols cannot be said: refused.
 */
export const terraformAzure: Style = {
  id: 'terraform-azure',
  title: 'Azure network security groups (Terraform)',
  extensions: ['tf'],
  per: 'plan',
  capabilities: { names: 'none', ipv6: true, icmp: 'all', icmpv6: false, protocols: [50, 51], zones: false, stateful: true },
  removes: false,
  render,
};

const DESCRIPTION = 130;
/** Priorities Azure takes; the last two are for what ends a list. */
const FIRST = 100;
const SAME_ZONE = 4000;
const LAST = 4096;

interface Rule {
  readonly zone: string;
  readonly direction: 'Inbound' | 'Outbound';
  readonly permit: Permit;
  readonly service: RuleService;
}

function render(input: FirewallInput): Rendering {
  const { plan, analysis } = input;
  const points = permitsOfPoints(input, terraformAzure.capabilities);
  const refused: Refused[] = points.flatMap((point) => point.refused);
  const labels = new Map(plan.zones.map((zone) => [zone.id, nameOf(zone)]));
  const internet = new Set(analysis.zones.filter((zone) => zone.kind === 'internet').map((zone) => zone.id));
  const rules = new Map<string, Rule>();
  for (const permit of points.flatMap((point) => point.permits))
    for (const rule of rulesOf(permit, analysis)) if (!internet.has(rule.zone)) rules.set(ruleKey(rule), rule);
  const zones = [...new Set([...rules.values()].map((rule) => rule.zone))].sort(byCodeUnit);
  const names = objectNames(
    zones.map((id) => ({ key: id, label: labels.get(id) ?? id })),
    { most: 60, also: '_-', prefix: 'pl_' },
  );
  const blocks = zones.flatMap((zone): Block[] => {
    const name = names.get(zone) ?? '';
    const own = [...rules.values()].filter((rule) => rule.zone === zone);
    const written = (['Inbound', 'Outbound'] as const).flatMap((direction) => {
      const list = own.filter((rule) => rule.direction === direction);
      const room = SAME_ZONE - FIRST;
      for (const { permit } of list.slice(room))
        refused.push({
          line: permit.opening.id,
          where: zone,
          what: `${direction} rule`,
          reason: `a group takes no more than ${room} rules`,
        });
      return list.slice(0, room).map((rule, at) => ruleBlock(rule, name, FIRST + at));
    });
    return [groupBlock(name), ...written, ...endBlocks(zone, name, input)];
  });
  const lines = [
    ...hashComments(
      headerLines(
        input,
        'Azure network security groups of the plan',
        [
          'Associate each group with the subnet of its zone. Replies pass by themselves. What no rule allows is denied, inside the network too.',
          'Any Internet address is the service tag Internet. Not planned against Azure: review before use.',
        ],
        refused,
      ),
    ),
    '',
    ...['location', 'resource_group_name'].flatMap((label) => [
      ...blockLines({ kind: 'variable', labels: [label], attributes: [['type', { code: 'string' }]] }),
      '',
    ]),
    ...blocks.flatMap((block, at) => [...(at === 0 ? [] : ['']), ...blockLines(block)]),
  ];
  return {
    files: [{ of: { id: 'terraform-azure', name: plan.title || 'plan' }, extension: 'tf', text: `${lines.join('\n').trimEnd()}\n` }],
    refused,
  };
}

/** A permit is inbound where its destinations stand and outbound where its sources stand. */
function rulesOf(permit: Permit, analysis: Analysis): Rule[] {
  const sides = [
    ['Inbound', permit.destinations, 'to'],
    ['Outbound', permit.sources, 'from'],
  ] as const;
  return sides.flatMap(([direction, side, end]) => {
    if (side.any) return [];
    const byZone = new Map<string, Party[]>();
    for (const party of side.parties)
      for (const zone of zonesOf(party, permit.opening, end, analysis)) byZone.set(zone, [...(byZone.get(zone) ?? []), party]);
    return [...byZone].flatMap(([zone, parties]) => {
      const own: Side = {
        ...side,
        parties,
        ranges: joined(parties.flatMap((party) => party.ranges.filter((range) => range.family === permit.family))),
      };
      const narrowed = direction === 'Inbound' ? { ...permit, destinations: own } : { ...permit, sources: own };
      return permit.services.map((service) => ({ zone, direction, permit: narrowed, service }));
    });
  });
}

/** The zones where an end of an opening stands, as its flows tell. */
function zonesOf(party: Party, opening: Opening, end: 'from' | 'to', analysis: Analysis): string[] {
  const ids = new Set(opening.flows);
  const zones = analysis.flows.filter((flow) => ids.has(flow.id)).map((flow) => flow[end]);
  return [...new Set(zones.filter((each) => partyKeys(each).includes(party.key)).map((each) => each.zone))];
}

function partyKeys(end: FlowEnd): string[] {
  if (isNamed(end)) return [];
  if (end.host !== null) return [JSON.stringify(['host', end.host])];
  return [JSON.stringify(end.cidr === undefined ? ['zone', end.zone] : ['cidr', end.cidr])];
}

/** The same tuple may stand in the openings of several points on its way. */
function ruleKey({ zone, direction, permit, service }: Rule): string {
  const side = (given: Side) => (given.any ? 'Internet' : given.ranges.map((range) => range.text));
  return JSON.stringify([zone, direction, permit.family, side(permit.sources), side(permit.destinations), service]);
}

function groupBlock(name: string): Block {
  return {
    kind: 'resource',
    labels: ['azurerm_network_security_group', name],
    attributes: [
      ['name', { text: name }],
      ['location', { code: 'var.location' }],
      ['resource_group_name', { code: 'var.resource_group_name' }],
    ],
  };
}

function ruleBlock(rule: Rule, group: string, priority: number): Block {
  const { permit, service, direction } = rule;
  const name = `pl_${digest(ruleKey(rule), 16)}`;
  const attributes: Block['attributes'] = [
    ...sidePrefixes('source', permit.sources),
    ...sidePrefixes('destination', permit.destinations),
    ['source_port_range', { text: '*' }],
    service.kind === 'ports'
      ? ['destination_port_ranges', { texts: formatPorts(service.ports).split(',') }]
      : ['destination_port_range', { text: '*' }],
  ];
  return securityRule(
    group,
    name,
    priority,
    direction,
    'Allow',
    protocolOf(service),
    attributes,
    openingComment(permit.opening, DESCRIPTION),
  );
}

function protocolOf(service: RuleService): string {
  if (service.kind === 'ports') return service.protocol === 'tcp' ? 'Tcp' : 'Udp';
  return service.kind === 'icmp' ? 'Icmp' : service.number === 50 ? 'Esp' : 'Ah';
}

function sidePrefixes(side: 'source' | 'destination', { any, ranges }: Side): Block['attributes'] {
  return any ? [[`${side}_address_prefix`, { text: 'Internet' }]] : [[`${side}_address_prefixes`, { texts: prefixes(ranges) }]];
}

function prefixes(ranges: Side['ranges']): string[] {
  return ranges.flatMap(networksOf).map(({ base, prefix }) => `${base}/${prefix}`);
}

/** Same-zone traffic stays open where the plan says so; everything else that no rule allows is denied. */
function endBlocks(zone: string, group: string, { plan }: FirewallInput): Block[] {
  const declared = plan.zones.find((each) => each.id === zone);
  const textsOf = (own: boolean) => [
    ...plan.zones.filter((each) => (each.id === zone) === own).flatMap((each) => each.cidrs),
    ...plan.hosts.filter((each) => (each.zone === zone) === own).flatMap((each) => each.addresses),
  ];
  const open = declared?.intraZone !== 'filtered';
  return (['Inbound', 'Outbound'] as const).flatMap((direction) => [
    ...([4, 6] as const).flatMap((family, at) => {
      const all = rangesOfFamily(textsOf(true), family);
      // Zones drawn inside this one have networks of their own; what holds this zone's networks is the zone around it.
      const others = rangesOfFamily(textsOf(false), family).filter(
        (range) => !all.some((each) => contains(range, each) && !contains(each, range)),
      );
      const own = prefixes(without(all, others, family));
      if (!open || own.length === 0) return [];
      const attributes: Block['attributes'] = [
        ['source_address_prefixes', { texts: own }],
        ['destination_address_prefixes', { texts: own }],
        ['source_port_range', { text: '*' }],
        ['destination_port_range', { text: '*' }],
      ];
      const name = `pl_same_zone_${direction.toLowerCase()}_${family}`;
      return [securityRule(group, name, SAME_ZONE + at, direction, 'Allow', '*', attributes, 'Inside the zone nothing is filtered')];
    }),
    securityRule(
      group,
      `pl_deny_${direction.toLowerCase()}`,
      LAST,
      direction,
      'Deny',
      '*',
      [
        ['source_address_prefix', { text: '*' }],
        ['destination_address_prefix', { text: '*' }],
        ['source_port_range', { text: '*' }],
        ['destination_port_range', { text: '*' }],
      ],
      'What no rule allows',
    ),
  ]);
}

function securityRule(
  group: string,
  name: string,
  priority: number,
  direction: 'Inbound' | 'Outbound',
  access: 'Allow' | 'Deny',
  protocol: string,
  matches: Block['attributes'],
  description: string,
): Block {
  return {
    kind: 'resource',
    labels: ['azurerm_network_security_rule', `${group}_${name}`],
    attributes: [
      ['name', { text: name }],
      ['network_security_group_name', { code: `azurerm_network_security_group.${group}.name` }],
      ['resource_group_name', { code: 'var.resource_group_name' }],
      ['priority', { code: `${priority}` }],
      ['direction', { text: direction }],
      ['access', { text: access }],
      ['protocol', { text: protocol }],
      ...matches,
      ['description', { text: commentText(description, DESCRIPTION) }],
    ],
  };
}
