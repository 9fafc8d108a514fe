import { Download } from 'lucide-react';
import { useState } from 'react';
import { WORKBOOK_COLUMNS } from '../../report/columns.ts';
import { OPENING_COLUMNS } from '../../report/csv.ts';
import { DEFAULT_OPTIONS } from '../../share/document-options.ts';
import { CARRIERS } from '../../share/embed-plan.ts';
import { planFileName } from '../../share/file.ts';
import { useWorkspace, workspace } from '../../store/workspace.ts';
import { download } from '../actions/files.ts';
import { orTold } from '../actions/or-told.ts';
import { today } from '../actions/today.ts';
import { useT } from '../messages/translate.ts';
import { Button } from '../parts/Button.tsx';
import { Dialog } from '../parts/Dialog.tsx';
import { SelectInput } from '../parts/SelectInput.tsx';
import { SwitchInput } from '../parts/SwitchInput.tsx';
import { type Choice, ColumnPresets } from './ColumnPresets.tsx';
import { ColumnsEditor } from './ColumnsEditor.tsx';
import { closeDialog } from './open-dialog.ts';
import { SheetPreview } from './SheetPreview.tsx';
import { useReportMaker } from './use-report-maker.ts';

const FORMATS = ['csv', 'xlsx', 'zip', 'html', 'json'] as const;
/** Formats whose columns are chosen. */
const WITH_COLUMNS: readonly string[] = ['csv', 'xlsx', 'zip'];
const LISTS = ['openings', 'flows', 'hosts'] as const;
const DETAILS = ['merged', 'exact'] as const;
/** Who is to read a CSV file, and what that takes. */
const READERS = {
  programs: { separator: ',', mark: false },
  english: { separator: ',', mark: true },
  german: { separator: ';', mark: true },
} as const;
type Reader = keyof typeof READERS;

/** A sheet in one of its formats: which list, merged or line by line, for whom, with which columns, with the plan inside or not, and what it will look like. */
export default function SheetDialog() {
  const t = useT();
  const language = useWorkspace((state) => state.language);
  const [format, setFormat] = useState<(typeof FORMATS)[number]>('csv');
  const [csvList, setList] = useState<(typeof LISTS)[number]>('openings');
  const [detail, setDetail] = useState<(typeof DETAILS)[number]>('merged');
  const [reader, setReader] = useState<Reader>(language === 'de' ? 'german' : 'english');
  const [choice, setChoice] = useState<Choice>(null);
  const [embedPlan, setEmbedPlan] = useState(false);
  const maker = useReportMaker();
  const list = format === 'csv' ? csvList : 'openings';
  const standard = format === 'xlsx' ? WORKBOOK_COLUMNS : OPENING_COLUMNS;
  const columns = choice ?? standard;
  const withColumns = list === 'openings' && WITH_COLUMNS.includes(format);
  const carries = CARRIERS.includes(format);
  const save = () =>
    orTold(async () => {
      if (!maker) return;
      const date = format === 'xlsx' || format === 'zip' ? today() : null;
      const options = { ...DEFAULT_OPTIONS, columns: choice, embedPlan: carries && embedPlan, csv: { list, ...READERS[reader] } };
      const { content, mediaType } = await maker.document({ format, date, detail, options });
      const kind = list === 'openings' && detail === 'exact' ? 'openings-exact' : list;
      const ending = format === 'xlsx' || format === 'zip' ? `.${format}` : `-${kind}.${format}`;
      download(planFileName(workspace.getState().plan.title).replace(/\.plan\.json$/, ending), content, mediaType);
      closeDialog();
    });
  const choices = <T extends string>(values: readonly T[]) =>
    values.map((value) => ({ value, label: t(`csv.${value}` as 'csv.openings') }));
  return (
    <Dialog title={t('csv.title')} onClose={closeDialog} width={820}>
      <div className="grid grid-cols-2 gap-x-6">
        <div className="grid content-start gap-2">
          <SelectInput
            label={t('picture.format')}
            value={format}
            options={choices(FORMATS)}
            onChange={(value) => setFormat(FORMATS.find((each) => each === value) ?? 'csv')}
          />
          {format === 'csv' && (
            <SelectInput
              label={t('csv.list')}
              value={csvList}
              options={choices(LISTS)}
              onChange={(value) => setList(LISTS.find((each) => each === value) ?? 'openings')}
            />
          )}
          {list === 'openings' && (
            <SelectInput
              label={t('csv.detail')}
              value={detail}
              options={choices(DETAILS)}
              onChange={(value) => setDetail(value === 'exact' ? 'exact' : 'merged')}
            />
          )}
          {format === 'csv' && (
            <SelectInput
              label={t('csv.reader')}
              value={reader}
              options={choices(Object.keys(READERS) as Reader[])}
              onChange={(value) => setReader(value === 'programs' || value === 'german' ? value : 'english')}
            />
          )}
          {withColumns && <ColumnPresets choice={choice} onChange={setChoice} />}
          {carries && <SwitchInput label={t('export.embed')} note={t('export.embedNote')} checked={embedPlan} onChange={setEmbedPlan} />}
        </div>
        {withColumns && <ColumnsEditor columns={columns} onChange={setChoice} />}
      </div>
      {WITH_COLUMNS.includes(format) && (
        <SheetPreview
          maker={maker}
          order={{ list, detail, columns: choice ?? (format === 'xlsx' ? standard : null), titled: format === 'xlsx' }}
        />
      )}
      <div className="mt-4 flex justify-end">
        <Button data-autofocus look="solid" icon={Download} disabled={!maker} onClick={() => void save()}>
          {t('pdf.save')}
        </Button>
      </div>
    </Dialog>
  );
}
