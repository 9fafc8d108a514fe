import { lazy, Suspense, useEffect, useMemo } from 'react';
import { CURRENT, comparePlans, useComparing } from '../../store/comparing.ts';
import { useWorkspace } from '../../store/workspace.ts';
import { useT } from '../messages/translate.ts';
import { EmptyState } from '../parts/EmptyState.tsx';
import { NARROW, useMedia } from '../parts/use-media.ts';
import { ChangeList } from './ChangeList.tsx';
import { ComparePanel } from './ComparePanel.tsx';
import { DeltaTable } from './DeltaTable.tsx';
import { mergedFor } from './merged.ts';

const CompareCanvas = lazy(() => import('../canvas/CompareCanvas.tsx'));

/** Two plans side by side in the place of the one: what differs in the plan, on the canvas, and in the openings. */
export default function CompareDesk() {
  const t = useT();
  const narrow = useMedia(NARROW);
  const { comparison, state, dims, showsRemoved } = useComparing();
  useComparison();
  const merged = useMemo(() => comparison && mergedFor(comparison, showsRemoved), [comparison, showsRemoved]);
  const marks = useMemo(() => merged && { ...merged.marks, dims }, [merged, dims]);
  return (
    <>
      <div className="relative flex min-h-0 flex-1">
        {comparison && !narrow && <ChangeList comparison={comparison} />}
        <main id="canvas" tabIndex={-1} aria-label={t('compare.canvas')} className="relative min-w-0 flex-1 bg-canvas outline-none">
          {merged && marks ? (
            <Suspense fallback={null}>
              <CompareCanvas plan={merged.plan} analysis={merged.analysis} marks={marks} />
            </Suspense>
          ) : (
            <EmptyState>
              {t(state === 'working' ? 'compare.working' : state === 'failed' ? 'compare.failed' : 'compare.nothing')}
            </EmptyState>
          )}
        </main>
        <ComparePanel />
      </div>
      {comparison && <DeltaTable comparison={comparison} />}
    </>
  );
}

/** Compares whenever a side changes; the last answer stays until the next is there. */
function useComparison(): void {
  const current = useWorkspace((state) => state.plan);
  const before = useComparing((state) => (state.before?.id === CURRENT.id ? current : (state.before?.plan ?? null)));
  const after = useComparing((state) => (state.after.id === CURRENT.id ? current : state.after.plan));
  useEffect(() => {
    if (!before || !after) {
      useComparing.setState({ comparison: null, state: 'idle' });
      return;
    }
    useComparing.setState({ state: 'working' });
    return comparePlans(before, after, (comparison) => useComparing.setState({ comparison, state: comparison ? 'done' : 'failed' }));
  }, [before, after]);
}
