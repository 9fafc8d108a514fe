import type { DefaultStep, Scalar, SettingDeclaration } from '../model/catalog.ts';
import { lookup } from '../model/dictionary.ts';
import type { SettingValue } from '../model/plan.ts';
import { formatPorts, MAX_PORT, parsePorts } from '../model/ports.ts';
import { isVersion } from '../model/version.ts';
import type { Bound, BoundComponent } from './bind.ts';

/** What a setting came out as. `none`: nothing says so. `unknown`: the plan's value is invalid, or several that differ could be meant. */
export type SettingState =
  | { readonly kind: 'value'; readonly value: Scalar; readonly written: boolean; readonly linked: readonly BoundComponent[] }
  | { readonly kind: 'none' | 'unknown' | 'undeclared' };

/** Reads settings of components, with their defaults, each once. */
export interface SettingReader {
  readonly read: (component: BoundComponent, name: string) => SettingState;
  /** What the setting would be if the plan did not say. */
  readonly default: (component: BoundComponent, name: string) => SettingState;
}

/** The text the plan may write for a random listening port. */
export const RANDOM_PORT = 'random';

/** Judges a value of the plan: `default` where it says "take the default", else the value in the setting's own type, or null where it is invalid. */
export function judge(declaration: SettingDeclaration, value: SettingValue): 'default' | { value: Scalar } | null {
  if (value === null || (declaration.defaultWord !== undefined && value === declaration.defaultWord)) return 'default';
  switch (declaration.kind) {
    case 'flag':
      if (typeof value === 'boolean') return { value };
      if (declaration.defaultWord !== undefined && (value === 'on' || value === 'off')) return { value: value === 'on' };
      return null;
    case 'choice':
      // A choice between ports may be written as a number: 445 means "445".
      return (typeof value === 'string' || typeof value === 'number') && declaration.values.some((choice) => choice.value === String(value))
        ? { value: String(value) }
        : null;
    case 'port':
      if (value === RANDOM_PORT && declaration.random) return { value };
      return typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= MAX_PORT ? { value } : null;
    case 'ports': {
      const ranges = typeof value === 'string' || typeof value === 'number' ? parsePorts(String(value)) : null;
      return ranges && { value: formatPorts(ranges) };
    }
    case 'version':
      return typeof value === 'string' && isVersion(value) ? { value } : null;
    case 'text':
      return typeof value === 'string' ? { value } : null;
  }
}

/** Makes the reader for the components of one plan. Defaults that follow each other in a circle are unknown. */
export function readSettings(bound: Bound): SettingReader {
  const written = new Map<BoundComponent, Map<string, SettingState>>();
  const defaults = new Map<BoundComponent, Map<string, SettingState>>();
  const running = new Set<string>();

  const remember = (
    memory: Map<BoundComponent, Map<string, SettingState>>,
    component: BoundComponent,
    name: string,
    make: () => SettingState,
  ) => {
    let states = memory.get(component);
    if (!states) memory.set(component, (states = new Map()));
    let state = states.get(name);
    if (!state) states.set(name, (state = make()));
    return state;
  };

  const read = (component: BoundComponent, name: string): SettingState =>
    remember(written, component, name, () => {
      const declaration = component.type.settings.get(name);
      if (!declaration) return { kind: 'undeclared' };
      const raw = lookup(component.settings, name);
      const judged = raw === undefined ? 'default' : judge(declaration, raw);
      if (judged === null) return { kind: 'unknown' };
      return judged === 'default' ? byDefault(component, name) : { kind: 'value', value: judged.value, written: true, linked: [] };
    });

  const byDefault = (component: BoundComponent, name: string): SettingState =>
    remember(defaults, component, name, () => {
      const declaration = component.type.settings.get(name);
      if (!declaration) return { kind: 'undeclared' };
      const key = JSON.stringify([component.id, name]);
      if (running.has(key)) return { kind: 'unknown' };
      running.add(key);
      try {
        for (const step of declaration.default) {
          const state = take(component, step);
          if (state.kind !== 'none') return state;
        }
        return { kind: 'none' };
      } finally {
        running.delete(key);
      }
    });

  const value = (value: Scalar, linked: readonly BoundComponent[] = []): SettingState => ({ kind: 'value', value, written: false, linked });

  const take = (component: BoundComponent, step: DefaultStep): SettingState => {
    if (typeof step !== 'object') return value(step);
    if ('by' in step) {
      const other = read(component, step.by);
      if (other.kind !== 'value') return other.kind === 'none' ? other : { kind: 'unknown' };
      const chosen = own(step.values, String(other.value));
      return chosen === undefined ? { kind: 'none' } : value(chosen);
    }
    if ('zoneKind' in step) {
      const chosen = step.zoneKind[component.host.area.kind];
      return chosen === undefined ? { kind: 'none' } : value(chosen);
    }
    if ('linkedTo' in step) {
      const found = new Map<Scalar, BoundComponent[]>();
      for (const [type, chosen] of Object.entries(step.linkedTo)) {
        const linked = bound.linkedTo(component, [type]);
        if (linked.length > 0) found.set(chosen, [...(found.get(chosen) ?? []), ...linked]);
      }
      return only(found);
    }
    const linked = bound.linkedTo(component, step.of);
    const followed = linked.length > 0 ? linked : bound.inDeployment(component, step.of).filter((other) => other !== component);
    const found = new Map<Scalar, BoundComponent[]>();
    for (const other of followed) {
      const state = read(other, step.follow);
      if (state.kind === 'unknown') return { kind: 'unknown' };
      if (state.kind !== 'value') continue;
      const chosen = step.values ? own(step.values, String(state.value)) : state.value;
      if (chosen !== undefined) found.set(chosen, linked.length > 0 ? [...(found.get(chosen) ?? []), other] : []);
    }
    return only(found);
  };

  const only = (found: ReadonlyMap<Scalar, readonly BoundComponent[]>): SettingState => {
    if (found.size > 1) return { kind: 'unknown' };
    for (const [chosen, linked] of found) return value(chosen, linked);
    return { kind: 'none' };
  };

  return { read, default: byDefault };
}

function own<T>(values: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(values, key) ? values[key] : undefined;
}
