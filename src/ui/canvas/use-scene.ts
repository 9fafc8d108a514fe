import { useEffect, useMemo, useRef, useState } from 'react';
import type { Route } from '../../layout/route/route.ts';
import { refined, refining, type Scene, type SeveralText, sceneOf } from '../../layout/scene.ts';
import { useWorkspace } from '../../store/workspace.ts';
import { useT } from '../messages/translate.ts';

/** The text of a label where several products meet, in the language of the page. */
export function useSeveralText(): SeveralText {
  const t = useT();
  return useMemo(() => (products: number, flows: number) => t('canvas.several', { products, flows }), [t]);
}

/** With more lines than this nobody follows a single one: the drafts stay. */
const MOST_REFINED = 400;
/** Milliseconds of drawing before the page gets its turn. */
const SLICE = 12;

/** What the canvas shows of the plan on the desk. Another plan is drawn afresh; after an edit, lines that need not move stay. */
export function useScene(): Scene {
  const plan = useWorkspace((state) => state.plan);
  const analysis = useWorkspace((state) => state.analysis);
  const shown = useWorkspace((state) => state.shown);
  const document = useWorkspace((state) => state.document);
  const several = useSeveralText();
  const before = useRef<{ document: number; scene: Scene } | null>(null);
  const scene = useMemo(() => {
    const fresh = before.current?.document !== document;
    const made = sceneOf(plan, analysis, shown, several, fresh ? null : (before.current?.scene ?? null));
    // The first analysis of a plan brings its lines: they are drawn afresh too.
    before.current = { document: analysis === null ? -1 : document, scene: made };
    return made;
  }, [plan, analysis, shown, several, document]);
  const [better, setBetter] = useState<{ of: Scene; scene: Scene } | null>(null);

  useEffect(() => {
    if (scene.coarse.size === 0 || scene.edges.length > MOST_REFINED) return;
    const lines = refining(scene);
    const routes = new Map<string, Route>();
    let timer = 0;
    const slice = () => {
      const until = performance.now() + SLICE;
      while (performance.now() < until) {
        const { value, done } = lines.next();
        if (!done) {
          routes.set(...value);
          continue;
        }
        const finished = refined(scene, routes, several);
        if (before.current?.scene === scene) before.current = { ...before.current, scene: finished };
        setBetter({ of: scene, scene: finished });
        return;
      }
      timer = window.setTimeout(slice);
    };
    timer = window.setTimeout(slice);
    return () => window.clearTimeout(timer);
  }, [scene, several]);

  return better?.of === scene ? better.scene : scene;
}
