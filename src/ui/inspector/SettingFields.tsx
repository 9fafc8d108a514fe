import { Pencil } from 'lucide-react';
import { useState } from 'react';
import type { EffectiveSetting } from '../../engine/result.ts';
import { judge } from '../../engine/settings.ts';
import type { SettingDeclaration } from '../../model/catalog.ts';
import { lookup } from '../../model/dictionary.ts';
import { setSetting, updateComponent } from '../../model/edits/components.ts';
import type { Component, SettingValue } from '../../model/plan.ts';
import { useWorkspace, workspace } from '../../store/workspace.ts';
import { useT } from '../messages/translate.ts';
import { SelectInput } from '../parts/SelectInput.tsx';
import { SwitchInput } from '../parts/SwitchInput.tsx';
import { TextInput } from '../parts/TextInput.tsx';

/** How many settings a component shows before the rest is asked for. Written ones always show. */
const FIRST = 6;

/** The settings of a component as fields, made from what its type declares. */
export function SettingFields({
  component,
  declarations,
}: {
  component: Component;
  declarations: ReadonlyMap<string, SettingDeclaration>;
}) {
  const t = useT();
  const settings = useWorkspace((state) => state.analysis?.settings);
  const [all, setAll] = useState(false);
  const entries = [...declarations];
  const shown =
    all || entries.length <= FIRST + 1
      ? entries
      : entries.filter(([name], index) => index < FIRST || Object.hasOwn(component.settings, name));
  // Components of one product are one deployment until there is reason to part them: a second of the type, or a label already given.
  const separates = useWorkspace(
    ({ plan }) =>
      component.deployment !== 'default' ||
      plan.hosts.some((host) => host.components.some((one) => one.type === component.type && one.id !== component.id)),
  );
  const undeclared = Object.keys(component.settings).filter((name) => !declarations.has(name));
  return (
    <>
      {shown.map(([name, declaration]) => (
        <SettingField
          key={name}
          component={component}
          name={name}
          declaration={declaration}
          effective={settings?.find((one) => one.component === component.id && one.setting === name)}
        />
      ))}
      {undeclared.map((name) => (
        <TextInput
          key={name}
          label={name}
          value={String(component.settings[name])}
          error={t('setting.undeclared')}
          onCommit={(text) =>
            workspace.getState().edit('changeSetting', (plan) => setSetting(plan, component.id, name, text === '' ? undefined : text))
          }
        />
      ))}
      {separates && (
        <TextInput
          label={t('setting.deployment')}
          value={component.deployment}
          note={t('setting.deploymentNote')}
          onCommit={(text) =>
            workspace
              .getState()
              .edit('changeComponent', (plan) => updateComponent(plan, component.id, { deployment: text.trim() || 'default' }))
          }
        />
      )}
      {shown.length < entries.length && (
        <button
          type="button"
          onClick={() => setAll(true)}
          className="justify-self-start rounded-control py-1 text-table font-medium text-accent-text hover:underline"
        >
          {t('palette.more', { count: entries.length - shown.length })}
        </button>
      )}
    </>
  );
}

/** The default that holds whatever the rest of the plan says, for the moment before the analysis knows better. */
function plainDefault(declaration: SettingDeclaration): SettingValue {
  const step = declaration.default.find((one) => typeof one !== 'object');
  if (step !== undefined && typeof step !== 'object') return step;
  if (declaration.kind === 'flag') return false;
  if (declaration.kind === 'choice') return declaration.values[0]?.value ?? null;
  return null;
}

function SettingField({
  component,
  name,
  declaration,
  effective,
}: {
  component: Component;
  name: string;
  declaration: SettingDeclaration;
  effective: EffectiveSetting | undefined;
}) {
  const t = useT();
  const written = lookup(component.settings, name);
  const standard = effective ? effective.default : plainDefault(declaration);
  const judged = written === undefined ? 'default' : judge(declaration, written);
  const value = judged === 'default' || judged === null ? standard : judged.value;
  const changed = written !== undefined && judged !== 'default' && (judged === null || judged.value !== standard);
  const set = (next: SettingValue | undefined) =>
    workspace.getState().edit('changeSetting', (plan) => setSetting(plan, component.id, name, next === standard ? undefined : next));

  const word = (one: SettingValue): string => {
    if (one === null) return t('setting.none');
    if (one === true) return t('setting.on');
    if (one === false) return t('setting.off');
    if (declaration.kind === 'choice') return declaration.values.find((choice) => choice.value === one)?.label ?? String(one);
    return String(one);
  };
  const note = changed ? (
    <button
      type="button"
      title={t('setting.restore')}
      onClick={() => workspace.getState().edit('changeSetting', (plan) => setSetting(plan, component.id, name, undefined))}
      className="inline-flex items-center gap-1 rounded-[4px] text-warn hover:underline"
    >
      <Pencil aria-hidden="true" size={11} strokeWidth={2} />
      {t('setting.default', { value: word(standard) })}
    </button>
  ) : undefined;
  const error = judged === null ? t('setting.invalid', { value: String(written) }) : null;
  const label = declaration.label;

  // A default that follows others is a choice of its own, so that it can be gone back to.
  const follow = declaration.defaultWord;
  if (declaration.kind === 'choice' || (declaration.kind === 'flag' && follow !== undefined)) {
    const values =
      declaration.kind === 'choice'
        ? declaration.values.filter((choice) => choice.value !== follow)
        : [
            { value: 'on', label: t('setting.on') },
            { value: 'off', label: t('setting.off') },
          ];
    const current =
      judged === 'default' && follow !== undefined ? follow : value === true ? 'on' : value === false ? 'off' : String(value ?? '');
    const options = [
      ...(follow === undefined ? [] : [{ value: follow, label: t('setting.follow', { value: word(standard) }) }]),
      ...values,
      ...(value === null && follow === undefined ? [{ value: '', label: t('setting.none') }] : []),
    ];
    return (
      <SelectInput
        label={label}
        value={current}
        options={options}
        error={error}
        note={note}
        onChange={(next) => {
          if (next === follow || next === '') set(undefined);
          else if (follow === undefined) set(next);
          else workspace.getState().edit('changeSetting', (plan) => setSetting(plan, component.id, name, next));
        }}
      />
    );
  }
  if (declaration.kind === 'flag') return <SwitchInput label={label} checked={value === true} note={note} error={error} onChange={set} />;

  const parse = (text: string): SettingValue | undefined => {
    const trimmed = text.trim();
    if (trimmed === '') return undefined;
    return declaration.kind === 'port' && /^\d+$/.test(trimmed) ? Number(trimmed) : trimmed;
  };
  const check = (text: string) => {
    const parsed = parse(text);
    if (parsed === undefined || judge(declaration, parsed) !== null) return null;
    return declaration.kind === 'port' && declaration.random ? t('setting.wrong.portRandom') : t(`setting.wrong.${declaration.kind}`);
  };
  return (
    <TextInput
      label={label}
      mono
      inputMode={declaration.kind === 'port' && !declaration.random ? 'numeric' : 'text'}
      value={judged === null ? String(written) : value === null ? '' : String(value)}
      placeholder={standard === null ? t('setting.none') : String(standard)}
      check={check}
      error={error}
      note={note}
      onCommit={(text) => set(parse(text))}
    />
  );
}
