import clsx from 'clsx';
import { Archive, Copy, Download, TriangleAlert } from 'lucide-react';
import { useEffect, useId, useState } from 'react';
import { OWN_STYLES } from '../../report/firewall/configuration.ts';
import { STYLES, styleOf } from '../../report/firewall/styles.ts';
import { zipFiles } from '../../share/export-files.ts';
import { planFileName } from '../../share/file.ts';
import { useWorkspace } from '../../store/workspace.ts';
import type { NamedConfiguration } from '../../worker/engine.worker.ts';
import { copyText } from '../actions/copy-text.ts';
import { download } from '../actions/files.ts';
import { useT } from '../messages/translate.ts';
import { Button } from '../parts/Button.tsx';
import { Dialog } from '../parts/Dialog.tsx';
import { CONTROL } from '../parts/Field.tsx';
import { NativeSelect } from '../parts/SelectInput.tsx';
import { closeDialog } from './open-dialog.ts';
import { useReportMaker } from './use-report-maker.ts';

/** What the worker said last: the files, or why there are none. */
type Answer = { readonly made: NamedConfiguration } | { readonly problem: string } | null;

/** Firewall configurations as files: style, what is in them, what is not, and the ways out. A firewall's own style is the first choice. */
export default function ConfigurationDialog({ firewall }: { firewall: string | null }) {
  const t = useT();
  const plan = useWorkspace((state) => state.plan);
  const hasOwn = plan.firewalls.some(({ style }) => style !== undefined && styleOf(style));
  const asked = plan.firewalls.find(({ id }) => id === firewall)?.style ?? '';
  const [style, setStyle] = useState(styleOf(asked) ? asked : hasOwn && firewall === null ? OWN_STYLES : (STYLES[0]?.id ?? ''));
  const [date, setDate] = useState('');
  const [remove, setRemove] = useState(false);
  const [picked, setPicked] = useState(firewall);
  const removes = style === OWN_STYLES || styleOf(style)?.removes === true;
  const answer = useConfiguration(style, date, remove && removes);
  const made = answer && 'made' in answer ? answer.made : null;
  const file = made?.files.find(({ name, of }) => name === picked || of.id === picked) ?? made?.files[0];
  return (
    <Dialog title={t('configuration.title')} onClose={closeDialog} width={1040}>
      <div className="grid grid-cols-[minmax(0,1fr)_160px_minmax(0,1fr)] items-end gap-4">
        <Labelled label={t('configuration.style')}>
          {(id) => (
            <NativeSelect
              ids={{ id }}
              value={style}
              options={[
                ...(hasOwn ? [{ value: OWN_STYLES, label: t('configuration.own') }] : []),
                ...STYLES.map((each) => ({ value: each.id, label: each.title })),
              ]}
              onChange={setStyle}
            />
          )}
        </Labelled>
        <Labelled label={t('configuration.date')}>
          {(id) => <input id={id} type="date" value={date} onChange={(event) => setDate(event.target.value)} className={CONTROL} />}
        </Labelled>
        <label className="flex h-7 min-w-0 items-center gap-2 text-table" title={removes ? undefined : t('configuration.noRemovals')}>
          <input
            type="checkbox"
            checked={remove && removes}
            disabled={!removes}
            onChange={(event) => setRemove(event.target.checked)}
            className="size-3.5 accent-(--accent)"
          />
          <span className="truncate">
            {t('configuration.remove')}{' '}
            <span className="text-ink2">{t(removes ? 'configuration.removeHint' : 'configuration.noRemovals')}</span>
          </span>
        </label>
      </div>
      <Remarks made={made} />
      <div className="mt-3 grid h-[min(440px,calc(100dvh-340px))] min-h-40 grid-cols-[232px_minmax(0,1fr)] gap-3">
        <FileList made={made} shown={file?.name} onPick={setPicked} />
        {file ? (
          <textarea
            readOnly
            wrap="off"
            spellCheck={false}
            aria-label={t('configuration.preview', { name: file.name })}
            value={file.text}
            className="mono h-full w-full resize-none rounded-control border border-control bg-sunken p-2 text-[11.5px] leading-4"
          />
        ) : (
          <p role="status" className="grid place-items-center rounded-control bg-sunken p-6 text-center text-body text-ink2">
            {answer === null ? t('configuration.making') : 'problem' in answer ? t('export.failed', answer) : t('configuration.nothing')}
          </p>
        )}
      </div>
      <div className="mt-4 flex justify-end gap-2">
        <Button
          look="outline"
          icon={Copy}
          disabled={!file}
          onClick={() => file && void copyText(file.text, 'configuration.copied', { name: file.name })}
        >
          {t('configuration.copy')}
        </Button>
        <Button look="outline" icon={Download} disabled={!file} onClick={() => file && download(file.name, file.text, 'text/plain')}>
          {t('configuration.download')}
        </Button>
        <Button
          look="solid"
          icon={Archive}
          disabled={!made?.files.length}
          onClick={() =>
            made &&
            download(
              planFileName(plan.title).replace(/plan\.json$/, `${style}.zip`),
              zipFiles(made.files.map(({ name, text }) => ({ name, content: text }))),
              'application/zip',
            )
          }
        >
          {t('configuration.zip', { count: made?.files.length ?? 0 })}
        </Button>
      </div>
    </Dialog>
  );
}

