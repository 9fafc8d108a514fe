import { Search } from 'lucide-react';
import { useCallback, useEffect, useState } from 'react';
import { library, settle } from '../../store/desk.ts';
import type { PlanEntry } from '../../store/library.ts';
import { useT } from '../messages/translate.ts';
import { EmptyState } from '../parts/EmptyState.tsx';
import { PlanCard } from './PlanCard.tsx';

/** Every plan of this browser, newest first: open, rename, duplicate, delete, save as a file. */
export default function Library() {
  const t = useT();
  const [entries, setEntries] = useState<readonly PlanEntry[] | null>(null);
  const [failed, setFailed] = useState(false);
  const [query, setQuery] = useState('');
  const reload = useCallback(async () => {
    try {
      await settle();
      setEntries(await library.plans());
      setFailed(false);
    } catch {
      setFailed(true);
    }
  }, []);
  useEffect(() => void reload(), [reload]);

  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const nameOf = (entry: PlanEntry) => entry.title || t(entry.trouble === null ? 'plan.untitled' : `library.${entry.trouble}`);
  const shown = entries?.filter((entry) => words.every((word) => nameOf(entry).toLowerCase().includes(word))) ?? [];
  return (
    <section aria-labelledby="plans-heading">
      <div className="mb-4 flex flex-wrap items-center gap-3">
        <h2 id="plans-heading" className="flex-1 text-heading font-semibold">
          {t('library.title')}
        </h2>
        <span className="relative w-72 max-w-full">
          <Search
            aria-hidden="true"
            size={15}
            strokeWidth={1.75}
            className="pointer-events-none absolute top-1/2 left-2.5 -translate-y-1/2 text-ink2"
          />
          <input
            type="search"
            aria-label={t('library.search')}
            placeholder={t('library.search')}
            value={query}
            autoComplete="off"
            spellCheck={false}
            onChange={(event) => setQuery(event.target.value)}
            onKeyDown={(event) => event.key === 'Escape' && setQuery('')}
            className="h-8 w-full rounded-control border border-control bg-surface pr-2 pl-8 text-body outline-offset-1"
          />
        </span>
      </div>
      <p role="status" className="sr-only">
        {entries && t('library.count', { count: shown.length })}
      </p>
      {failed && <EmptyState>{t('library.failed')}</EmptyState>}
      {entries && shown.length === 0 && <EmptyState>{t(entries.length === 0 ? 'library.empty' : 'library.nothing')}</EmptyState>}
      <ul aria-label={t('library.title')} className="grid grid-cols-[repeat(auto-fill,minmax(280px,1fr))] gap-5">
        {shown.map((entry) => (
          <li key={entry.id}>
            <PlanCard entry={entry} name={nameOf(entry)} reload={reload} />
          </li>
        ))}
      </ul>
    </section>
  );
}
