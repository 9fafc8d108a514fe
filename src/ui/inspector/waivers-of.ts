import { type Flow, isNamed } from '../../engine/result.ts';
import type { Plan, PlanEnd, Waiver } from '../../model/plan.ts';

/** True where an end of a waiver covers an end of a flow. */
function covers(end: PlanEnd | null | undefined, flowEnd: Flow['from'] | Flow['to']): boolean {
  if (!end) return true;
  if (isNamed(flowEnd)) {
    if ('external' in end) return end.external === flowEnd.external;
    return 'fqdn' in end && typeof end.fqdn === 'string' && flowEnd.fqdns.includes(end.fqdn);
  }
  if ('host' in end) return end.host === flowEnd.host;
  if ('component' in end) return end.component === flowEnd.component;
  return 'zone' in end && end.zone === flowEnd.zone;
}

/** The waivers of a plan that leave out a flow. */
export function waiversOf(plan: Plan, flow: Flow): readonly Waiver[] {
  return plan.waivers.filter((waiver) => waiver.rule === flow.rule && covers(waiver.from, flow.from) && covers(waiver.to, flow.to));
}
