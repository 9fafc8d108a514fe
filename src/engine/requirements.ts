import { byCodeUnit } from '../model/order.ts';
import type { Plan, PlanEnd, Protocol } from '../model/plan.ts';
import { formatPorts, MAX_PORT, parsePorts } from '../model/ports.ts';
import type { BoundComponent } from './bind.ts';
import type { Draft } from './derive.ts';
import { distinct } from './distinct.ts';
import type { End, Ends } from './ends.ts';
import { identify } from './identity.ts';
import type { Finding } from './result.ts';

type PlanPlace = { end: End; component: BoundComponent | null };

/** The flows an architect added by hand: each pair of from and to is one flow. */
export function ownRequirements(plan: Plan, ends: Ends): { drafts: Draft[]; findings: Finding[] } {
  const drafts = new Map<string, Draft>();
  const findings: Finding[] = [];
  for (const requirement of distinct(plan.requirements)) {
    const owner = { kind: 'requirement', id: requirement.id } as const;
    const places = (list: readonly PlanEnd[]): PlanPlace[] =>
      [...list]
        .sort((a, b) => byCodeUnit(JSON.stringify(a), JSON.stringify(b)))
        .map((end) => ends.ofPlan(end, owner, findings))
        .filter((place) => place !== null);
    const { ports, icmpType } = requirement.service;
    const protocol = nameProtocol(requirement.service.protocol);
    const rule = `requirement/${requirement.id}`;
    const targets = places(requirement.to);
    for (const from of places(requirement.from)) {
      for (const to of targets) {
        const id = identify(['flow', rule, identityOf(from), identityOf(to), 0, protocol]);
        drafts.set(id, {
          id,
          rule,
          knowledge: null,
          from: from.end,
          to: to.end,
          fromComponent: from.component,
          toComponent: to.component,
          protocol,
          ports: portsOf(protocol, ports),
          icmpType: protocol === 'icmp' ? (icmpType ?? null) : null,
          need: requirement.need ?? 'required',
          phase: requirement.phase ?? 'operation',
          purpose: requirement.purpose,
          sources: [],
          deviations: [],
          process: { from: null, to: null },
          local: from.end === to.end && from.end.host !== null && !from.end.host.group,
          broadcast: false,
        });
      }
    }
  }
  return { drafts: [...drafts.values()], findings };
}

const NAMED: Readonly<Record<number, Protocol>> = { 1: 'icmp', 6: 'tcp', 17: 'udp', 47: 'gre', 50: 'esp', 51: 'ah' };

/** A protocol given by its number has no ports in the plan; where it has some on the wire, all are meant. */
function portsOf(protocol: Protocol, ports: string | undefined): string {
  if (ports !== undefined) return formatPorts(parsePorts(ports) ?? []);
  return protocol === 'tcp' || protocol === 'udp' ? `1-${MAX_PORT}` : '';
}

/** 50 and `esp` are one protocol on the wire, so they are one in the openings. */
function nameProtocol(protocol: Protocol): Protocol {
  return typeof protocol === 'number' ? (NAMED[protocol] ?? protocol) : protocol;
}

function identityOf({ end, component }: PlanPlace) {
  return component ? ['component', component.id] : end.identity;
}
