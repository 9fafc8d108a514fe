import { loadPlan, type RecentPlan, swapSlots } from '../../store/autosave.ts';
import { workspace } from '../../store/workspace.ts';

/** Goes on with a stored plan. The former one changes places with the current, so that neither is lost. */
export async function resume(plan: RecentPlan): Promise<void> {
  const loaded = await loadPlan(plan.slot);
  const { open, notify } = workspace.getState();
  if (!loaded) {
    notify('toast.damaged', { tone: 'error' });
    return;
  }
  if (plan.slot === 'former') await swapSlots();
  open(loaded, 'saved');
}
