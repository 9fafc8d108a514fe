import { Download, ExternalLink, FileText, X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { DEFAULT_OPTIONS } from '../../share/document-options.ts';
import { planFileName } from '../../share/file.ts';
import { makeReports, type ReportMaker } from '../../store/report-client.ts';
import { useWorkspace } from '../../store/workspace.ts';
import { download } from '../actions/files.ts';
import { today } from '../actions/today.ts';
import { useT } from '../messages/translate.ts';
import { Button } from '../parts/Button.tsx';
import { Dialog } from '../parts/Dialog.tsx';
import { CONTROL, Field } from '../parts/Field.tsx';
import { SelectInput } from '../parts/SelectInput.tsx';
import { closeDialog } from './open-dialog.ts';

/** Nothing made yet, being made (the share that is done), made, or why it was not. */
type State =
  | { readonly kind: 'idle' }
  | { readonly kind: 'making'; readonly share: number }
  | { readonly kind: 'made'; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly kind: 'failed'; readonly problem: string };

/** The rule sheet as a PDF: paper and date, then progress that can be cancelled, then the file. */
export function PdfDialog() {
  const t = useT();
  const plan = useWorkspace((state) => state.plan);
  const [date, setDate] = useState(today);
  const [paper, setPaper] = useState<'a4' | 'letter'>('a4');
  const [landscape, setLandscape] = useState(true);
  const [state, setState] = useState<State>({ kind: 'idle' });
  const maker = useRef<ReportMaker | null>(null);
  const cancel = () => {
    maker.current?.close();
    maker.current = null;
    setState({ kind: 'idle' });
  };
  useEffect(() => () => maker.current?.close(), []);

  const make = () => {
    maker.current?.close();
    const reports = makeReports(plan);
    maker.current = reports;
    setState({ kind: 'making', share: 0 });
    const current = (next: State) => {
      if (maker.current === reports) setState(next);
    };
    const options = { ...DEFAULT_OPTIONS, paper, landscape };
    const order = { format: 'pdf', date: date || null, detail: 'merged', options } as const;
    reports
      .document(order, (share) => current({ kind: 'making', share }))
      .then(
        ({ content }) => current({ kind: 'made', bytes: content as Uint8Array<ArrayBuffer> }),
        (error) => current({ kind: 'failed', problem: error instanceof Error ? error.message : String(error) }),
      );
  };
  /** A choice that the made file does not have. */
  const choose = (change: () => void) => {
    cancel();
    change();
  };
  const name = planFileName(plan.title).replace(/plan\.json$/, 'pdf');
  return (
    <Dialog title={t('pdf.title')} description={t('pdf.text')} onClose={closeDialog} width={440}>
      <div className="grid gap-2">
        <Field label={t('pdf.date')}>
          {(ids) => (
            <input {...ids} type="date" value={date} onChange={(event) => choose(() => setDate(event.target.value))} className={CONTROL} />
          )}
        </Field>
        <SelectInput
          label={t('pdf.paper')}
          value={paper}
          options={(['a4', 'letter'] as const).map((value) => ({ value, label: t(`pdf.paper.${value}`) }))}
          onChange={(value) => choose(() => setPaper(value === 'letter' ? 'letter' : 'a4'))}
        />
        <SelectInput
          label={t('pdf.orientation')}
          value={landscape ? 'landscape' : 'portrait'}
          options={(['landscape', 'portrait'] as const).map((value) => ({ value, label: t(`pdf.${value}`) }))}
          onChange={(value) => choose(() => setLandscape(value === 'landscape'))}
        />
      </div>
      <p role="status" className="mt-3 min-h-5 text-table text-ink2">
        {state.kind === 'making' && t('pdf.making', { percent: Math.round(state.share * 100) })}
        {state.kind === 'made' && t('pdf.done', { name, size: Math.ceil(state.bytes.length / 1024) })}
        {state.kind === 'failed' && t('export.failed', { problem: state.problem })}
      </p>
      {state.kind === 'making' && <progress aria-label={t('pdf.title')} value={state.share} className="h-1.5 w-full accent-(--accent)" />}
      <div className="mt-3 flex justify-end gap-2">
        {state.kind === 'making' && (
          <Button look="outline" icon={X} onClick={cancel}>
            {t('pdf.cancel')}
          </Button>
        )}
        {state.kind === 'made' && (
          <Button look="outline" icon={ExternalLink} onClick={() => show(state.bytes)}>
            {t('pdf.open')}
          </Button>
        )}
        {state.kind === 'made' ? (
          <Button look="solid" icon={Download} onClick={() => download(name, state.bytes, 'application/pdf')}>
            {t('pdf.save')}
          </Button>
        ) : (
          <Button data-autofocus look="solid" icon={FileText} disabled={state.kind === 'making'} onClick={make}>
            {t('pdf.make')}
          </Button>
        )}
      </div>
    </Dialog>
  );
}

/** Opens the file in the browser's own viewer. */
function show(bytes: Uint8Array<ArrayBuffer>): void {
  const url = URL.createObjectURL(new Blob([bytes], { type: 'application/pdf' }));
  window.open(url, '_blank', 'noopener');
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
