import type { Plan } from '../../model/plan.ts';
import type { Bound } from '../bind.ts';
import type { Judge } from '../condition.ts';
import type { Derivation } from '../derive.ts';
import type { RoutedFlow } from '../flows.ts';
import type { HaSet } from '../ha-sets.ts';
import type { Knowledge, RuleKnowledge } from '../knowledge.ts';
import type { Paths } from '../paths.ts';
import type { PermitGroup } from '../permit-groups.ts';
import type { Readings } from '../readings.ts';
import type { Opening } from '../result.ts';
import type { SettingReader } from '../settings.ts';
import type { Territory } from '../territory.ts';

/** Everything a review may look at: the plan, what the catalogs say and what came out. A review changes nothing. */
export interface ReviewContext {
  readonly plan: Plan;
  readonly knowledge: Knowledge;
  readonly territory: Territory;
  readonly bound: Bound;
  readonly settings: SettingReader;
  readonly paths: Paths;
  readonly readings: Readings;
  readonly derivation: Derivation;
  readonly haSets: readonly HaSet[];
  readonly flows: readonly RoutedFlow[];
  readonly groups: readonly PermitGroup[];
  readonly openings: readonly Opening[];
  readonly judge: (condition: RuleKnowledge['when']) => Judge;
}
