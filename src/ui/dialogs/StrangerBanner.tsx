import { Info, X } from 'lucide-react';
import { useEffect, useState } from 'react';
import { type RecentPlan, recentPlans } from '../../store/autosave.ts';
import { useWorkspace } from '../../store/workspace.ts';
import { useT } from '../messages/translate.ts';
import { Button, IconButton } from '../parts/Button.tsx';
import { resume } from '../start/resume.ts';
import { useSaving } from '../topbar/saving.ts';
import { openDialog } from './open-dialog.ts';

/** Marks a plan that came from somebody else, and keeps the former one a click away. */
export function StrangerBanner() {
  const t = useT();
  const origin = useWorkspace((state) => state.origin);
  const edited = useWorkspace((state) => state.past.length > 0);
  // The former plan is put aside while the new one is stored: ask again when that is done.
  const saving = useSaving((state) => state.state);
  const [former, setFormer] = useState<RecentPlan | null>(null);
  const [dismissed, setDismissed] = useState<string | null>(null);
  const strange = origin === 'link' || origin === 'file';
  // A link is stored only once it is edited: until then the plan before it is the current one of the store.
  const slot = origin === 'link' && !edited ? 'current' : 'former';
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  useEffect(() => {
    if (!strange) return;
    let there = true;
    void recentPlans().then((plans) => {
      if (there) setFormer(plans.find((plan) => plan.slot === slot) ?? null);
    });
    return () => {
      there = false;
    };
  }, [strange, slot, saving]);
  useEffect(() => {
    if (!strange) setDismissed(null);
  }, [strange]);
  if (!strange || dismissed === origin) return null;
  return (
    <section
      aria-label={t('toast.label')}
      className="flex min-h-9 shrink-0 flex-wrap items-center gap-x-3 gap-y-1 border-b border-line bg-accent-soft px-3 py-1 text-table"
    >
      <Info aria-hidden="true" size={15} strokeWidth={1.75} className="shrink-0 text-accent-text" />
      <span className="flex-1">{t(origin === 'link' ? 'stranger.banner' : 'stranger.file')}</span>
      <Button size="small" look="outline" onClick={() => openDialog({ kind: 'stranger' })}>
        {t('stranger.review')}
      </Button>
      {former && (
        <Button size="small" look="outline" title={former.title} onClick={() => void resume(former)}>
          {t('stranger.back')}
        </Button>
      )}
      <IconButton icon={X} label={t('stranger.dismiss')} iconSize={14} onClick={() => setDismissed(origin)} />
    </section>
  );
}
