import { type FormEvent, useState } from 'react';
import { type Flow, isNamed } from '../../engine/result.ts';
import { waive } from '../../model/edits/judgements.ts';
import type { PlanEnd } from '../../model/plan.ts';
import { namesOf } from '../../store/selectors.ts';
import { useWorkspace, workspace } from '../../store/workspace.ts';
import { flowEnd } from '../dock/words.ts';
import { useT } from '../messages/translate.ts';
import { Button } from '../parts/Button.tsx';
import { Dialog } from '../parts/Dialog.tsx';
import { closeDialog } from './open-dialog.ts';

function endOf(end: Flow['from'] | Flow['to']): PlanEnd | null {
  if (isNamed(end)) return end.external === null ? null : { external: end.external };
  if (end.component !== null) return { component: end.component };
  return end.host === null ? null : { host: end.host };
}

/** Leaves a flow out, for a reason that every export shows. */
export function WaiveDialog({ flow }: { flow: Flow }) {
  const t = useT();
  const plan = useWorkspace((state) => state.plan);
  const analysis = useWorkspace((state) => state.analysis);
  const names = namesOf(plan, analysis);
  const words = { any: t('address.any'), missing: t('address.missing') };
  const [reason, setReason] = useState('');
  const [everywhere, setEverywhere] = useState(false);
  const [asked, setAsked] = useState(false);
  const missing = asked && reason.trim() === '';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (reason.trim() === '') return;
    workspace.getState().edit('waive', (before) =>
      waive(before, {
        rule: flow.rule,
        from: everywhere ? null : endOf(flow.from),
        to: everywhere ? null : endOf(flow.to),
        reason: reason.trim(),
      }),
    );
    workspace.getState().notify('toast.waived', { undo: true });
    closeDialog();
  };
  return (
    <Dialog title={t('waive.title')} description={t('waive.text')} onClose={closeDialog}>
      <form onSubmit={submit} className="grid gap-3">
        <p className="rounded-control bg-sunken px-3 py-2 text-table">{flow.purpose || flow.rule}</p>
        <fieldset className="grid gap-1 text-body">
          <legend className="mb-1 text-table font-medium">{t('waive.scope')}</legend>
          {[false, true].map((all) => (
            <label key={String(all)} className="flex items-start gap-2">
              <input
                type="radio"
                name="scope"
                checked={everywhere === all}
                onChange={() => setEverywhere(all)}
                className="mt-[3px] size-3.5 accent-(--accent)"
              />
              {all
                ? t('waive.all')
                : t('waive.this', { from: flowEnd(flow.from, plan, names, words).name, to: flowEnd(flow.to, plan, names, words).name })}
            </label>
          ))}
        </fieldset>
        <label className="grid gap-1 text-table font-medium">
          {t('waive.reason')}
          <textarea
            data-autofocus
            rows={3}
            value={reason}
            aria-invalid={missing || undefined}
            aria-describedby="waive-missing"
            onChange={(event) => setReason(event.target.value)}
            className="w-full resize-none rounded-control border border-control bg-surface p-2 text-body font-normal aria-invalid:border-error"
          />
        </label>
        <p id="waive-missing" role="alert" className="-mt-2 min-h-5 text-table text-error">
          {missing && t('waive.reasonMissing')}
        </p>
        <div className="flex justify-end gap-2">
          <Button onClick={closeDialog}>{t('dialog.cancel')}</Button>
          <Button type="submit" look="solid">
            {t('waive.do')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
