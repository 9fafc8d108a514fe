import { openKept } from '../../store/desk.ts';
import { workspace } from '../../store/workspace.ts';

/** Goes on with a kept plan; says so where it or its last state cannot be read. */
export async function resume(id: string): Promise<void> {
  const outcome = await openKept(id).catch(() => 'unreadable' as const);
  const { notify } = workspace.getState();
  if (outcome === 'unreadable') notify('toast.damaged', { tone: 'error' });
  if (outcome === 'fell-back') notify('toast.fellBack');
}
