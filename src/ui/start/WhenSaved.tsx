import { Clock } from 'lucide-react';
import { useT } from '../messages/translate.ts';

/** When a plan was last written: the time today, else the day. */
export function WhenSaved({ at }: { at: number }) {
  const t = useT();
  const date = new Date(at);
  const today = new Date();
  const sameDay = date.toDateString() === today.toDateString();
  const text = sameDay
    ? date.toLocaleTimeString(document.documentElement.lang, { hour: '2-digit', minute: '2-digit' })
    : date.toLocaleDateString(document.documentElement.lang, { day: 'numeric', month: 'short' });
  return (
    <span className="flex items-center gap-1 text-table text-ink2">
      <Clock aria-hidden="true" size={12} strokeWidth={2} />
      <time dateTime={date.toISOString()} title={sameDay ? t('start.today') : undefined}>
        {text}
      </time>
    </span>
  );
}
