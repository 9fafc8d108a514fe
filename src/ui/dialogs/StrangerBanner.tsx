import { Info, X } from 'lucide-react';
import { useEffect, useMemo, useState } from 'react';
import { formerPlan } from '../../store/desk.ts';
import { useWorkspace } from '../../store/workspace.ts';
import { useT } from '../messages/translate.ts';
import { Button, IconButton } from '../parts/Button.tsx';
import { useSaving } from '../topbar/saving.ts';
import { choicesOf } from './choices-of.ts';
import { openDialog } from './open-dialog.ts';

/** Marks a plan that came from somebody else, and keeps the former one a click away. */
export function StrangerBanner() {
  const t = useT();
  const origin = useWorkspace((state) => state.origin);
  const document = useWorkspace((state) => state.document);
  // The former plan is written while this one opens: ask again when that is done.
  const saving = useSaving((state) => state.state);
  const [former, setFormer] = useState<Awaited<ReturnType<typeof formerPlan>>>(null);
  const [dismissed, setDismissed] = useState<number | null>(null);
  const strange = origin === 'link' || origin === 'file';
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  useEffect(() => {
    if (!strange) return;
    let there = true;
    void formerPlan()
      .catch(() => null)
      .then((found) => there && setFormer(found));
    return () => {
      there = false;
    };
  }, [strange, document, saving]);
  if (!strange || dismissed === document) return null;
  return (
    <section
      aria-label={t('toast.label')}
      className="flex min-h-9 shrink-0 flex-wrap items-center gap-x-3 gap-y-1 border-b border-line bg-accent-soft px-3 py-1 text-table"
    >
      <Info aria-hidden="true" size={15} strokeWidth={1.75} className="shrink-0 text-accent-text" />
      <span className="flex-1">
        {t(saving !== 'new' ? 'stranger.kept' : origin === 'link' ? 'stranger.banner' : 'stranger.file')} <Counts />
      </span>
      <Button size="small" look="outline" onClick={() => openDialog({ kind: 'stranger' })}>
        {t('stranger.review')}
      </Button>
      {former && (
        <Button size="small" look="outline" title={former.title} onClick={() => void former.open()}>
          {t('stranger.back')}
        </Button>
      )}
      <IconButton icon={X} label={t('stranger.dismiss')} iconSize={14} onClick={() => setDismissed(document)} />
    </section>
  );
}

/** How many choices of its author add or take away openings. */
function Counts() {
  const t = useT();
  const plan = useWorkspace((state) => state.plan);
  const effective = useWorkspace((state) => state.analysis?.settings);
  const choices = useMemo(() => choicesOf(plan, effective), [plan, effective]);
  const counts = (['waivers', 'readings', 'requirements', 'settings'] as const).filter((kind) => choices[kind].length > 0);
  return <strong className="font-semibold">{counts.map((kind) => `${t(`stranger.${kind}`)}: ${choices[kind].length}`).join(', ')}</strong>;
}
