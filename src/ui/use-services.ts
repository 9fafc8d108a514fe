import { useEffect, useState } from 'react';
import { keepAnalysisCurrent } from '../store/analysis-client.ts';
import { keepSaved, loadPlan } from '../store/autosave.ts';
import { keepPreferences } from '../store/preferences.ts';
import { workspace } from '../store/workspace.ts';
import { openLink } from './actions/open-link.ts';
import { arrivedLink, onLink } from './arrival.ts';
import { keepOffline } from './offline.ts';
import { useSaving } from './topbar/saving.ts';

/** Brings back what was open, or opens the link the page was called with. */
async function begin(): Promise<void> {
  const link = arrivedLink();
  if (link !== null && (await openLink(link))) return;
  const stored = await loadPlan('current');
  const { opened, open, notice } = workspace.getState();
  if (!stored || opened) return;
  open(stored, 'saved');
  // Opening clears the notice, and why the link was refused is still to be read.
  if (notice) workspace.setState({ notice });
}

/**
 * Starts what runs beside the page: preferences, the plan of last time or of the link, analysis, autosave.
 * False until it is known what to show, so that the start page does not flash before a stored plan.
 */
export function useServices(): boolean {
  const [ready, setReady] = useState(() => workspace.getState().opened);
  useEffect(() => {
    const ends = [
      keepPreferences(),
      keepAnalysisCurrent(),
      keepSaved(
        () => {
          useSaving.setState({ state: 'failed' });
          workspace.getState().notify('toast.notSaved', { tone: 'error' });
        },
        (plan) => {
          if (workspace.getState().plan === plan) useSaving.setState({ state: 'saved' });
        },
      ),
      workspace.subscribe((state, before) => {
        if (state.plan === before.plan) return;
        const untouched = state.past.length === 0 && state.future.length === 0;
        useSaving.setState({
          state: untouched && state.origin === 'link' ? 'new' : untouched && state.origin === 'saved' ? 'saved' : 'saving',
        });
      }),
      onLink((link) => void openLink(link)),
    ];
    void keepOffline();
    let there = true;
    void begin().finally(() => {
      if (there) setReady(true);
    });
    return () => {
      there = false;
      for (const end of ends) end();
    };
  }, []);
  return ready;
}