/** What the worker makes of the choices. Null while it writes; an answer to an earlier choice is dropped. */
function useConfiguration(style: string, date: string, remove: boolean): Answer {
  const maker = useReportMaker();
  const [answer, setAnswer] = useState<Answer>(null);
  useEffect(() => {
    if (!maker) return;
    let current = true;
    setAnswer(null);
    maker.configuration({ style, date: date || null, remove }).then(
      (made) => current && setAnswer({ made }),
      (error) => current && setAnswer({ problem: error instanceof Error ? error.message : String(error) }),
    );
    return () => {
      current = false;
    };
  }, [maker, style, date, remove]);
  return answer;
}

function Labelled({ label, children }: { label: string; children: (id: string) => React.ReactNode }) {
  const id = useId();
  return (
    <div className="min-w-0">
      <label htmlFor={id} className="mb-1 block text-[12px] leading-4 text-ink2">
        {label}
      </label>
      {children(id)}
    </div>
  );
}

/** What is not in the files: nothing is left out in silence. */
function Remarks({ made }: { made: NamedConfiguration | null }) {
  const t = useT();
  if (!made || (made.refused.length === 0 && made.unstyled.length === 0)) return null;
  return (
    <div className="mt-3 rounded-control bg-sunken px-3 py-2 text-table">
      {made.unstyled.length > 0 && <p>{t('configuration.unstyled', { names: made.unstyled.join(', ') })}</p>}
      {made.refused.length > 0 && (
        <details>
          <summary className="flex cursor-default items-center gap-1.5 font-medium text-warn">
            <TriangleAlert aria-hidden="true" size={14} strokeWidth={1.75} className="shrink-0" />
            {t('configuration.refused', { count: made.refused.length })}
          </summary>
          <ul className="mt-1 grid max-h-28 gap-0.5 overflow-auto">
            {made.refused.map(({ line, where, what, reason }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: remarks have no other identity and never move
              <li key={index} className="break-words">
                <span className="mono text-[11px] text-ink2">{line}</span> {where}, {what}: {reason}
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

function FileList({ made, shown, onPick }: { made: NamedConfiguration | null; shown: string | undefined; onPick: (name: string) => void }) {
  const t = useT();
  return (
    <ul aria-label={t('configuration.files')} className="min-h-0 overflow-auto rounded-control border border-line p-1">
      {made?.files.map(({ name, of, text }) => (
        <li key={name}>
          <button
            type="button"
            aria-pressed={name === shown}
            onClick={() => onPick(name)}
            className={clsx(
              'block w-full rounded-control px-2 py-1.5 text-left',
              name === shown ? 'bg-accent-soft text-accent-text' : 'hover:bg-hover',
            )}
          >
            <span className="block truncate text-body font-medium">{of.name}</span>
            <span className={clsx('block truncate text-[11px]', name === shown ? '' : 'text-ink2')}>
              {name}, {t('configuration.lines', { count: text.split('\n').length - 1 })}
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}
