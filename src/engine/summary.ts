import { byCodeUnit, byId } from '../model/order.ts';
import type { Analysis, BoundaryInUse, EffectiveSetting } from './result.ts';
import type { ReviewContext } from './review/context.ts';

/** What the page shows beside flows and openings: zones, boundaries and settings as they came out. */
export function summarize({
  territory,
  flows,
  bound,
  settings,
}: ReviewContext): Pick<Analysis, 'zones' | 'boundaries' | 'settings' | 'impliedAdjacencies'> {
  const used = new Map<string, BoundaryInUse>(territory.drawn.map((boundary) => [boundary.id, boundary]));
  for (const { flow } of flows)
    for (const { boundary } of flow.crossings) {
      const found = boundary !== null && !used.has(boundary) ? territory.boundary(boundary) : null;
      if (found) used.set(found.id, found);
    }
  const effective: EffectiveSetting[] = [];
  for (const component of [...bound.components.values()].sort(byId)) {
    for (const name of [...component.type.settings.keys()].sort(byCodeUnit)) {
      const state = settings.read(component, name);
      const standard = settings.default(component, name);
      const value = state.kind === 'value' ? state.value : null;
      const byDefault = standard.kind === 'value' ? standard.value : null;
      const written = state.kind === 'unknown' || (state.kind === 'value' && state.written);
      effective.push({ component: component.id, setting: name, value, default: byDefault, changed: written && value !== byDefault });
    }
  }
  return {
    zones: [...territory.areas.values()].sort(byId).map(({ id, name, kind, parent, implicit }) => ({ id, name, kind, parent, implicit })),
    boundaries: [...used.values()].sort(byId),
    settings: effective,
    impliedAdjacencies: territory.impliedAdjacencies,
  };
}
