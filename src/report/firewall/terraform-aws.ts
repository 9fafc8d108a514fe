import type { PortRange } from '../../model/ports.ts';
import { networksOf } from './addresses.ts';
import { commentText } from './comment.ts';
import { hashComments, headerLines } from './header.ts';
import { type HostPermit, type HostPermits, permitsOfHosts } from './host-permits.ts';
import { digest, objectNames } from './names.ts';
import type { RuleService } from './service.ts';
import type { FirewallInput, Rendering, Style } from './style.ts';
import { type Block, blockLines } from './terraform.ts';

/**
 * AWS security groups as Terraform: one file for the plan, one group for each host that stands in no Internet zone, from the host rules,
 * since AWS filters at the machine and same-zone flows need a rule too. The syntax is checked by HashiCorp's own parser; no provider has
 * planned it. Pages of registry.terraform.io/providers/hashicorp/aws: aws_security_group, aws_vpc_security_group_ingress_rule and
 * aws_vpc_security_group_egress_rule (cidr_ipv4, cidr_ipv6, ip_protocol, from_port, to_port; for ICMP the type and -1 for every code).
 */
export const terraformAws: Style = {
  id: 'terraform-aws',
  title: 'AWS security groups (Terraform)',
  extensions: ['tf'],
  per: 'plan',
  capabilities: { names: 'none', ipv6: true, icmp: 'types', icmpv6: true, protocols: null, zones: false, stateful: true },
  removes: false,
  render,
};

/** Longest description AWS takes is 255 characters. */
const DESCRIPTION = 200;

function render(input: FirewallInput): Rendering {
  const internet = new Set(input.analysis.zones.filter((zone) => zone.kind === 'internet').map((zone) => zone.id));
  const outside = new Set(input.plan.hosts.filter((host) => internet.has(host.zone)).map((host) => host.id));
  const hosts = permitsOfHosts(input, terraformAws.capabilities).filter((host) => !outside.has(host.id));
  const names = objectNames(
    hosts.map((host) => ({ key: host.id, label: host.name })),
    { most: 60, also: '_-', prefix: 'pl_' },
  );
  const refused = hosts.flatMap((host) => host.refused);
  const lines = [
    ...hashComments(
      headerLines(
        input,
        'AWS security groups of the plan',
        [
          'Attach each group to the machine it is named for. Groups keep state: replies pass by themselves.',
          'Any Internet address is 0.0.0.0/0 and ::/0 here: a security group knows no zones. Not planned against AWS: review before use.',
        ],
        refused,
      ),
    ),
    '',
    ...blockLines({ kind: 'variable', labels: ['vpc_id'], attributes: [['type', { code: 'string' }]] }),
    ...hosts.flatMap((host) => groupOf(host, names.get(host.id) ?? '').flatMap((block) => ['', ...blockLines(block)])),
  ];
  return {
    files: [{ of: { id: 'terraform-aws', name: input.plan.title || 'plan' }, extension: 'tf', text: `${lines.join('\n')}\n` }],
    refused,
  };
}

function groupOf(host: HostPermits, name: string): Block[] {
  const rules = new Map<string, Block>();
  for (const permit of host.permits) for (const block of rulesOf(permit, name)) rules.set(block.labels.join(' '), block);
  return [
    {
      kind: 'resource',
      labels: ['aws_security_group', name],
      attributes: [
        ['name', { text: name }],
        ['description', { text: commentText(`Portolan ${host.name}`, DESCRIPTION) }],
        ['vpc_id', { code: 'var.vpc_id' }],
      ],
    },
    ...rules.values(),
  ];
}

/** One resource for each network and each unbroken range of ports. Rules that two flows share are one. */
function rulesOf({ flow, direction, family, peer, addresses, service }: HostPermit, group: string): Block[] {
  const whole = family === 4 ? '0.0.0.0/0' : '::/0';
  const networks = peer.any ? [whole] : addresses.flatMap(networksOf).map(({ base, prefix }) => `${base}/${prefix}`);
  const temporary = flow.phase === 'operation' ? '' : `TEMPORARY (${flow.phase}) `;
  return networks.flatMap((network) =>
    portsOf(service, family).map(({ protocol, from, to }): Block => {
      const key = digest(JSON.stringify([direction, network, protocol, from, to]), 16);
      return {
        kind: 'resource',
        labels: [`aws_vpc_security_group_${direction === 'in' ? 'ingress' : 'egress'}_rule`, `${group}_${key}`],
        attributes: [
          ['security_group_id', { code: `aws_security_group.${group}.id` }],
          [`cidr_ipv${family}`, { text: network }],
          ['ip_protocol', { text: protocol }],
          ...(from === null
            ? []
            : ([
                ['from_port', { code: `${from}` }],
                ['to_port', { code: `${to}` }],
              ] as const)),
          ['description', { text: commentText(`${flow.id} ${temporary}${peer.label}, ${flow.purpose}`, DESCRIPTION) }],
        ],
      };
    }),
  );
}

function portsOf(service: RuleService, family: 4 | 6): { protocol: string; from: number | null; to: number | null }[] {
  if (service.kind === 'protocol') return [{ protocol: `${service.number}`, from: null, to: null }];
  if (service.kind === 'ports')
    return service.ports.map(({ low, high }: PortRange) => ({ protocol: service.protocol, from: low, to: high }));
  const protocol = family === 4 ? 'icmp' : 'icmpv6';
  return (service.types ?? [-1]).map((type) => ({ protocol, from: type, to: -1 }));
}
