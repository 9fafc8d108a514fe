import { Download } from 'lucide-react';
import { useEffect, useState } from 'react';
import { DEFAULT_OPTIONS } from '../../share/document-options.ts';
import { planFileName } from '../../share/file.ts';
import type { ReportMaker } from '../../store/report-client.ts';
import { useWorkspace } from '../../store/workspace.ts';
import { download } from '../actions/files.ts';
import { orTold } from '../actions/or-told.ts';
import { useT } from '../messages/translate.ts';
import { Button } from '../parts/Button.tsx';
import { Dialog } from '../parts/Dialog.tsx';
import { SelectInput } from '../parts/SelectInput.tsx';
import { SwitchInput } from '../parts/SwitchInput.tsx';
import { closeDialog } from './open-dialog.ts';
import { rasterise } from './rasterise.ts';
import { useReportMaker } from './use-report-maker.ts';

const FORMATS = ['svg', 'png', 'drawio', 'mermaid'] as const;
type Format = (typeof FORMATS)[number];
const THEMES = ['light', 'dark'] as const;

/** The topology as a picture: format, light or dark, how fine, and what it will look like. */
export function PictureDialog() {
  const t = useT();
  const plan = useWorkspace((state) => state.plan);
  const [format, setFormat] = useState<Format>('svg');
  const [theme, setTheme] = useState<(typeof THEMES)[number]>('light');
  const [scale, setScale] = useState(2);
  const [embedPlan, setEmbedPlan] = useState(false);
  const maker = useReportMaker();
  const preview = usePreview(maker, theme);
  const save = () =>
    orTold(async () => {
      if (!maker) return;
      const options = { ...DEFAULT_OPTIONS, theme, embedPlan: embedPlan && format === 'svg' };
      const made = await maker.document({ format: format === 'png' ? 'svg' : format, date: null, detail: 'merged', options });
      const stem = planFileName(plan.title).replace(/\.plan\.json$/, '-topology');
      if (format === 'png') download(`${stem}.png`, await rasterise(String(made.content), scale), 'image/png');
      else download(`${stem}.${made.extension}`, made.content, made.mediaType);
    });
  return (
    <Dialog title={t('picture.title')} onClose={closeDialog} width={760}>
      <div className="grid grid-cols-2 gap-x-6 gap-y-2">
        <SelectInput
          label={t('picture.format')}
          value={format}
          options={FORMATS.map((value) => ({ value, label: t(`picture.${value}`) }))}
          onChange={(value) => setFormat(FORMATS.find((each) => each === value) ?? 'svg')}
        />
        {format !== 'mermaid' && (
          <SelectInput
            label={t('picture.theme')}
            value={theme}
            options={THEMES.map((value) => ({ value, label: t(`theme.${value}`) }))}
            onChange={(value) => setTheme(value === 'dark' ? 'dark' : 'light')}
          />
        )}
        {format === 'svg' && (
          <SwitchInput label={t('export.embed')} note={t('export.embedNote')} checked={embedPlan} onChange={setEmbedPlan} />
        )}
        {format === 'png' && (
          <SelectInput
            label={t('picture.scale')}
            value={String(scale)}
            options={['1', '2', '3', '4'].map((value) => ({ value, label: `${value} ×` }))}
            onChange={(value) => setScale(Number(value))}
          />
        )}
      </div>
      <div className="mt-3 flex h-[min(420px,calc(100dvh-380px))] items-center justify-center overflow-hidden rounded-control border border-line bg-sunken">
        {preview ? (
          <img src={preview} alt={t('picture.preview')} className="size-full object-contain" />
        ) : (
          <p role="status" className="text-body text-ink2">
            {t('picture.making')}
          </p>
        )}
      </div>
      <div className="mt-4 flex justify-end">
        <Button data-autofocus look="solid" icon={Download} disabled={!maker} onClick={() => void save()}>
          {t('pdf.save')}
        </Button>
      </div>
    </Dialog>
  );
}

/** The address of the picture in that theme; null while it is drawn. */
function usePreview(maker: ReportMaker | null, theme: 'light' | 'dark'): string | null {
  const [preview, setPreview] = useState<string | null>(null);
  useEffect(() => {
    if (!maker) return;
    let url: string | null = null;
    let gone = false;
    setPreview(null);
    maker.document({ format: 'svg', date: null, detail: 'merged', options: { ...DEFAULT_OPTIONS, theme } }).then(
      ({ content, mediaType }) => {
        if (gone) return;
        url = URL.createObjectURL(new Blob([content], { type: mediaType }));
        setPreview(url);
      },
      () => undefined,
    );
    return () => {
      gone = true;
      if (url !== null) URL.revokeObjectURL(url);
    };
  }, [maker, theme]);
  return preview;
}
