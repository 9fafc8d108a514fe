import { useEffect, useState } from 'react';
import { updatePlan } from '../model/edits/rename.ts';
import { keepAnalysisCurrent } from '../store/analysis-client.ts';
import { keepDesk, lastKept } from '../store/desk.ts';
import { keepPreferences } from '../store/preferences.ts';
import { workspace } from '../store/workspace.ts';
import { openLink } from './actions/open-link.ts';
import { arrivedLink, onLink } from './arrival.ts';
import { t } from './messages/translate.ts';
import { keepOffline } from './offline.ts';
import { resume } from './start/resume.ts';
import { useSaving } from './topbar/saving.ts';

/** Brings back what was open, or opens the link the page was called with. */
async function begin(): Promise<void> {
  const link = arrivedLink();
  if (link !== null && (await openLink(link))) return;
  const last = await lastKept().catch(() => null);
  const { opened, notice } = workspace.getState();
  if (last === null || opened) return;
  await resume(last);
  // Opening clears the notice, and why the link was refused is still to be read.
  if (notice) workspace.setState({ notice });
}

/** The tab goes on with a copy: its title says so, and so does a notice. */
function onFork(): void {
  const { edit, notify, plan } = workspace.getState();
  const title = t('plan.copyOf', { title: plan.title || t('plan.untitled') });
  edit('rename', (before) => updatePlan(before, { title }));
  notify('toast.forked', { values: { title } });
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
      keepDesk({
        onState: (state) => {
          useSaving.setState({ state });
          const { notice, notify } = workspace.getState();
          if (state === 'failed' && notice?.message !== 'toast.notSaved') notify('toast.notSaved', { tone: 'error' });
          // What it says is no longer so.
          if (state === 'saved' && notice?.message === 'toast.notSaved') workspace.getState().dismissNotice();
        },
        onFork,
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
