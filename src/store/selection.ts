import type { EndKey } from '../layout/end-key.ts';
import type { Plan } from '../model/plan.ts';

/** What is selected: one thing at a time, except that zones and hosts may be selected together. */
export type Selection =
  | { readonly kind: 'none' }
  | { readonly kind: 'items'; readonly zones: readonly string[]; readonly hosts: readonly string[] }
  | { readonly kind: 'component'; readonly host: string; readonly component: string }
  | { readonly kind: 'boundary'; readonly id: string }
  | { readonly kind: 'edge'; readonly from: EndKey; readonly to: EndKey; readonly flows: readonly string[] }
  | { readonly kind: 'opening'; readonly id: string }
  | { readonly kind: 'flow'; readonly id: string }
  | { readonly kind: 'external'; readonly id: string };

/** The empty selection; always this one object, so that it can be compared. */
export const NOTHING: Selection = { kind: 'none' };

/** A selection of hosts and zones. */
export function itemsSelection(items: { zones?: readonly string[]; hosts?: readonly string[] }): Selection {
  const { zones = [], hosts = [] } = items;
  return zones.length + hosts.length === 0 ? NOTHING : { kind: 'items', zones, hosts };
}

/** What remains of a selection when things of the plan are gone. Derived things (edges, openings, flows) are left to the analysis. */
export function pruned(selection: Selection, plan: Plan): Selection {
  switch (selection.kind) {
    case 'items': {
      const zones = selection.zones.filter((id) => plan.zones.some((zone) => zone.id === id) || id === 'internet' || id === '~internet');
      const hosts = selection.hosts.filter((id) => plan.hosts.some((host) => host.id === id));
      if (zones.length === selection.zones.length && hosts.length === selection.hosts.length) return selection;
      return itemsSelection({ zones, hosts });
    }
    case 'component': {
      const host = plan.hosts.find((one) => one.id === selection.host);
      if (!host) return NOTHING;
      return host.components.some((one) => one.id === selection.component) ? selection : itemsSelection({ hosts: [host.id] });
    }
    case 'boundary':
      return selection.id.startsWith('~') || plan.boundaries.some((one) => one.id === selection.id) ? selection : NOTHING;
    default:
      return selection;
  }
}
