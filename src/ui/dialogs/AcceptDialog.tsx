import { type FormEvent, useState } from 'react';
import type { Finding } from '../../engine/result.ts';
import { acceptFinding } from '../../model/edits/judgements.ts';
import { workspace } from '../../store/workspace.ts';
import { useFindingWords } from '../messages/finding-text.ts';
import { useT } from '../messages/translate.ts';
import { Button } from '../parts/Button.tsx';
import { Dialog } from '../parts/Dialog.tsx';
import { closeDialog } from './open-dialog.ts';

/** Accepts a warning or note, for a reason that every export shows. */
export function AcceptDialog({ finding }: { finding: Finding }) {
  const t = useT();
  const words = useFindingWords();
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const missing = asked && reason.trim() === '';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (reason.trim() === '') return;
    const { code, subjects } = finding;
    workspace
      .getState()
      .edit('accept', (plan) =>
        acceptFinding(plan, { code, subjects: subjects.map(({ kind, id }) => ({ kind, id })), reason: reason.trim() }),
      );
    closeDialog();
  };
  return (
    <Dialog title={t('accept.title')} description={words(finding).what} onClose={closeDialog}>
      <form onSubmit={submit} className="grid gap-2">
        <label className="grid gap-1 text-table font-medium">
          {t('waive.reason')}
          <textarea
            data-autofocus
            rows={3}
            value={reason}
            aria-invalid={missing || undefined}
            aria-describedby="accept-missing"
            onChange={(event) => setReason(event.target.value)}
            className="w-full resize-none rounded-control border border-control bg-surface p-2 text-body font-normal aria-invalid:border-error"
          />
        </label>
        <p id="accept-missing" role="alert" className="min-h-5 text-table text-error">
          {missing && t('waive.reasonMissing')}
        </p>
        <div className="flex justify-end gap-2">
          <Button onClick={closeDialog}>{t('dialog.cancel')}</Button>
          <Button type="submit" look="solid">
            {t('accept.do')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
