import { type Catalog, type Citation, type DefaultStep, qualify, type Scalar, type SettingDeclaration } from '../model/catalog.ts';
import type { Condition } from '../model/condition.ts';
import { isDomainName } from '../model/plan.ts';
import type { Report } from './catalog-report.ts';
import { citedLines, numbersIn } from './catalog-rows.ts';
import { learn } from './knowledge.ts';
import type { Subject } from './result.ts';
import { judge } from './settings.ts';

/** Reports references that lead nowhere, and values and names that cannot be. */
export function checkReferences(catalog: Catalog, catalogs: readonly Catalog[], report: Report): void {
  const { product } = catalog;
  const { types, externals } = learn(catalogs);
  const rules = new Set(catalog.rules.map((rule) => rule.id));
  const sources = new Map(catalog.sources.map((source) => [source.id, source]));
  const lost = (where: Subject, what: string) =>
    report('catalog-reference', where, `${where.id}: ${what}`, 'Correct the name, or declare what is missing.');

  const checkSources = (where: Subject, citations: readonly Citation[]) => {
    for (const citation of citations) {
      const source = sources.get(citation.id);
      if (!source) lost(where, `there is no source ${citation.id}.`);
      else if (source.kind === 'base') {
        const content = new Set(numbersIn(source.lines ?? ''));
        const lines = citedLines([citation], source);
        if (lines.length === 0) lost(where, `the row "${citation.row}" names no lines; write L70, L68-73 or L52,L81.`);
        for (const line of lines) if (!content.has(line)) lost(where, `line ${line} of ${citation.id} has no content.`);
      }
    }
  };
  const checkType = (where: Subject, type: string) => {
    if (!types.has(qualify(product, type))) lost(where, `there is no component type ${type}.`);
  };
  const checkSetting = (where: Subject, owners: readonly string[], setting: string) => {
    for (const owner of owners) {
      const type = types.get(qualify(product, owner));
      if (type && !type.settings.has(setting)) lost(where, `${owner} has no setting ${setting}.`);
    }
  };

  /** In a condition over a side of several types, those without the setting simply do not fit. */
  const checkSomeSetting = (where: Subject, owners: readonly string[], setting: string) => {
    if (!owners.some((owner) => types.get(qualify(product, owner))?.settings.has(setting)))
      lost(where, `${owners.join(', ')} has no setting ${setting}.`);
  };

  /** A value that no owner's setting can have makes a condition silent for ever. */
  const checkValues = (where: Subject, owners: readonly string[], setting: string, values: readonly Scalar[]) => {
    const declarations = owners
      .map((owner) => types.get(qualify(product, owner))?.settings.get(setting))
      .filter((declaration) => declaration !== undefined);
    for (const value of values) {
      const possible = declarations.some((declaration) => {
        const judged = judge(declaration, value);
        return judged !== null && judged !== 'default' && judged.value === value;
      });
      if (declarations.length > 0 && value !== '' && !possible) lost(where, `${setting} never has the value ${JSON.stringify(value)}.`);
    }
  };

  for (const type of catalog.types) {
    const where = { kind: 'type', id: `${product}/${type.id}` };
    for (const other of type.actsAs) checkType(where, other);
    if (typeof type.mainPort === 'string') checkSetting(where, [type.id], type.mainPort);
    for (const [name, setting] of Object.entries(type.settings)) {
      checkSources(where, setting.sources);
      for (const step of setting.default) checkStep(step, where, type.id, name);
      for (const step of setting.default)
        if (typeof step !== 'object' && step !== '' && judge(setting, step) === null)
          lost(where, `${name} cannot be ${JSON.stringify(step)} by default.`);
      if (
        setting.kind === 'choice' &&
        setting.undecided !== undefined &&
        !setting.values.some((choice) => choice.value === setting.undecided)
      )
        lost(where, `${name} has no value ${setting.undecided}.`);
    }
  }
  function checkStep(step: DefaultStep, where: Subject, type: string, name: string): void {
    if (typeof step !== 'object') return;
    if ('by' in step) checkSetting(where, [type], step.by);
    if ('linkedTo' in step) for (const other of Object.keys(step.linkedTo)) checkType(where, other);
    if ('follow' in step) {
      for (const other of step.of) checkType(where, other);
      checkSetting(where, step.of, step.follow);
      if (step.of.length === 0) lost(where, `${name} follows no type.`);
    }
  }
  for (const external of catalog.externals) {
    const where = { kind: 'external', id: `${product}/${external.id}` };
    checkSources(where, external.sources);
    for (const name of external.fqdns) if (!isDomainName(name)) lost(where, `${name} is no domain name.`);
  }
  for (const rule of catalog.rules) {
    const where = { kind: 'rule', id: `${product}/${rule.id}` };
    checkSources(where, [...rule.sources, ...rule.services.flatMap((service) => service.sources)]);
    for (const type of rule.from) checkType(where, type);
    for (const target of rule.to) {
      if (!rule.external) checkType(where, target);
      else if (!externals.has(qualify(product, target))) lost(where, `there is no external service ${target}.`);
    }
    for (const replaced of rule.replaces) if (!rules.has(replaced)) lost(where, `there is no rule ${replaced}.`);
    const side = (of: 'from' | 'to') => (of === 'to' && !rule.external ? rule.to : rule.from);
    if (rule.option) {
      checkSetting(where, side(rule.option.of), rule.option.setting);
      checkValues(where, side(rule.option.of), rule.option.setting, rule.option.is);
      if (
        side(rule.option.of).some((owner) =>
          isOnByDefault(types.get(qualify(product, owner))?.settings.get(rule.option?.setting ?? ''), rule.option?.is ?? []),
        )
      )
        lost(where, `${rule.option.setting} is on by default, so the rule is not optional.`);
    }
    for (const service of rule.services) {
      if (typeof service.ports === 'object')
        checkSetting(where, side(service.ports.of), 'setting' in service.ports ? service.ports.setting : service.ports.by);
      for (const end of ['from', 'to'] as const) {
        const process = service.process[end];
        if (typeof process === 'object') checkSetting(where, side(process.of ?? end), process.by);
      }
    }
    for (const condition of [rule.when, rule.ha?.members]) if (condition) checkCondition(condition, where, side);
    for (const setting of [rule.ha?.group, rule.ha?.role]) if (setting !== undefined) checkSetting(where, rule.from, setting);
  }
  function checkCondition(condition: Condition, where: Subject, side: (of: 'from' | 'to') => readonly string[]): void {
    if ('all' in condition) for (const part of condition.all) checkCondition(part, where, side);
    else if ('any' in condition) for (const part of condition.any) checkCondition(part, where, side);
    else if ('not' in condition) checkCondition(condition.not, where, side);
    else if ('setting' in condition || 'version' in condition) {
      const owners = typeof condition.of === 'object' ? [condition.of.type] : side(condition.of);
      for (const owner of owners) checkType(where, owner);
      checkSomeSetting(where, owners, 'setting' in condition ? condition.setting : condition.version);
      if ('setting' in condition) checkValues(where, owners, condition.setting, condition.is);
    } else if ('same' in condition) checkSomeSetting(where, [...side('from'), ...side('to')], condition.same);
    else if ('differs' in condition) checkSomeSetting(where, [...side('from'), ...side('to')], condition.differs);
    else if ('type' in condition) for (const type of condition.type) checkType(where, type);
    else if ('hostHas' in condition) checkType(where, condition.hostHas);
    else if ('present' in condition) checkType(where, condition.present);
  }
  for (const dispute of catalog.disputes) {
    const where = { kind: 'dispute', id: `${product}/${dispute.id}` };
    checkSources(
      where,
      dispute.readings.flatMap((reading) => reading.sources),
    );
    for (const rule of dispute.readings.flatMap((reading) => reading.rules)) if (!rules.has(rule)) lost(where, `there is no rule ${rule}.`);
  }
  const spokenOf = new Set([...catalog.types, ...catalog.externals, ...catalog.rules, ...catalog.disputes].map((item) => item.id));
  for (const statement of catalog.statements) {
    const where = { kind: 'statement', id: `${product}/${statement.id}` };
    checkSources(where, statement.sources);
    for (const id of statement.about) if (!spokenOf.has(id)) lost(where, `it speaks about ${id}, which the catalog does not have.`);
  }
}

function isOnByDefault(declaration: SettingDeclaration | undefined, values: readonly Scalar[]): boolean {
  const [step] = declaration?.default ?? [];
  return step !== undefined && typeof step !== 'object' && values.includes(step);
}
