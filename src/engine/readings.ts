import { lookup } from '../model/dictionary.ts';
import type { Plan } from '../model/plan.ts';
import type { DisputeKnowledge, Knowledge, RuleKnowledge } from './knowledge.ts';

/** Which reading of each dispute the plan takes, and so which rules hold. */
export interface Readings {
  readonly chosen: (dispute: DisputeKnowledge) => string;
  /** A rule holds unless it is withdrawn or the chosen reading of a dispute leaves it out. */
  readonly holds: (rule: RuleKnowledge) => boolean;
  /** Whether a contested rule would give a flow in this plan, held or not. Known once the flows are derived. */
  readonly wouldSpeak: (rule: string) => boolean;
}

/** The readings of a plan. An unknown reading counts as the default. */
export function readingsOf(plan: Plan, knowledge: Knowledge, speaking: ReadonlySet<string>): Readings {
  const chosen = (dispute: DisputeKnowledge): string => {
    const wanted = lookup(plan.readings, dispute.id);
    return wanted !== undefined && dispute.readings.has(wanted) ? wanted : (dispute.declaration.readings[0]?.id ?? '');
  };
  const leftOut = new Set<string>();
  for (const dispute of knowledge.disputes.values()) {
    const held = dispute.readings.get(chosen(dispute));
    for (const rule of dispute.contested) if (!held?.has(rule)) leftOut.add(rule);
  }
  return {
    chosen,
    holds: (rule) => rule.declaration.standing !== 'withdrawn' && !leftOut.has(rule.id),
    wouldSpeak: (rule) => speaking.has(rule),
  };
}
