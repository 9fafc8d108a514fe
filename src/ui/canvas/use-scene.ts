import { useMemo, useRef } from 'react';
import { useWorkspace } from '../../store/workspace.ts';
import { useT } from '../messages/translate.ts';
import { type Scene, type SeveralText, sceneOf } from './scene.ts';

/** The text of a label where several products meet, in the language of the page. */
export function useSeveralText(): SeveralText {
  const t = useT();
  return useMemo(() => (products: number, flows: number) => t('canvas.several', { products, flows }), [t]);
}

/** What the canvas shows of the plan on the desk. Another plan is drawn afresh; after an edit, lines that need not move stay. */
export function useScene(): Scene {
  const plan = useWorkspace((state) => state.plan);
  const analysis = useWorkspace((state) => state.analysis);
  const shown = useWorkspace((state) => state.shown);
  const fit = useWorkspace((state) => (state.past.length === 0 && state.future.length === 0 ? state.fit : -1));
  const several = useSeveralText();
  const before = useRef<{ fit: number; scene: Scene } | null>(null);
  return useMemo(() => {
    const fresh = fit !== -1 && before.current?.fit !== fit;
    const scene = sceneOf(plan, analysis, shown, several, fresh ? null : (before.current?.scene ?? null));
    before.current = { fit: analysis === null ? -2 : fit, scene };
    return scene;
  }, [plan, analysis, shown, several, fit]);
}
