import { qualify } from '../../model/catalog.ts';
import type { Condition, Holder } from '../../model/condition.ts';
import { compareVersions } from '../../model/version.ts';
import { type NaiveValue, naiveValue, UNKNOWN } from './naive-settings.ts';
import { isSingle, type Standing, sameDeployment, type World } from './naive-world.ts';

/** Yes, no, or null for unknown. */
export type Kleene = boolean | null;

/** The pair a condition is judged for. `to` is null where it is an external service. */
export interface Pair {
  readonly product: string;
  readonly from: Standing;
  readonly to: Standing | null;
}

/** The answer to a condition; every part of it is judged, none is skipped. */
export function naiveCondition(world: World, pair: Pair, condition: Condition): Kleene {
  const judge = (inner: Condition): Kleene => naiveCondition(world, pair, inner);
  const end = (side: 'from' | 'to'): Standing | null => pair[side];
  if ('all' in condition) return every(condition.all.map(judge));
  if ('any' in condition) return some(condition.any.map(judge));
  if ('not' in condition) return negated(judge(condition.not));
  if ('setting' in condition) {
    return ofHolders(world, pair, condition.of, condition.setting, (value) => condition.is.some((wanted) => wanted === value));
  }
  if ('version' in condition) {
    const { atLeast, before } = condition;
    return ofHolders(
      world,
      pair,
      condition.of,
      condition.version,
      (value) =>
        typeof value === 'string' &&
        (atLeast === undefined || compareVersions(value, atLeast) >= 0) &&
        (before === undefined || compareVersions(value, before) < 0),
    );
  }
  if ('zoneKind' in condition) {
    const kind = end(condition.of)?.zone.kind ?? 'internet';
    return condition.zoneKind.some((wanted) => wanted === kind);
  }
  if ('same' in condition) return equal(world, pair, condition.same);
  if ('differs' in condition) return negated(equal(world, pair, condition.differs));
  if ('type' in condition) {
    const type = end(condition.of)?.component.type;
    return condition.type.some((wanted) => qualify(pair.product, wanted) === type);
  }
  if ('self' in condition) return (pair.from.component.id === pair.to?.component.id) === condition.self;
  if ('sameHost' in condition) return (pair.from.host.id === pair.to?.host.id && isSingle(pair.from.host)) === condition.sameHost;
  if ('hostHas' in condition) {
    const holder = end(condition.of);
    return world.all.some((other) => other.host.id === holder?.host.id && other.types.includes(qualify(pair.product, condition.hostHas)));
  }
  return present(world, pair, condition.present).length > 0;
}

/** Yes where all are, no where one is not, else unknown. */
export function every(answers: readonly Kleene[]): Kleene {
  return answers.includes(false) ? false : answers.includes(null) ? null : true;
}

function some(answers: readonly Kleene[]): Kleene {
  return answers.includes(true) ? true : answers.includes(null) ? null : false;
}

function negated(answer: Kleene): Kleene {
  return answer === null ? null : !answer;
}

function present(world: World, pair: Pair, type: string): Standing[] {
  return world.all.filter(
    (other) => other.types.includes(qualify(pair.product, type)) && sameDeployment(pair.from.component, other.component),
  );
}

function ofHolders(world: World, pair: Pair, of: Holder, setting: string, fits: (value: NaiveValue) => boolean): Kleene {
  const holders = typeof of === 'object' ? present(world, pair, of.type) : [pair[of]];
  return some(
    holders.map((holder) => {
      const value = holder && naiveValue(world, holder, setting);
      return value === UNKNOWN ? null : fits(value);
    }),
  );
}

function equal(world: World, pair: Pair, setting: string): Kleene {
  const a = naiveValue(world, pair.from, setting);
  const b = pair.to && naiveValue(world, pair.to, setting);
  return a === UNKNOWN || b === UNKNOWN ? null : a === b;
}
