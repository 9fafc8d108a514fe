import { Copy, Download, Ellipsis, Pencil, Trash2, TriangleAlert } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { readPlan } from '../../model/gate.ts';
import type { Plan } from '../../model/plan.ts';
import { planFileName } from '../../share/file.ts';
import { library, renameKept } from '../../store/desk.ts';
import type { PlanEntry } from '../../store/library.ts';
import { useWorkspace, workspace } from '../../store/workspace.ts';
import { download } from '../actions/files.ts';
import { useT } from '../messages/translate.ts';
import { IconButton } from '../parts/Button.tsx';
import { Menu, MenuItem, MenuLine } from '../parts/Menu.tsx';
import { PlanPreview } from '../start/PlanPreview.tsx';
import { resume } from '../start/resume.ts';
import { WhenSaved } from '../start/WhenSaved.tsx';

/** One kept plan: a small picture of it, what it is called, and what can be done with it. `reload` after each change. */
export function PlanCard({ entry, name, reload }: { entry: PlanEntry; name: string; reload: () => Promise<void> }) {
  const t = useT();
  const plan = usePlan(entry);
  const current = useWorkspace((state) => state.kept?.id === entry.id);
  const [renaming, setRenaming] = useState(false);
  const change = async (perform: () => Promise<unknown>) => {
    try {
      await perform();
    } catch {
      workspace.getState().notify('library.notDone', { tone: 'error' });
    }
    await reload();
  };
  const remove = () =>
    change(async () => {
      const removed = await library.remove(entry.id);
      workspace.getState().notify('toast.deleted', { values: { name }, undo: () => void change(() => library.restore(removed)) });
    });
  return (
    <article
      aria-label={name}
      className="overflow-hidden rounded-card border border-line2 bg-surface focus-within:border-accent hover:border-accent"
    >
      <button
        type="button"
        aria-label={t('library.open', { name })}
        disabled={entry.trouble !== null}
        onClick={() => void resume(entry.id)}
        className="block w-full outline-offset-[-2px]"
      >
        {plan && plan.zones.length + plan.hosts.length > 0 ? (
          <PlanPreview plan={plan} />
        ) : (
          <span className="grid place-items-center bg-canvas" style={{ aspectRatio: '320 / 152' }}>
            {entry.trouble !== null && <TriangleAlert aria-hidden="true" size={22} strokeWidth={1.75} className="text-warn" />}
          </span>
        )}
      </button>
      <div className="border-t border-line px-3 py-2">
        <div className="flex h-7 items-center gap-1">
          {renaming ? (
            <NameInput
              value={entry.title}
              onDone={(title) => {
                setRenaming(false);
                if (title !== null && title !== entry.title) void change(() => renameKept(entry.id, title));
              }}
            />
          ) : (
            <h3 className="min-w-0 flex-1 truncate text-title font-semibold" title={name}>
              {name}
            </h3>
          )}
          <Menu trigger={<IconButton icon={Ellipsis} label={t('library.actions', { name })} />}>
            {entry.trouble === null && (
              <>
                {/* The closing menu gives the focus back to its button first. */}
                <MenuItem icon={Pencil} onSelect={() => setTimeout(() => setRenaming(true))}>
                  {t('library.rename')}
                </MenuItem>
                <MenuItem icon={Copy} onSelect={() => void change(() => library.duplicate(entry.id, t('plan.copyOf', { title: name })))}>
                  {t('library.duplicate')}
                </MenuItem>
                <MenuItem icon={Download} onSelect={() => download(planFileName(entry.title), entry.text, 'application/json')}>
                  {t('action.exportPlan')}
                </MenuItem>
                <MenuLine />
              </>
            )}
            <MenuItem icon={Trash2} onSelect={() => void remove()}>
              {t('library.delete')}
            </MenuItem>
          </Menu>
        </div>
        <p className="flex items-center gap-2 text-table text-ink2">
          <span className="min-w-0 flex-1 truncate">
            {plan && `${t('start.zones', { count: plan.zones.length })}, ${t('start.hosts', { count: plan.hosts.length })}`}
            {current && ` · ${t('library.current')}`}
          </span>
          {entry.savedAt > 0 && <WhenSaved at={entry.savedAt} />}
        </p>
      </div>
    </article>
  );
}

/** The plan of an entry for its picture, read through the gate once the page has time. */
function usePlan({ text, trouble }: PlanEntry): Plan | null {
  const [plan, setPlan] = useState<Plan | null>(null);
  useEffect(() => {
    if (trouble !== null) return;
    const timer = setTimeout(() => {
      const read = readPlan(text);
      setPlan(read.ok ? read.plan : null);
    });
    return () => clearTimeout(timer);
  }, [text, trouble]);
  return plan;
}

/** A name being typed: Enter or leaving takes it, Escape does not. */
function NameInput({ value, onDone }: { value: string; onDone: (value: string | null) => void }) {
  const t = useT();
  const cancelled = useRef(false);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const timer = setTimeout(() => input.current?.select());
    return () => clearTimeout(timer);
  }, []);
  return (
    <input
      ref={input}
      aria-label={t('topbar.title')}
      defaultValue={value}
      onKeyDown={(event) => {
        if (event.key === 'Escape') cancelled.current = true;
        if (event.key === 'Enter' || event.key === 'Escape') event.currentTarget.blur();
      }}
      onBlur={(event) => onDone(cancelled.current ? null : event.currentTarget.value.trim())}
      className="h-7 min-w-0 flex-1 rounded-control border border-control bg-surface px-2 text-body font-semibold outline-offset-1"
    />
  );
}
