import { type DefaultStep, qualify, type Scalar, type SettingDeclaration } from '../../model/catalog.ts';
import { lookup } from '../../model/dictionary.ts';
import { parsePorts } from '../../model/ports.ts';
import { isVersion } from '../../model/version.ts';
import { ownLinks, type Standing, sameDeployment, type World } from './naive-world.ts';

/** What is not known: an invalid setting, or followed components that differ. */
export const UNKNOWN = Symbol('unknown');
/** A value, nothing at all, or unknown. */
export type NaiveValue = Scalar | null | typeof UNKNOWN;

/** The value of a setting, as "When a rule speaks" of the model says. */
export function naiveValue(world: World, of: Standing, setting: string): NaiveValue {
  const declared = of.settings.get(setting);
  if (!declared) return null;
  const { declaration, product } = declared;
  const written = lookup(of.component.settings, setting);
  if (written !== undefined && !(declaration.defaultWord !== undefined && written === declaration.defaultWord)) {
    return judged(declaration, written);
  }
  for (const step of declaration.default) {
    const value = answer(world, of, product, step);
    if (value !== null) return value;
  }
  return null;
}

function judged(declaration: SettingDeclaration, value: string | number | boolean | null): NaiveValue {
  switch (declaration.kind) {
    case 'flag':
      if (declaration.defaultWord !== undefined && value === 'on') return true;
      if (declaration.defaultWord !== undefined && value === 'off') return false;
      return typeof value === 'boolean' ? value : UNKNOWN;
    case 'choice':
      return declaration.values.some((choice) => choice.value === value) ? value : UNKNOWN;
    case 'port':
      if (declaration.random && value === 'random') return value;
      return typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= 65535 ? value : UNKNOWN;
    case 'ports':
      return typeof value === 'string' && parsePorts(value) ? value : UNKNOWN;
    case 'version':
      return typeof value === 'string' && isVersion(value) ? value : UNKNOWN;
    case 'text':
      return typeof value === 'string' ? value : UNKNOWN;
  }
}

function answer(world: World, of: Standing, product: string, step: DefaultStep): NaiveValue {
  if (typeof step !== 'object') return step;
  if ('by' in step) {
    const value = naiveValue(world, of, step.by);
    return value === UNKNOWN || value === null ? value : (step.values[String(value)] ?? null);
  }
  if ('zoneKind' in step) return Object.entries(step.zoneKind).find(([kind]) => kind === of.zone.kind)?.[1] ?? null;
  if ('linkedTo' in step) {
    const linked = ownLinks(world, of).flatMap((other) => other.types);
    return one(
      Object.entries(step.linkedTo)
        .filter(([type]) => linked.includes(qualify(product, type)))
        .map(([, value]) => value),
    );
  }
  const followed = step.of.map((type) => qualify(product, type));
  const isFollowed = (other: Standing): boolean => other.types.some((type) => followed.includes(type));
  const linked = ownLinks(world, of).filter(isFollowed);
  const looked =
    linked.length > 0 ? linked : world.all.filter((other) => isFollowed(other) && sameDeployment(of.component, other.component));
  const value = one(looked.map((other) => naiveValue(world, other, step.follow)).filter((found) => found !== null));
  return value === UNKNOWN || value === null || !step.values ? value : (step.values[String(value)] ?? null);
}

/** One value is taken, several that differ are unknown, none gives none. */
function one(values: readonly NaiveValue[]): NaiveValue {
  const [first = null] = values;
  return values.every((value) => value === first) ? first : UNKNOWN;
}
