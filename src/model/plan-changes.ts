import { byCodeUnit } from './order.ts';
import type { Plan } from './plan.ts';

/** What a part of a plan is. `plan` stands for readings and path pins, which belong to nothing smaller. */
export type PartKind = 'zone' | 'host' | 'component' | 'firewall' | 'boundary' | 'link' | 'waiver' | 'requirement' | 'reading' | 'path';

/** One part of the plan that one revision has and the other has not, or has otherwise. */
export interface PlanChange {
  readonly what: 'added' | 'removed' | 'changed';
  readonly kind: PartKind;
  /** The part's id; for those that have none, canonical JSON of what tells them apart. */
  readonly id: string;
  /** The host of a component, else null. */
  readonly host: string | null;
  /** For what changed: each field with its old and new value as JSON values; undefined where there is none. */
  readonly fields: readonly FieldChange[];
  /** The part in the newer plan, in the older one where it was removed. */
  readonly part: Readonly<Record<string, unknown>>;
}

export interface FieldChange {
  /** A setting is named `settings.<name>`. */
  readonly field: string;
  readonly old: unknown;
  readonly new: unknown;
}

interface Part {
  readonly kind: PartKind;
  readonly id: string;
  readonly host: string | null;
  readonly part: Readonly<Record<string, unknown>>;
  readonly fields: ReadonlyMap<string, unknown>;
}

/**
 * What an architect decided otherwise in `after` than in `before`: parts added, removed and changed, by kind and id. Where things are
 * drawn, the words about the plan and accepted findings make no difference; the order of lists makes none either.
 */
export function planChanges(before: Plan, after: Plan): PlanChange[] {
  const old = partsOf(before);
  const now = partsOf(after);
  const changes: PlanChange[] = [];
  for (const key of [...new Set([...old.keys(), ...now.keys()])].sort(byCodeUnit)) {
    const [was, is] = [old.get(key), now.get(key)];
    const known = is ?? was;
    if (!known) continue;
    const { kind, id, host, part } = known;
    if (!was || !is) changes.push({ what: is ? 'added' : 'removed', kind, id, host, part, fields: [] });
    else {
      const fields = [...new Set([...was.fields.keys(), ...is.fields.keys()])]
        .sort(byCodeUnit)
        .map((field) => ({ field, old: was.fields.get(field), new: is.fields.get(field) }))
        .filter((field) => canonical(field.old) !== canonical(field.new));
      if (fields.length > 0) changes.push({ what: 'changed', kind, id, host, part, fields });
    }
  }
  return changes;
}

function partsOf(plan: Plan): Map<string, Part> {
  const parts = new Map<string, Part>();
  const add = (kind: PartKind, id: string, part: object, own: readonly string[] = [], host: string | null = null) => {
    const fields = new Map(Object.entries(part).filter(([name]) => name !== 'id' && !own.includes(name)));
    const settings = (part as { settings?: Record<string, unknown> }).settings;
    if (kind === 'component' && settings) {
      fields.delete('settings');
      for (const [name, value] of Object.entries(settings)) fields.set(`settings.${name}`, value);
    }
    if (kind === 'component') fields.set('host', host);
    parts.set(JSON.stringify([kind, id]), { kind, id, host, part: part as Record<string, unknown>, fields });
  };
  for (const zone of plan.zones) add('zone', zone.id, zone);
  for (const host of plan.hosts) {
    add('host', host.id, host, ['components']);
    for (const component of host.components) add('component', component.id, component, [], host.id);
  }
  for (const firewall of plan.firewalls) add('firewall', firewall.id, firewall);
  for (const boundary of plan.boundaries) add('boundary', boundary.id, boundary);
  for (const link of plan.links) add('link', canonical(link), link);
  for (const waiver of plan.waivers) add('waiver', canonical([waiver.rule, waiver.from ?? null, waiver.to ?? null]), waiver);
  for (const requirement of plan.requirements) add('requirement', requirement.id, requirement);
  for (const [dispute, reading] of Object.entries(plan.readings)) add('reading', dispute, { reading });
  for (const path of plan.paths) add('path', canonical(path.between), path);
  return parts;
}

/** The same text for the same value, whatever the order of its keys; lists of texts count as sets. */
function canonical(value: unknown): string {
  if (value === undefined || value === null) return '';
  if (Array.isArray(value)) {
    const texts = value.map(canonical);
    return `[${(value.every((entry) => typeof entry === 'string') ? texts.sort(byCodeUnit) : texts).join(',')}]`;
  }
  if (typeof value === 'object')
    return `{${Object.entries(value)
      .sort(([a], [b]) => byCodeUnit(a, b))
      .map(([name, entry]) => `${JSON.stringify(name)}:${canonical(entry)}`)
      .join(',')}}`;
  return JSON.stringify(value);
}
