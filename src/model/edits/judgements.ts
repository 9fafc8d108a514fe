import { dictionary } from '../dictionary.ts';
import type { AcceptedFinding, Plan, PlanEnd, Requirement, Waiver } from '../plan.ts';

/** A waiver as the page writes it; null ends mean every one. */
export interface NewWaiver {
  readonly rule: string;
  readonly from: PlanEnd | null;
  readonly to: PlanEnd | null;
  readonly reason: string;
}

/** A text that is equal for equal waiver targets, whatever the reason. */
function targetOf(waiver: Pick<Waiver, 'rule' | 'from' | 'to'>): string {
  return JSON.stringify([waiver.rule, waiver.from ?? null, waiver.to ?? null]);
}

/** The plan with a flow left out, for a reason. A waiver of the same rule and ends gets the new reason. */
export function waive(plan: Plan, waiver: NewWaiver): Plan {
  const target = targetOf(waiver);
  const others = plan.waivers.filter((one) => targetOf(one) !== target);
  return { ...plan, waivers: [...others, { ...waiver }] };
}

/** The plan without that waiver (same rule and ends). */
export function unwaive(plan: Plan, waiver: Pick<Waiver, 'rule' | 'from' | 'to'>): Plan {
  const target = targetOf(waiver);
  const waivers = plan.waivers.filter((one) => targetOf(one) !== target);
  return waivers.length === plan.waivers.length ? plan : { ...plan, waivers };
}

/** The plan with a reading chosen for a dispute; undefined goes back to the default reading. */
export function setReading(plan: Plan, dispute: string, reading: string | undefined): Plan {
  if (plan.readings[dispute] === reading) return plan;
  const readings = dictionary(Object.entries(plan.readings));
  if (reading === undefined) delete readings[dispute];
  else readings[dispute] = reading;
  return { ...plan, readings };
}

/** The plan with a flow of its own, for what no catalog knows. */
export function addRequirement(plan: Plan, requirement: Requirement): Plan {
  return { ...plan, requirements: [...plan.requirements, requirement] };
}

/** The plan without that requirement. */
export function removeRequirement(plan: Plan, id: string): Plan {
  const requirements = plan.requirements.filter((one) => one.id !== id);
  return requirements.length === plan.requirements.length ? plan : { ...plan, requirements };
}

function sameFinding(a: AcceptedFinding, b: Pick<AcceptedFinding, 'code' | 'subjects'>): boolean {
  const key = (finding: Pick<AcceptedFinding, 'code' | 'subjects'>) =>
    JSON.stringify([finding.code, finding.subjects.map((subject) => [subject.kind, subject.id])]);
  return key(a) === key(b);
}

/** The plan with a finding accepted, for a reason. Errors cannot be accepted; the engine ignores such an entry. */
export function acceptFinding(plan: Plan, finding: AcceptedFinding): Plan {
  return { ...plan, accepted: [...plan.accepted.filter((one) => !sameFinding(one, finding)), finding] };
}

/** The plan with an accepted finding raised again. */
export function raiseFinding(plan: Plan, finding: Pick<AcceptedFinding, 'code' | 'subjects'>): Plan {
  return { ...plan, accepted: plan.accepted.filter((one) => !sameFinding(one, finding)) };
}
