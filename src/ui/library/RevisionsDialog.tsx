import { Download, GitCompareArrows, RotateCcw, Trash2 } from 'lucide-react';
import { type FormEvent, useCallback, useEffect, useState } from 'react';
import { readPlan } from '../../model/gate.ts';
import { planFileName } from '../../share/file.ts';
import { CURRENT, useComparing } from '../../store/comparing.ts';
import { keepNow, library } from '../../store/desk.ts';
import type { Removed } from '../../store/library.ts';
import type { RevisionRecord } from '../../store/records.ts';
import { useWorkspace, workspace } from '../../store/workspace.ts';
import { download } from '../actions/files.ts';
import { sideOfRevision } from '../compare/sides.ts';
import { closeDialog } from '../dialogs/open-dialog.ts';
import { useT } from '../messages/translate.ts';
import { Button } from '../parts/Button.tsx';
import { Dialog } from '../parts/Dialog.tsx';
import { CONTROL } from '../parts/Field.tsx';
import { WhenSaved } from '../start/WhenSaved.tsx';

/** The revisions of the plan on the desk: keep one, go back to one, compare with one. */
export function RevisionsDialog() {
  const t = useT();
  const plan = useWorkspace((state) => state.plan);
  const [kept, setKept] = useState<readonly RevisionRecord[] | null>(null);
  const [removed, setRemoved] = useState<{ readonly name: string; readonly records: Removed } | null>(null);
  const [failed, setFailed] = useState(false);
  const act = useCallback(async (perform: () => Promise<unknown>) => {
    try {
      await perform();
      const { kept: place } = workspace.getState();
      setKept(place ? await library.revisions(place.id) : []);
      setFailed(false);
    } catch {
      setFailed(true);
    }
  }, []);
  useEffect(() => void act(async () => undefined), [act]);

  // The revision that stands in the plan, unless one of that name is kept already.
  const own = plan.revision && t('topbar.revision', { revision: plan.revision });
  const proposed = own && !kept?.some(({ name }) => name === own) ? own : t('revisions.default', { count: (kept?.length ?? 0) + 1 });
  const keep = (words: { name: string; note: string }) =>
    act(async () => {
      const id = await keepNow();
      if (id === null) throw new Error('The plan cannot be kept');
      await library.addRevision(id, plan, words);
    });
  const restore = (revision: RevisionRecord) => {
    const read = readPlan(revision.text);
    const { edit, notify } = workspace.getState();
    if (!read.ok) return notify('toast.damaged', { tone: 'error' });
    edit('restore', () => read.plan);
    notify('toast.restored', { values: { name: revision.name }, undo: true });
    closeDialog();
  };
  const compareWith = (revision: RevisionRecord) => {
    useComparing.setState({ open: true, before: sideOfRevision(revision), after: CURRENT });
    closeDialog();
  };
  return (
    <Dialog title={t('revisions.title')} description={t('revisions.text')} onClose={closeDialog} width={620}>
      <NewRevision key={kept?.length} name={proposed} onKeep={keep} />
      <p role="alert" className="min-h-5 text-table text-error">
        {failed && t('library.notDone')}
      </p>
      {removed && (
        <p role="status" className="mb-2 flex items-center gap-2 text-table">
          {t('revisions.deleted', { name: removed.name })}
          <Button
            size="small"
            look="outline"
            onClick={() => {
              setRemoved(null);
              void act(() => library.restore(removed.records));
            }}
          >
            {t('action.undo')}
          </Button>
        </p>
      )}
      {kept?.length === 0 && <p className="py-3 text-body text-ink2">{t('revisions.none')}</p>}
      <ul aria-label={t('revisions.title')}>
        {kept?.map((revision) => (
          <li key={revision.id} className="flex items-center gap-2 border-t border-line py-2">
            <div className="min-w-0 flex-1">
              <p className="flex items-baseline gap-2">
                <span className="truncate text-body font-semibold">{revision.name}</span>
                <WhenSaved at={revision.savedAt} />
              </p>
              {revision.note && <p className="text-table break-words text-ink2">{revision.note}</p>}
            </div>
            {(
              [
                ['compare', GitCompareArrows, () => compareWith(revision)],
                ['restore', RotateCcw, () => restore(revision)],
                ['file', Download, () => download(planFileName(`${plan.title} ${revision.name}`), revision.text, 'application/json')],
                [
                  'delete',
                  Trash2,
                  () => void act(async () => setRemoved({ name: revision.name, records: await library.removeRevision(revision) })),
                ],
              ] as const
            ).map(([what, icon, perform]) => {
              const label = t(`revisions.${what}`, { name: revision.name });
              // Tooltips lie under a dialog: the browser's own title does it here.
              return <Button key={what} size="small" icon={icon} aria-label={label} title={label} onClick={perform} />;
            })}
          </li>
        ))}
      </ul>
    </Dialog>
  );
}

function NewRevision({ name: proposed, onKeep }: { name: string; onKeep: (words: { name: string; note: string }) => void }) {
  const t = useT();
  const [name, setName] = useState(proposed);
  const [note, setNote] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() !== '') onKeep({ name: name.trim(), note: note.trim() });
  };
  return (
    <form onSubmit={submit} className="grid grid-cols-[minmax(0,2fr)_minmax(0,3fr)_auto] items-end gap-2">
      <label className="text-[12px] leading-4 text-ink2">
        {t('revisions.name')}
        <input
          data-autofocus
          value={name}
          maxLength={200}
          onChange={(event) => setName(event.target.value)}
          className={`${CONTROL} mt-1`}
        />
      </label>
      <label className="text-[12px] leading-4 text-ink2">
        {t('revisions.note')}
        <input value={note} maxLength={2000} onChange={(event) => setNote(event.target.value)} className={`${CONTROL} mt-1`} />
      </label>
      <Button type="submit" size="small" look="solid" disabled={name.trim() === ''}>
        {t('revisions.keep')}
      </Button>
    </form>
  );
}
