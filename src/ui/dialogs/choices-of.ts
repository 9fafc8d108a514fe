import type { Analysis } from '../../engine/result.ts';
import { nameOf, type Plan, type PlanEnd } from '../../model/plan.ts';
import { disputeOf, ruleOf, settingsOf, shortTypeName } from '../../store/catalogs.ts';

/** What the author of a plan chose that adds or takes away openings, in words: the places where a plan could be made to mislead. */
export interface Choices {
  readonly waivers: readonly string[];
  readonly readings: readonly string[];
  readonly requirements: readonly string[];
  readonly settings: readonly string[];
}

/** The choices of a plan. Without effective settings every setting that is written counts as changed. */
export function choicesOf(plan: Plan, effective: Analysis['settings'] | undefined): Choices {
  const end = (one: PlanEnd | null | undefined) => endText(plan, one);
  const isChanged = (component: string, name: string) =>
    effective?.find((one) => one.component === component && one.setting === name)?.changed ?? true;
  return {
    waivers: plan.waivers.map(({ rule, from, to, reason }) => `${ruleOf(rule)?.purpose ?? rule} (${end(from)} → ${end(to)}): ${reason}`),
    readings: Object.entries(plan.readings).map(
      ([id, reading]) => `${disputeOf(id)?.question ?? id} ${disputeOf(id)?.readings.find((one) => one.id === reading)?.says ?? reading}`,
    ),
    requirements: plan.requirements.map(
      ({ from, to, service, purpose }) =>
        `${from.map(end).join(', ')} → ${to.map(end).join(', ')}, ${service.protocol} ${service.ports ?? ''}: ${purpose}`,
    ),
    settings: plan.hosts.flatMap((host) =>
      host.components.flatMap(({ id, type, settings }) =>
        Object.entries(settings)
          .filter(([name]) => isChanged(id, name))
          .map(([name, value]) => `${nameOf(host)}, ${shortTypeName(type)}: ${settingsOf(type).get(name)?.label ?? name} ${String(value)}`),
      ),
    ),
  };
}

/** An end in words. Addresses stand beside the name of a host: a name alone may stand for anything. */
function endText(plan: Plan, end: PlanEnd | null | undefined): string {
  if (!end) return '*';
  const fields = end as Record<string, unknown>;
  if (typeof fields.host === 'string') {
    const host = plan.hosts.find(({ id }) => id === fields.host);
    if (!host) return fields.host;
    return host.addresses.length === 0 ? nameOf(host) : `${nameOf(host)} (${host.addresses.join(', ')})`;
  }
  for (const key of ['component', 'cidr', 'fqdn', 'external', 'zone']) {
    const value = fields[key];
    if (typeof value === 'string') return value;
  }
  return '*';
}
