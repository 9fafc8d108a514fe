import type { Analysis } from '../../engine/result.ts';
import type { Plan } from '../../model/plan.ts';
import { nameOf } from '../../model/plan.ts';
import { objectNames } from './names.ts';

/**
 * Names of zones as a firewall with zones has them: those of the plan as far as legal. A zone called like a word that means every zone
 * or the firewall itself gets digits beside its name, so that no rule becomes one for all zones.
 */
export function zoneNames(plan: Plan, analysis: Analysis, most: number): (id: string) => string {
  const labels = new Map([
    ...plan.zones.map((zone): [string, string] => [zone.id, nameOf(zone)]),
    ...analysis.zones.map((zone): [string, string] => [zone.id, zone.name || zone.id]),
  ]);
  const used = new Set(analysis.openings.flatMap(({ fromZone, toZone }) => [fromZone, toZone]));
  const names = objectNames(
    [...used].map((id) => ({ key: id, label: labels.get(id) ?? id })),
    {
      most,
      also: '_.-',
      prefix: '',
      reserved: ['any', 'all', 'none', 'multicast', 'known-user', 'unknown', 'global', 'junos-host', 'junos-global'],
    },
  );
  return (id) => names.get(id) ?? '';
}
