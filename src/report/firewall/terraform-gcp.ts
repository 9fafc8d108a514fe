import { formatPorts } from '../../model/ports.ts';
import { type Family, networksOf } from './addresses.ts';
import { openingComment } from './comment.ts';
import { hashComments, headerLines } from './header.ts';
import { writeOutInternet } from './internet-side.ts';
import { objectNames } from './names.ts';
import { type Permit, type PointPermits, permitsOfPoints, type Side } from './permits.ts';
import type { RuleService } from './service.ts';
import type { FirewallInput, Rendering, Style } from './style.ts';
import { type Block, blockLines } from './terraform.ts';

/**
 * Google Cloud VPC firewall rules as Terraform: a file for each enforcement point, two rules for each permit, one at the machines that
 * answer and one at those that open, each with the addresses of both ends. The syntax is checked by HashiCorp's own parser; no provider
 * has planned it. What was read, in excerpts:
 * - registry.terraform.io/providers/hashicorp/google/6.4.0/docs/resources/compute_firewall, as the bindings made from it quote it:
 *   direction, source_ranges, destination_ranges of either family, description. The page of older releases says that destination
 *   ranges are not supported for INGRESS nor source ranges for EGRESS: the file asks for 6.4 or later.
 * - docs.cloud.google.com/firewall/docs/using-firewalls: names are unique in a project; a rule has ranges of IPv4 or of IPv6.
 * - cloud.google.com, reference of Compute V1, Allowed: tcp, udp, icmp, esp, ah, ipip, sctp or a number; ports only for TCP and UDP.
 * Written from knowledge, no page seen: rules keep state, ICMP has no types there, IPv6 ICMP is protocol 58, names of 63 characters.
 */
export const terraformGcp: Style = {
  id: 'terraform-gcp',
  title: 'Google Cloud firewall (Terraform)',
  extensions: ['tf'],
  per: 'point',
  capabilities: { names: 'none', ipv6: true, icmp: 'all', icmpv6: true, protocols: null, zones: false, stateful: true },
  removes: false,
  render,
};

const DESCRIPTION = 250;
/** Longest name Google Cloud takes is 63 characters. */
const NAME = 63;

function render(input: FirewallInput): Rendering {
  const points = permitsOfPoints(input, terraformGcp.capabilities).map((point) => writeOutInternet(point, input.plan));
  const variables = objectNames(
    points.map((point) => ({ key: pointKey(point), label: point.name })),
    { most: NAME, also: '_-', prefix: 'network_' },
  );
  return {
    files: points.map((point) => ({
      of: { id: point.point.id, name: point.name },
      extension: 'tf',
      text: `${fileOf(point, variables.get(pointKey(point)) ?? '', input).join('\n')}\n`,
    })),
    refused: points.flatMap((point) => point.refused),
  };
}

function pointKey({ point }: PointPermits): string {
  return JSON.stringify([point.kind, point.id]);
}

/** The variable is named for the point, since the files of all points stand in one folder, which is one module. */
function fileOf(point: PointPermits, variable: string, input: FirewallInput): string[] {
  const names = objectNames(
    point.permits.map(({ name }) => ({ key: name, label: name.toLowerCase() })),
    { most: NAME - '-out'.length, also: '_-', prefix: 'pl-' },
  );
  const rules = point.permits.flatMap((permit) => rulesOf(permit, names.get(permit.name) ?? '', variable));
  const header = headerLines(
    input,
    `Openings of ${point.name} as Google Cloud firewall rules`,
    [
      'Rules keep state: replies pass by themselves. Outgoing rules count only where a rule of lower precedence denies what leaves.',
      'For the provider google 6.4 or later: older ones may refuse rules with both source and destination ranges.',
      'Not planned against Google Cloud: review before use.',
    ],
    point.refused,
  );
  return [
    ...hashComments(header),
    '',
    ...blockLines({ kind: 'variable', labels: [variable], attributes: [['type', { code: 'string' }]] }),
    ...rules.flatMap((rule) => ['', ...blockLines(rule)]),
  ];
}

function rulesOf(permit: Permit, name: string, variable: string): Block[] {
  const { opening, family, sources, destinations, services } = permit;
  const networks = ({ ranges }: Side) => ranges.flatMap(networksOf).map(({ base, prefix }) => `${base}/${prefix}`);
  return (['in', 'out'] as const).map((side) => ({
    kind: 'resource',
    labels: ['google_compute_firewall', `${name}-${side}`],
    attributes: [
      ['name', { text: `${name}-${side}` }],
      ['description', { text: openingComment(opening, DESCRIPTION) }],
      ['network', { code: `var.${variable}` }],
      ['direction', { text: side === 'in' ? 'INGRESS' : 'EGRESS' }],
      ['priority', { code: '1000' }],
      ['source_ranges', { texts: networks(sources) }],
      ['destination_ranges', { texts: networks(destinations) }],
    ],
    blocks: services.map((service) => ({ name: 'allow', attributes: allowed(service, family) })),
  }));
}

function allowed(service: RuleService, family: Family): Block['attributes'] {
  if (service.kind === 'icmp') return [['protocol', { text: family === 4 ? 'icmp' : '58' }]];
  if (service.kind === 'protocol') return [['protocol', { text: `${service.number}` }]];
  return [
    ['protocol', { text: service.protocol }],
    ['ports', { texts: service.ports.map((range) => formatPorts([range])) }],
  ];
}
