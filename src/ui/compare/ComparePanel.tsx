import { ArrowUpDown, ChevronDown, ClipboardPaste, FolderOpen, Shield, X } from 'lucide-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { ReadPlan } from '../../model/gate.ts';
import { CURRENT, type Side, useComparing } from '../../store/comparing.ts';
import { library, settle } from '../../store/desk.ts';
import { useWorkspace } from '../../store/workspace.ts';
import { notifyRefused, planIn } from '../actions/files.ts';
import { useT } from '../messages/translate.ts';
import { Button, IconButton } from '../parts/Button.tsx';
import { CONTROL } from '../parts/Field.tsx';
import { Section } from '../parts/Section.tsx';
import { WhenSaved } from '../start/WhenSaved.tsx';
import { ChangeMark, type What } from './ChangeMark.tsx';
import { ExportChanges } from './ExportChanges.tsx';
import { sideOfPlan, sideOfRevision } from './sides.ts';

/** On the right: which two plans, how much differs and where, and the ways out. */
export function ComparePanel() {
  const t = useT();
  const { before, after, comparison, dims, showsRemoved } = useComparing();
  return (
    <aside
      aria-label={t('compare.title')}
      className="flex w-(--inspector) shrink-0 flex-col overflow-y-auto border-l border-line bg-surface"
    >
      <div className="flex items-center gap-2 px-4 py-2.5">
        <h2 className="flex-1 text-title font-semibold">{t('compare.title')}</h2>
        <IconButton icon={X} label={t('compare.close')} onClick={() => useComparing.setState({ open: false })} />
      </div>
      <Sides />
      {comparison && before && (
        <>
          <Section title={t('compare.openings')}>
            <Counts />
          </Section>
          <Points />
          <Section>
            <ExportChanges comparison={comparison} before={before} after={after} />
            <Toggle label={t('compare.dim')} checked={dims} onChange={(next) => useComparing.setState({ dims: next })} />
            <Toggle
              label={t('compare.showRemoved')}
              checked={showsRemoved}
              onChange={(next) => useComparing.setState({ showsRemoved: next })}
            />
          </Section>
        </>
      )}
    </aside>
  );
}

function Toggle({ label, checked, onChange }: { label: string; checked: boolean; onChange: (checked: boolean) => void }) {
  return (
    <label className="mt-2.5 flex min-h-6 items-center gap-2 text-table">
      <input
        type="checkbox"
        checked={checked}
        onChange={(event) => onChange(event.target.checked)}
        className="size-3.5 accent-(--accent)"
      />
      {label}
    </label>
  );
}

/** Every plan that can be a side, as far as it is kept here or was brought. */
function useChoices(): { readonly revisions: readonly Side[]; readonly plans: readonly Side[]; readonly loaded: boolean } {
  const kept = useWorkspace((state) => state.kept?.id ?? null);
  const [choices, setChoices] = useState<{ revisions: Side[]; plans: Side[]; loaded: boolean }>({
    revisions: [],
    plans: [],
    loaded: false,
  });
  useEffect(() => {
    let there = true;
    void (async () => {
      await settle();
      const revisions = kept === null ? [] : await library.revisions(kept);
      const plans = (await library.plans()).filter(({ id, trouble }) => id !== kept && trouble === null);
      if (there) setChoices({ revisions: revisions.map(sideOfRevision), plans: plans.map(sideOfPlan), loaded: true });
    })().catch(() => undefined);
    return () => {
      there = false;
    };
  }, [kept]);
  return choices;
}

function Sides() {
  const t = useT();
  const { before, after, guests } = useComparing();
  const { revisions, plans, loaded } = useChoices();
  const all = useMemo(() => [CURRENT, ...revisions, ...plans, ...guests], [revisions, plans, guests]);
  // The last revision is what one mostly wants to compare with.
  useEffect(() => {
    const [last] = revisions;
    if (loaded && last && useComparing.getState().before === null) useComparing.setState({ before: last });
  }, [loaded, revisions]);
  const name = (side: Side) => (side.id === CURRENT.id ? t('compare.current') : side.name || t('plan.untitled'));
  const select = (which: 'before' | 'after', side: Side | null) => (
    <label className="grid grid-cols-[72px_minmax(0,1fr)] items-center gap-x-2 text-[12px] text-ink2">
      {t(`compare.${which}`)}
      <span className="relative">
        <select
          value={side?.id ?? ''}
          onChange={(event) => useComparing.setState({ [which]: all.find(({ id }) => id === event.target.value) ?? null })}
          className={`${CONTROL} appearance-none truncate pr-7`}
        >
          {side === null && <option value="">{t('compare.choose')}</option>}
          <option value={CURRENT.id}>{t('compare.current')}</option>
          {(
            [
              ['revisions', revisions],
              ['plans', plans],
              ['guests', guests],
            ] as const
          ).map(
            ([group, list]) =>
              list.length > 0 && (
                <optgroup key={group} label={t(`compare.${group}`)}>
                  {list.map((one) => (
                    <option key={one.id} value={one.id}>
                      {name(one)}
                    </option>
                  ))}
                </optgroup>
              ),
          )}
          {side && !all.some(({ id }) => id === side.id) && <option value={side.id}>{name(side)}</option>}
        </select>
        <ChevronDown
          aria-hidden="true"
          size={14}
          strokeWidth={1.75}
          className="pointer-events-none absolute top-1/2 right-2 -translate-y-1/2 text-ink2"
        />
      </span>
      <span className="col-start-2 min-h-2">{side?.savedAt ? <WhenSaved at={side.savedAt} /> : null}</span>
    </label>
  );
  return (
    <Section>
      {select('before', before)}
      {select('after', after)}
      <div className="mt-1 flex flex-wrap gap-2">
        <Button
          size="small"
          look="outline"
          icon={ArrowUpDown}
          disabled={before === null}
          onClick={() => before && useComparing.setState({ before: after, after: before })}
        >
          {t('compare.swap')}
        </Button>
        <Guests />
      </div>
    </Section>
  );
}

