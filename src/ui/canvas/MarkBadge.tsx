import { Minus, Pencil, Plus } from 'lucide-react';
import type { Mark } from './canvas-state.ts';

const ICONS = { added: Plus, removed: Minus, changed: Pencil };

/** The round sign on what differs between two compared plans. Beside it, the name of the thing says the same in words. */
export function MarkBadge({ mark }: { mark: Mark }) {
  const Icon = ICONS[mark];
  return (
    <span className="mark-badge" data-mark={mark} aria-hidden="true">
      <Icon size={11} strokeWidth={2.5} />
    </span>
  );
}
