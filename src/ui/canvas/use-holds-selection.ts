import type { Held } from '../../layout/fold.ts';
import { useWorkspace } from '../../store/workspace.ts';

/** True where something that a collapsed zone hides is selected: the zone shows the ring for it. */
export function useHoldsSelection(held: Held | null): boolean {
  return useWorkspace(({ selection, plan }) => {
    if (held === null) return false;
    const chosen = new Set(selection.kind === 'items' ? selection.hosts : selection.kind === 'component' ? [selection.host] : []);
    if (selection.kind === 'items' && selection.zones.some((id) => held.within.has(id))) return true;
    return chosen.size > 0 && plan.hosts.some((host) => chosen.has(host.id) && held.within.has(host.zone));
  });
}
