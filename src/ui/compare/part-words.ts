import { byCodeUnit } from '../../model/order.ts';
import { nameOf } from '../../model/plan.ts';
import type { FieldChange, PlanChange } from '../../model/plan-changes.ts';
import { disputeOf, ruleOf, settingsOf, shortTypeName } from '../../store/catalogs.ts';
import type { Names } from '../../store/selectors.ts';
import type { MessageKey } from '../messages/en.ts';
import { isMessageKey, type useT } from '../messages/translate.ts';

type T = ReturnType<typeof useT>;

const text = (value: unknown): string => (typeof value === 'string' ? value : value === undefined ? '' : JSON.stringify(value));

/** What a changed part of the plan is called. `names` knows the plan it stands in. */
export function partName({ kind, id, host, part }: PlanChange, names: Names): string {
  switch (kind) {
    case 'component':
      return `${host === null ? '' : `${names.hostName(host)}, `}${shortTypeName(text(part.type))}`;
    case 'host':
    case 'zone':
    case 'firewall':
      return nameOf({ id, name: text(part.name) || undefined });
    case 'boundary':
      return text(part.name) || (Array.isArray(part.between) ? part.between.map((zone) => names.zone(text(zone))).join(' | ') : id);
    case 'link':
      return [part.from, part.to]
        .map((end) => {
          const on = names.hostOfComponent.get(text(end));
          return on ? nameOf(on) : text(end);
        })
        .join(' → ');
    case 'waiver':
      return ruleOf(text(part.rule))?.purpose ?? text(part.rule);
    case 'requirement':
      return text(part.purpose) || id;
    case 'reading':
      return disputeOf(id)?.question ?? id;
    case 'path':
      return Array.isArray(part.between) ? part.between.map((zone) => names.zone(text(zone))).join(' | ') : id;
  }
}

/** What the fields of a plan are called on the page; others keep the name they have in the file. */
const LABELS: Readonly<Record<string, MessageKey>> = {
  name: 'field.name',
  addresses: 'field.addresses',
  zone: 'field.zone',
  host: 'tool.host',
  count: 'field.count',
  kind: 'field.kind',
  cidrs: 'field.networks',
  parent: 'field.parent',
  lan: 'field.lan',
  filtering: 'field.filtering',
  intraZone: 'field.intraZone',
  firewall: 'field.firewall',
  style: 'field.style',
  between: 'column.zones',
  deployment: 'setting.deployment',
  reason: 'waive.reason',
  reading: 'compare.reading',
  purpose: 'requirement.purpose',
  service: 'column.service',
  need: 'column.need',
  from: 'column.from',
  to: 'column.to',
};

/** One changed field, as `name: old to new`. */
export function fieldText({ field, old, new: now }: FieldChange, { kind, part }: PlanChange, names: Names, t: T): string {
  const setting = field.startsWith('settings.') ? field.slice('settings.'.length) : null;
  const key = LABELS[field];
  const label = setting === null ? (key ? t(key) : field) : (settingsOf(text(part.type)).get(setting)?.label ?? setting);
  const value = (raw: unknown): string => {
    if (raw === undefined || raw === null || raw === '' || (Array.isArray(raw) && raw.length === 0)) return t('compare.empty');
    if (typeof raw === 'boolean') return t(raw ? 'setting.on' : 'setting.off');
    if (field === 'host') return names.hostName(text(raw));
    if (field === 'zone' || field === 'parent') return names.zone(text(raw));
    if (kind === 'zone' && field === 'kind') return isMessageKey(`zone.kind.${raw}`) ? t(`zone.kind.${raw}` as MessageKey) : text(raw);
    if (field === 'between' && Array.isArray(raw)) return raw.map((zone) => names.zone(text(zone))).join(' | ');
    if (Array.isArray(raw)) return raw.map(text).sort(byCodeUnit).join(', ');
    return text(raw);
  };
  return `${label}: ${t('compare.from', { old: value(old), new: value(now) })}`;
}

/** What caused a line, in one sentence per part. */
export function causeText(change: PlanChange, names: Names, t: T): string {
  const name = partName(change, names);
  if (change.what !== 'changed') return `${name} (${t(`compare.${change.what}`).toLowerCase()})`;
  return `${name} (${change.fields
    .filter(({ field }) => field !== 'name')
    .map((field) => fieldText(field, change, names, t))
    .join('; ')})`;
}
