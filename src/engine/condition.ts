import type { Scalar } from '../model/catalog.ts';
import type { Condition, Holder } from '../model/condition.ts';
import { compareVersions, isVersion } from '../model/version.ts';
import type { Bound, BoundComponent } from './bind.ts';
import type { SettingReader, SettingState } from './settings.ts';

/** Yes, no, or unknown (null). */
export type Truth = boolean | null;

/** The ends a condition is judged for. `to` is null for an external service, or while only one end is looked at. */
export interface Ends {
  readonly from: BoundComponent | null;
  readonly to: BoundComponent | null;
}

/** A setting that left a condition unknown. */
export interface Unknown {
  readonly component: BoundComponent;
  readonly setting: string;
}

/** A condition made ready to be judged many times. Settings that leave it unknown are added to `unknowns`. */
export type Judge = (ends: Ends, unknowns: Unknown[]) => Truth;

const yes: Judge = () => true;

function allOf(parts: readonly Judge[]): Judge {
  return (ends, unknowns) => {
    let result: Truth = true;
    for (const part of parts) {
      const truth = part(ends, unknowns);
      if (truth === false) return false;
      if (truth === null) result = null;
    }
    return result;
  };
}

function anyOf(parts: readonly Judge[]): Judge {
  return (ends, unknowns) => {
    let result: Truth = false;
    for (const part of parts) {
      const truth = part(ends, unknowns);
      if (truth === true) return true;
      if (truth === null) result = null;
    }
    return result;
  };
}

/** Makes judges for the components and settings of one plan. Three answers after Kleene: an unknown part matters only where it can. */
export function judges(bound: Bound, settings: SettingReader): (condition: Condition | null) => Judge {
  const about = (holder: Holder, name: string, test: (state: SettingState) => Truth): Judge => {
    const ask = (component: BoundComponent, unknowns: Unknown[]): Truth => {
      const truth = test(settings.read(component, name));
      if (truth === null) unknowns.push({ component, setting: name });
      return truth;
    };
    if (holder === 'from' || holder === 'to') return (ends, unknowns) => (ends[holder] ? ask(ends[holder], unknowns) : null);
    return (ends, unknowns) => {
      const viewer = ends.from ?? ends.to;
      if (!viewer) return null;
      return anyOf(bound.inDeployment(viewer, [holder.type]).map((component) => () => ask(component, unknowns)))(ends, unknowns);
    };
  };

  const compare = (name: string, wanted: boolean): Judge => {
    return ({ from, to }, unknowns) => {
      if (!from || !to) return null;
      const states = [from, to].map((component) => ({ component, state: settings.read(component, name) }));
      const unknown = states.filter(({ state }) => state.kind === 'unknown');
      for (const { component } of unknown) unknowns.push({ component, setting: name });
      if (unknown.length > 0) return null;
      const [a, b] = states.map(({ state }) => (state.kind === 'value' ? state.value : ''));
      return (a === b) === wanted;
    };
  };

  const prepare = (condition: Condition | null): Judge => {
    if (condition === null) return yes;
    if ('all' in condition) return allOf(condition.all.map(prepare));
    if ('any' in condition) return anyOf(condition.any.map(prepare));
    if ('not' in condition) {
      const inner = prepare(condition.not);
      return (ends, unknowns) => {
        const truth = inner(ends, unknowns);
        return truth === null ? null : !truth;
      };
    }
    if ('setting' in condition) return about(condition.of, condition.setting, (state) => hasValue(state, condition.is));
    if ('version' in condition) {
      return about(condition.of, condition.version, (state) => {
        if (state.kind !== 'value' || typeof state.value !== 'string' || !isVersion(state.value)) return null;
        if (condition.atLeast !== undefined && compareVersions(state.value, condition.atLeast) < 0) return false;
        return condition.before === undefined || compareVersions(state.value, condition.before) < 0;
      });
    }
    if ('zoneKind' in condition) {
      return (ends) => {
        const component = ends[condition.of];
        return component ? condition.zoneKind.includes(component.host.area.kind) : null;
      };
    }
    if ('same' in condition) return compare(condition.same, true);
    if ('differs' in condition) return compare(condition.differs, false);
    if ('type' in condition) {
      return (ends) => {
        const component = ends[condition.of];
        return component ? condition.type.includes(component.type.id) : null;
      };
    }
    if ('self' in condition) return ({ from, to }) => (from && to ? (from === to) === condition.self : null);
    if ('sameHost' in condition) return ({ from, to }) => (from && to ? isLocal(from, to) === condition.sameHost : null);
    if ('hostHas' in condition) {
      return (ends) => {
        const component = ends[condition.of];
        return component ? component.host.components.some((other) => other.type.roles.has(condition.hostHas)) : null;
      };
    }
    return (ends) => {
      const viewer = ends.from ?? ends.to;
      return viewer ? bound.inDeployment(viewer, [condition.present]).length > 0 : null;
    };
  };
  return prepare;
}

/** True where a flow between the two never leaves one single machine. */
export function isLocal(from: BoundComponent, to: BoundComponent): boolean {
  return from.host === to.host && !from.host.group;
}

function hasValue(state: SettingState, values: readonly Scalar[]): Truth {
  if (state.kind === 'undeclared') return false;
  if (state.kind === 'none') return values.includes('') ? true : null;
  return state.kind === 'value' ? values.includes(state.value) : null;
}
