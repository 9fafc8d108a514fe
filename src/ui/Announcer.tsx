import { useEffect, useState } from 'react';
import type { Analysis } from '../engine/result.ts';
import { attention } from '../store/selectors.ts';
import { useWorkspace, workspace } from '../store/workspace.ts';
import { useAnnouncement } from './announce.ts';
import { type t as translateNow, useT } from './messages/translate.ts';

type Translate = typeof translateNow;

/** What changed from one analysis to the next, in words: openings by point, then findings. Empty where nothing did. */
export function changeText(before: Analysis, after: Analysis, t: Translate): string {
  const known = new Set(before.openings.map((opening) => opening.id));
  const now = new Set(after.openings.map((opening) => opening.id));
  const count = (openings: Analysis['openings'], other: ReadonlySet<string>) => {
    const points = new Map<string, number>();
    for (const opening of openings) if (!other.has(opening.id)) points.set(opening.point.name, (points.get(opening.point.name) ?? 0) + 1);
    return points;
  };
  const added = count(after.openings, known);
  const removed = count(before.openings, now);
  const parts: string[] = [];
  if (added.size + removed.size > 4) parts.push(t('live.changedMany', { count: new Set([...added.keys(), ...removed.keys()]).size }));
  else {
    for (const [point, number] of added) parts.push(t('live.added', { count: number, point }));
    for (const [point, number] of removed) parts.push(t('live.removed', { count: number, point }));
  }
  const findings = attention(after).length - attention(before).length;
  if (findings > 0) parts.push(t('live.findings', { count: findings }));
  return parts.join('. ');
}

/** Tells those who do not see the canvas what an edit brought about, and what else is announced. */
export function Announcer() {
  const t = useT();
  const placing = useWorkspace((state) => state.placing !== null);
  const [text, setText] = useState('');
  const said = useAnnouncement((state) => state.text);
  useEffect(() => setText(said), [said]);
  useEffect(() => {
    let last = workspace.getState().analysis;
    return workspace.subscribe((state) => {
      if (state.analysis === last) return;
      const before = last;
      last = state.analysis;
      if (before && last) {
        const words = changeText(before, last, t);
        if (words) setText(words);
      }
    });
  }, [t]);
  return (
    <div role="status" aria-live="polite" className="sr-only">
      {placing ? t('live.placing') : text}
    </div>
  );
}
