import { lookup } from '../model/dictionary.ts';
import type { Plan } from '../model/plan.ts';
import type { DisputeKnowledge, Knowledge, RuleKnowledge } from './knowledge.ts';

/** Which reading of each dispute the plan takes, and so which rules hold. */
export interface Readings {
  readonly chosen: (dispute: DisputeKnowledge) => string;
  /** A rule holds unless it is withdrawn or the chosen reading of a dispute leaves it out. */
  readonly holds: (rule: RuleKnowledge) => boolean;
  /** Whether a rule contested by this dispute would give a flow here if only this dispute decided. Known once the flows are derived. */
  readonly wouldSpeak: (dispute: DisputeKnowledge, rule: string) => boolean;
}

/** The readings of a plan. An unknown reading counts as the default. */
export function readingsOf(plan: Plan, knowledge: Knowledge, speaking: ReadonlySet<string>): Readings {
  const chosen = (dispute: DisputeKnowledge): string => {
    const wanted = lookup(plan.readings, dispute.id);
    return wanted !== undefined && dispute.readings.has(wanted) ? wanted : (dispute.declaration.readings[0]?.id ?? '');
  };
  /** Rules that chosen readings leave out, with the disputes that do so. */
  const leftOut = new Map<string, Set<DisputeKnowledge>>();
  for (const dispute of knowledge.disputes.values()) {
    const held = dispute.readings.get(chosen(dispute));
    for (const rule of dispute.contested) if (!held?.has(rule)) leftOut.set(rule, (leftOut.get(rule) ?? new Set()).add(dispute));
  }
  return {
    chosen,
    holds: (rule) => rule.declaration.standing !== 'withdrawn' && !leftOut.has(rule.id),
    wouldSpeak: (dispute, rule) => speaking.has(rule) && [...(leftOut.get(rule) ?? [])].every((other) => other === dispute),
  };
}
