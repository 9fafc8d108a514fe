import { CircleX, TriangleAlert } from 'lucide-react';
import { useT } from '../messages/translate.ts';
import type { findingPill } from './host-facts.ts';

/** The pill on the corner of a card: how many findings ask for attention, and how grave they are. */
export function FindingPill({ pill }: { pill: ReturnType<typeof findingPill> }) {
  const t = useT();
  const [severity, findings] = pill.split(' ');
  if (!severity || !findings) return null;
  return (
    <span className="host-pill" data-severity={severity}>
      {severity === 'error' ? (
        <CircleX size={12} strokeWidth={2} aria-hidden="true" />
      ) : (
        <TriangleAlert size={12} strokeWidth={2} aria-hidden="true" />
      )}
      {findings}
      <span className="canvas-unseen">
        {t(severity === 'error' ? 'canvas.aria.errors' : 'canvas.aria.warnings', { count: Number(findings) })}
      </span>
    </span>
  );
}
