import {
  type Advice,
  type Catalog,
  type Citation,
  type DefaultStep,
  type DisputeDeclaration,
  type ExternalDeclaration,
  qualify,
  type RuleDeclaration,
  type SettingDeclaration,
  type TypeDeclaration,
} from '../model/catalog.ts';
import type { Condition } from '../model/condition.ts';
import { byCodeUnit, byId } from '../model/order.ts';

/** A component type with everything it takes over from the types it acts as. All references are full: `product/type`. */
export interface TypeKnowledge {
  readonly id: string;
  readonly product: string;
  readonly declaration: TypeDeclaration;
  /** Itself and every type it acts as. */
  readonly roles: ReadonlySet<string>;
  readonly settings: ReadonlyMap<string, SettingDeclaration>;
}

export interface ExternalKnowledge {
  readonly id: string;
  readonly product: string;
  readonly declaration: ExternalDeclaration;
}

/** A flow rule with full references. */
export interface RuleKnowledge {
  readonly id: string;
  readonly product: string;
  readonly declaration: RuleDeclaration;
  readonly from: readonly string[];
  readonly to: readonly string[];
  readonly replaces: ReadonlySet<string>;
  readonly advice: readonly Advice[];
  readonly when: Condition | null;
  readonly members: Condition | null;
}

export interface DisputeKnowledge {
  readonly id: string;
  readonly product: string;
  readonly declaration: DisputeDeclaration;
  /** Reading id to the rules that hold under it. */
  readonly readings: ReadonlyMap<string, ReadonlySet<string>>;
  /** Rules that some reading holds and some other does not. */
  readonly contested: ReadonlySet<string>;
}

/** All catalogs, indexed by full id. */
export interface Knowledge {
  readonly catalogs: readonly Catalog[];
  readonly types: ReadonlyMap<string, TypeKnowledge>;
  readonly externals: ReadonlyMap<string, ExternalKnowledge>;
  /** In order of id. */
  readonly rules: readonly RuleKnowledge[];
  readonly rulesById: ReadonlyMap<string, RuleKnowledge>;
  readonly disputes: ReadonlyMap<string, DisputeKnowledge>;
}

const cache = new WeakMap<readonly Catalog[], Knowledge>();

/** Indexes catalogs. References that lead nowhere are left as they are: `catalog check` speaks about them. The result for the same array is kept. */
export function learn(catalogs: readonly Catalog[]): Knowledge {
  const known = cache.get(catalogs);
  if (known) return known;
  const declarations = new Map<string, { product: string; declaration: TypeDeclaration }>();
  for (const catalog of catalogs)
    for (const type of catalog.types) declarations.set(`${catalog.product}/${type.id}`, { product: catalog.product, declaration: type });

  const types = new Map<string, TypeKnowledge>();
  for (const [id, { product, declaration }] of declarations) {
    const roles = new Set<string>();
    const settings = new Map<string, SettingDeclaration>();
    const take = (type: string) => {
      const entry = declarations.get(type);
      if (!entry || roles.has(type)) return;
      roles.add(type);
      for (const [name, setting] of Object.entries(entry.declaration.settings))
        if (!settings.has(name)) settings.set(name, qualifySetting(entry.product, setting));
      for (const other of entry.declaration.actsAs) take(qualify(entry.product, other));
    };
    take(id);
    types.set(id, { id, product, declaration, roles, settings });
  }

  const externals = new Map<string, ExternalKnowledge>();
  const rules: RuleKnowledge[] = [];
  const disputes = new Map<string, DisputeKnowledge>();
  for (const catalog of catalogs) {
    const { product } = catalog;
    for (const declaration of catalog.externals) {
      const id = `${product}/${declaration.id}`;
      externals.set(id, { id, product, declaration });
    }
    for (const declaration of catalog.rules) {
      rules.push({
        id: `${product}/${declaration.id}`,
        product,
        declaration,
        from: declaration.from.map((type) => qualify(product, type)),
        to: declaration.to.map((type) => qualify(product, type)),
        replaces: new Set(declaration.replaces.map((rule) => `${product}/${rule}`)),
        advice: [...new Set([...catalog.advice, ...declaration.advice])].sort(byCodeUnit),
        when: declaration.when ? qualifyCondition(product, declaration.when) : null,
        members: declaration.ha?.members ? qualifyCondition(product, declaration.ha.members) : null,
      });
    }
    for (const declaration of catalog.disputes) {
      const readings = new Map(
        declaration.readings.map((reading) => [reading.id, new Set(reading.rules.map((rule) => `${product}/${rule}`))]),
      );
      const named = new Set([...readings.values()].flatMap((held) => [...held]));
      const contested = new Set([...named].filter((rule) => [...readings.values()].some((held) => !held.has(rule))));
      const id = `${product}/${declaration.id}`;
      disputes.set(id, { id, product, declaration, readings, contested });
    }
  }
  rules.sort(byId);
  const knowledge: Knowledge = { catalogs, types, externals, rules, rulesById: new Map(rules.map((rule) => [rule.id, rule])), disputes };
  cache.set(catalogs, knowledge);
  return knowledge;
}

/** The sources of one service: its own rows, else the rule's. */
export function sourcesOf(rule: RuleDeclaration, service: number): readonly Citation[] {
  const own = rule.services[service]?.sources ?? [];
  return own.length > 0 ? own : rule.sources;
}

function qualifySetting(product: string, setting: SettingDeclaration): SettingDeclaration {
  return { ...setting, default: setting.default.map((step) => qualifyStep(product, step)) };
}

function qualifyStep(product: string, step: DefaultStep): DefaultStep {
  if (typeof step !== 'object') return step;
  if ('follow' in step) return { ...step, of: step.of.map((type) => qualify(product, type)) };
  if ('linkedTo' in step)
    return { linkedTo: Object.fromEntries(Object.entries(step.linkedTo).map(([type, value]) => [qualify(product, type), value])) };
  return step;
}

function qualifyCondition(product: string, condition: Condition): Condition {
  if ('all' in condition) return { all: condition.all.map((part) => qualifyCondition(product, part)) };
  if ('any' in condition) return { any: condition.any.map((part) => qualifyCondition(product, part)) };
  if ('not' in condition) return { not: qualifyCondition(product, condition.not) };
  if ('type' in condition) return { ...condition, type: condition.type.map((type) => qualify(product, type)) };
  if ('hostHas' in condition) return { ...condition, hostHas: qualify(product, condition.hostHas) };
  if ('present' in condition) return { present: qualify(product, condition.present) };
  if (('setting' in condition || 'version' in condition) && typeof condition.of === 'object')
    return { ...condition, of: { type: qualify(product, condition.of.type) } };
  return condition;
}
