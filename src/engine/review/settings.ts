import type { SettingDeclaration } from '../../model/catalog.ts';
import { byCodeUnit } from '../../model/order.ts';
import type { BoundComponent } from '../bind.ts';
import type { OpenQuestion } from '../derive.ts';
import { finding } from '../finding.ts';
import { listed, phrase } from '../finding-words.ts';
import type { Finding, Subject } from '../result.ts';
import { judge, RANDOM_PORT } from '../settings.ts';
import type { Slot } from '../wording.ts';
import type { ReviewContext } from './context.ts';

const subjectsOf = (component: BoundComponent, setting: string): Subject[] => [
  { kind: 'component', id: component.id },
  { kind: 'setting', id: setting },
];

const ownerOf = (component: BoundComponent) => ({ type: component.type.declaration.name, host: component.host.name });

const labelOf = (component: BoundComponent, setting: string) => component.type.settings.get(setting)?.label ?? setting;

/** Settings whose value is none of the allowed ones, or that the type does not have. */
export function invalidSettings({ bound }: ReviewContext): Finding[] {
  const findings: Finding[] = [];
  for (const component of bound.components.values()) {
    for (const name of Object.keys(component.settings).sort(byCodeUnit)) {
      const value = component.settings[name];
      const declaration = component.type.settings.get(name);
      const owner = ownerOf(component);
      if (!declaration) {
        findings.push(finding('setting-invalid/no-setting', { ...owner, setting: name }, subjectsOf(component, name)));
      } else if (value !== undefined && judge(declaration, value) === null) {
        findings.push(
          finding(
            'setting-invalid/value',
            { ...owner, setting: declaration.label, value: JSON.stringify(value), allowed: allowed(declaration) },
            subjectsOf(component, name),
          ),
        );
      }
    }
  }
  return findings;
}

function allowed(declaration: SettingDeclaration): Slot {
  const words = declaration.defaultWord === undefined ? [] : [declaration.defaultWord];
  switch (declaration.kind) {
    case 'flag':
      return listed('or', ['true', 'false', ...words]);
    case 'choice':
      return [...declaration.values.map((choice) => choice.value), ...words].join(', ');
    case 'port':
      return declaration.random ? phrase('allowed/port-or-word', { word: RANDOM_PORT }) : phrase('allowed/port', {});
    case 'ports':
      return phrase('allowed/ports', {});
    case 'version':
      return phrase('allowed/version', {});
    case 'text':
      return phrase('allowed/text', {});
  }
}

/** Settings without which nobody can say whether a rule speaks: one finding per component and setting, an error where a required rule hangs on it. */
export function openQuestions({ derivation }: ReviewContext): Finding[] {
  const questions = new Map<string, OpenQuestion[]>();
  for (const question of derivation.questions) {
    const key = JSON.stringify([question.component.id, question.setting]);
    const list = questions.get(key);
    if (list) list.push(question);
    else questions.set(key, [question]);
  }
  return [...questions.values()].map((list) => {
    const { component, setting } = list[0] as OpenQuestion;
    const rules = [...new Set(list.map((question) => question.rule.id))].sort(byCodeUnit);
    const required = list.some((question) => question.rule.declaration.need === 'required');
    return finding(
      'condition-unknown',
      { setting: labelOf(component, setting), ...ownerOf(component), rules: rules.join(', '), count: rules.length },
      subjectsOf(component, setting),
      required ? 'error' : 'warning',
    );
  });
}

/** Choices left at "not decided yet": every possibility is opened until one is chosen. */
export function undecidedChoices({ derivation }: ReviewContext): Finding[] {
  const found = new Map<string, Finding>();
  for (const { component, setting } of derivation.undecided) {
    found.set(
      JSON.stringify([component.id, setting]),
      finding('choose-one', { setting: labelOf(component, setting), ...ownerOf(component) }, subjectsOf(component, setting)),
    );
  }
  return [...found.values()];
}

/** Components that need a host of their own and share one. */
export function crowdedHosts({ bound }: ReviewContext): Finding[] {
  return [...bound.components.values()]
    .filter((component) => component.type.declaration.standsAlone && component.host.declared.components.length > 1)
    .map((component) =>
      finding('must-stand-alone', ownerOf(component), [
        { kind: 'component', id: component.id },
        { kind: 'host', id: component.host.id },
      ]),
    );
}