/** Takes a plan from a file or a link as the older side. It is only looked at: nothing of it is kept. */
function Guests() {
  const t = useT();
  const [pasting, setPasting] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const take = (read: ReadPlan, name: string) => {
    if (!read.ok) return notifyRefused(read.error);
    const { guests } = useComparing.getState();
    const guest: Side = { id: `guest:${guests.length}`, name: read.plan.title || name, savedAt: null, plan: read.plan };
    useComparing.setState({ guests: [...guests, guest], before: guest });
    setPasting(false);
  };
  const takeFile = async (file: File) => take(await planIn(file), file.name);
  const takeLink = async (text: string) => take((await import('../../share/link.ts')).decodeLink(text), t('compare.linkLabel'));
  return (
    <>
      <input
        ref={input}
        type="file"
        accept=".json,.plan.json,application/json"
        hidden
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          if (file) void takeFile(file);
          event.currentTarget.value = '';
        }}
      />
      <Button size="small" look="outline" icon={FolderOpen} onClick={() => input.current?.click()}>
        {t('compare.file')}
      </Button>
      <Button size="small" look="outline" icon={ClipboardPaste} aria-expanded={pasting} onClick={() => setPasting(!pasting)}>
        {t('compare.link')}
      </Button>
      {pasting && (
        <input
          aria-label={t('compare.linkLabel')}
          placeholder="https://…#p=…"
          // biome-ignore lint/a11y/noAutofocus: the field appears because somebody asked to paste into it
          autoFocus
          className={`${CONTROL} mono`}
          onChange={(event) => event.target.value.trim() !== '' && void takeLink(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Escape') return;
            event.stopPropagation();
            setPasting(false);
          }}
        />
      )}
    </>
  );
}

const KINDS: readonly What[] = ['added', 'removed', 'changed'];

function Counts() {
  const t = useT();
  const comparison = useComparing((state) => state.comparison);
  if (!comparison) return null;
  const { lines, difference, after } = comparison;
  const touched = new Set([...difference.add, ...difference.change.map((change) => change.new)].map(({ id }) => id));
  const same = after.analysis.openings.filter(({ id }) => !touched.has(id)).length;
  return (
    <dl className="grid grid-cols-2 gap-2">
      {KINDS.map((what) => (
        <div key={what} className="flex flex-col-reverse rounded-card border border-line2 px-3 py-2">
          <dt className="text-table">
            <ChangeMark what={what} />
          </dt>
          <dd className="text-large font-semibold">{lines.filter((line) => line.what === what).length}</dd>
        </div>
      ))}
      <div className="flex flex-col-reverse rounded-card border border-line2 px-3 py-2">
        <dt className="text-table text-ink2">{t('compare.unchanged')}</dt>
        <dd className="text-large font-semibold">{same}</dd>
      </div>
    </dl>
  );
}

function Points() {
  const t = useT();
  const lines = useComparing((state) => state.comparison?.lines) ?? [];
  const points = new Map<string, { name: string; counts: Record<What, number> }>();
  for (const { what, opening } of lines) {
    const key = JSON.stringify([opening.point.kind, opening.point.id]);
    const point = points.get(key) ?? { name: opening.point.name, counts: { added: 0, removed: 0, changed: 0 } };
    point.counts[what] += 1;
    points.set(key, point);
  }
  if (points.size === 0) return null;
  return (
    <Section title={t('compare.byPoint')}>
      <ul className="grid gap-1.5 text-table">
        {[...points].map(([key, { name, counts }]) => (
          <li key={key} className="flex items-center gap-2">
            <Shield aria-hidden="true" size={14} strokeWidth={1.75} className="shrink-0 text-ink2" />
            <span className="min-w-0 flex-1 truncate">{name}</span>
            {KINDS.map(
              (what) =>
                counts[what] > 0 && (
                  <span key={what} className="inline-flex items-center gap-1">
                    <ChangeMark what={what} word={false} />
                    {counts[what]}
                  </span>
                ),
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}
