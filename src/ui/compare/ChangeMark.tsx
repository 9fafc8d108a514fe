import { Minus, Pencil, Plus } from 'lucide-react';
import { useT } from '../messages/translate.ts';

export type What = 'added' | 'removed' | 'changed';

const ICONS = { added: Plus, removed: Minus, changed: Pencil };
const TONES = { added: 'text-added', removed: 'text-removed', changed: 'text-changed' };
export const FILLS: Record<What, string> = { added: 'bg-added-soft', removed: 'bg-removed-soft', changed: 'bg-changed-soft' };

/** What became of something: sign and word. */
export function ChangeMark({ what, word = true }: { what: What; word?: boolean }) {
  const t = useT();
  const Icon = ICONS[what];
  return (
    <span className={`inline-flex items-center gap-1.5 font-semibold ${TONES[what]}`}>
      <Icon aria-hidden="true" size={14} strokeWidth={2.25} className="shrink-0" />
      <span className={word ? undefined : 'sr-only'}>{t(`compare.${what}`)}</span>
    </span>
  );
}
