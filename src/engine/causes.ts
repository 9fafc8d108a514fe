import type { PlanChange } from '../model/plan-changes.ts';
import { type Analysis, type Flow, isNamed, type Opening } from './result.ts';

/**
 * Which changes of the plan touch what a line of a difference permits: its ends, what runs there, their zones, the boundaries it passes
 * and their firewall, links between its components, waivers and readings of its rules, the requirement it comes from. `analysis` is the
 * one the line was taken from. Parts that came, went or changed themselves come before what only surrounds them.
 */
export function causesOf(opening: Opening, analysis: Analysis, changes: readonly PlanChange[]): readonly PlanChange[] {
  const ids = new Set(opening.flows);
  const flows = analysis.flows.filter((flow) => ids.has(flow.id));
  return changes
    .filter(({ what, fields }) => what !== 'changed' || fields.some(({ field }) => field !== 'name')) // Another name opens nothing.
    .map((change) => ({ change, rank: nearness(change, opening, flows) }))
    .filter(({ rank }) => rank > 0)
    .sort((a, b) => a.rank - b.rank)
    .map(({ change }) => change);
}

/** 1 for a part that is an end of a flow, 2 for a decision about it, 3 for what it passes; 0 for what it has nothing to do with. */
function nearness({ kind, id, host, part }: PlanChange, opening: Opening, flows: readonly Flow[]): 0 | 1 | 2 | 3 {
  const some = (test: (flow: Flow) => boolean) => flows.some(test);
  switch (kind) {
    case 'component':
      return some((flow) => componentsOf(flow).includes(id)) ? 1 : some((flow) => hostsOf(flow).includes(host)) ? 3 : 0;
    case 'host':
      return some((flow) => hostsOf(flow).includes(id)) ? 1 : 0;
    case 'requirement':
      return some((flow) => flow.rule === `requirement/${id}`) ? 1 : 0;
    case 'waiver':
      return some((flow) => flow.rule === part.rule) ? 2 : 0;
    case 'reading':
      return some((flow) => flow.rule.split('/')[0] === id.split('/')[0] && flow.standing === 'disputed') ? 2 : 0;
    case 'link':
      return some((flow) => componentsOf(flow).includes(String(part.from)) || componentsOf(flow).includes(String(part.to))) ? 2 : 0;
    case 'boundary':
      return opening.crossings.some((crossing) => crossing.boundary === id) ? 3 : 0;
    case 'firewall':
      return opening.point.id === id ? 3 : 0;
    case 'zone':
      return some((flow) => flow.from.zone === id || flow.to.zone === id || flow.crossings.some((one) => one.fromZone === id)) ? 3 : 0;
    case 'path':
      return some((flow) => Array.isArray(part.between) && part.between.includes(flow.from.zone) && part.between.includes(flow.to.zone))
        ? 3
        : 0;
  }
}

function componentsOf(flow: Flow): (string | null)[] {
  return isNamed(flow.to) ? [flow.from.component] : [flow.from.component, flow.to.component];
}

function hostsOf(flow: Flow): (string | null)[] {
  return isNamed(flow.to) ? [flow.from.host] : [flow.from.host, flow.to.host];
}
