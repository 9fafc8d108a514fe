import type { SettingDeclaration } from '../../model/catalog.ts';
import { byCodeUnit } from '../../model/order.ts';
import type { BoundComponent } from '../bind.ts';
import type { OpenQuestion } from '../derive.ts';
import { finding } from '../finding.ts';
import type { Finding, Subject } from '../result.ts';
import { judge, RANDOM_PORT } from '../settings.ts';
import type { ReviewContext } from './context.ts';

const subjectsOf = (component: BoundComponent, setting: string): Subject[] => [
  { kind: 'component', id: component.id },
  { kind: 'setting', id: setting },
];

const labelOf = (component: BoundComponent, setting: string) => component.type.settings.get(setting)?.label ?? setting;

/** Settings whose value is none of the allowed ones, or that the type does not have. */
export function invalidSettings({ bound }: ReviewContext): Finding[] {
  const findings: Finding[] = [];
  for (const component of bound.components.values()) {
    for (const name of Object.keys(component.settings).sort(byCodeUnit)) {
      const value = component.settings[name];
      const declaration = component.type.settings.get(name);
      const owner = `${component.type.declaration.name} on ${component.host.name}`;
      if (!declaration) {
        findings.push(
          finding(
            'setting-invalid',
            {
              what: `${owner} has no setting ${name}.`,
              why: 'The value has no effect, so what it was meant to open or close is not considered.',
              next: 'Correct the name, or remove the setting.',
            },
            subjectsOf(component, name),
          ),
        );
      } else if (value !== undefined && judge(declaration, value) === null) {
        findings.push(
          finding(
            'setting-invalid',
            {
              what: `${owner}: ${declaration.label} cannot be ${JSON.stringify(value)}.`,
              why: 'An invalid value counts as unknown, so rules that depend on it give no flow.',
              next: `Choose ${allowed(declaration)}.`,
            },
            subjectsOf(component, name),
          ),
        );
      }
    }
  }
  return findings;
}

function allowed(declaration: SettingDeclaration): string {
  const words = declaration.defaultWord === undefined ? [] : [declaration.defaultWord];
  switch (declaration.kind) {
    case 'flag':
      return ['true', 'false', ...words].join(' or ');
    case 'choice':
      return [...declaration.values.map((choice) => choice.value), ...words].join(', ');
    case 'port':
      return declaration.random ? `a port number 1 to 65535, or ${RANDOM_PORT}` : 'a port number 1 to 65535';
    case 'ports':
      return 'ports such as 443, 80,443 or 49152-65535';
    case 'version':
      return 'a version such as 5.6.5';
    case 'text':
      return 'a text';
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
      {
        what: `${labelOf(component, setting)} of ${component.type.declaration.name} on ${component.host.name} is not known.`,
        why: `Nobody can say whether ${rules.length === 1 ? 'this rule applies' : 'these rules apply'}: ${rules.join(', ')}. They give no opening.`,
        next: 'Set the value.',
      },
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
      finding(
        'choose-one',
        {
          what: `${labelOf(component, setting)} of ${component.type.declaration.name} on ${component.host.name} is not decided.`,
          why: 'All its possibilities are opened, though only one will be used.',
          next: 'Choose one.',
        },
        subjectsOf(component, setting),
      ),
    );
  }
  return [...found.values()];
}

/** Components that need a host of their own and share one. */
export function crowdedHosts({ bound }: ReviewContext): Finding[] {
  return [...bound.components.values()]
    .filter((component) => component.type.declaration.standsAlone && component.host.declared.components.length > 1)
    .map((component) =>
      finding(
        'must-stand-alone',
        {
          what: `${component.type.declaration.name} shares the host ${component.host.name}.`,
          why: 'It has a network interface and address of its own, so rules for the shared host would be wrong.',
          next: 'Give it a host of its own.',
        },
        [
          { kind: 'component', id: component.id },
          { kind: 'host', id: component.host.id },
        ],
      ),
    );
}
