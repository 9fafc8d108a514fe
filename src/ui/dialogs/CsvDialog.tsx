import { Download } from 'lucide-react';
import { useState } from 'react';
import { DEFAULT_OPTIONS } from '../../share/document-options.ts';
import { planFileName } from '../../share/file.ts';
import { makeReports } from '../../store/report-client.ts';
import { useWorkspace, workspace } from '../../store/workspace.ts';
import { download } from '../actions/files.ts';
import { useT } from '../messages/translate.ts';
import { Button } from '../parts/Button.tsx';
import { Dialog } from '../parts/Dialog.tsx';
import { SelectInput } from '../parts/SelectInput.tsx';
import { closeDialog } from './open-dialog.ts';

const LISTS = ['openings', 'flows', 'hosts'] as const;
const DETAILS = ['merged', 'exact'] as const;
/** Who is to read the file, and what that takes. */
const READERS = {
  programs: { separator: ',', mark: false },
  english: { separator: ',', mark: true },
  german: { separator: ';', mark: true },
} as const;
type Reader = keyof typeof READERS;

/** One of the lists as CSV: which, merged or line by line, and for whom. */
export function CsvDialog() {
  const t = useT();
  const language = useWorkspace((state) => state.language);
  const [list, setList] = useState<(typeof LISTS)[number]>('openings');
  const [detail, setDetail] = useState<(typeof DETAILS)[number]>('merged');
  const [reader, setReader] = useState<Reader>(language === 'de' ? 'german' : 'english');
  const save = async () => {
    const { plan, notify } = workspace.getState();
    closeDialog();
    const reports = makeReports(plan);
    try {
      const options = { ...DEFAULT_OPTIONS, csv: { list, ...READERS[reader] } };
      const { content, mediaType } = await reports.document({ format: 'csv', date: null, detail, options });
      const kind = list === 'openings' && detail === 'exact' ? 'openings-exact' : list;
      download(planFileName(plan.title).replace(/\.plan\.json$/, `-${kind}.csv`), content, mediaType);
    } catch (problem) {
      notify('export.failed', { values: { problem: problem instanceof Error ? problem.message : String(problem) }, tone: 'error' });
    } finally {
      reports.close();
    }
  };
  const choices = <T extends string>(values: readonly T[]) =>
    values.map((value) => ({ value, label: t(`csv.${value}` as 'csv.openings') }));
  return (
    <Dialog title={t('csv.title')} onClose={closeDialog} width={400}>
      <div className="grid gap-2">
        <SelectInput
          label={t('csv.list')}
          value={list}
          options={choices(LISTS)}
          onChange={(value) => setList(LISTS.find((each) => each === value) ?? 'openings')}
        />
        {list === 'openings' && (
          <SelectInput
            label={t('csv.detail')}
            value={detail}
            options={choices(DETAILS)}
            onChange={(value) => setDetail(value === 'exact' ? 'exact' : 'merged')}
          />
        )}
        <SelectInput
          label={t('csv.reader')}
          value={reader}
          options={choices(Object.keys(READERS) as Reader[])}
          onChange={(value) => setReader(value === 'programs' || value === 'german' ? value : 'english')}
        />
      </div>
      <div className="mt-4 flex justify-end">
        <Button data-autofocus look="solid" icon={Download} onClick={() => void save()}>
          {t('pdf.save')}
        </Button>
      </div>
    </Dialog>
  );
}
