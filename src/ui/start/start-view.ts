import { create } from 'zustand';
import { workspace } from '../../store/workspace.ts';

/** What the start page shows beside the ways to begin. */
export const useStartView = create<{ readonly view: 'templates' | 'plans' }>()(() => ({ view: 'templates' }));

/** Shows every kept plan. */
export function showPlans(): void {
  useStartView.setState({ view: 'plans' });
  workspace.getState().close();
}

/** Shows the start page with the templates. */
export function showStart(): void {
  useStartView.setState({ view: 'templates' });
  workspace.getState().close();
}
