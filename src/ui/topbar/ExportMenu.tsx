import { ChevronDown, Download } from 'lucide-react';
import { shownKeys } from '../actions/action.ts';
import {
  configuration,
  csv,
  exportJson,
  exportPlan,
  newPlan,
  openPlanFile,
  pasteLink,
  pdf,
  picture,
  revisions,
  showLibrary,
  startPage,
} from '../actions/actions.ts';
import { useExports } from '../actions/exports.ts';
import { useT } from '../messages/translate.ts';
import { Button } from '../parts/Button.tsx';
import { Menu, MenuItem, MenuLabel, MenuLine } from '../parts/Menu.tsx';

/** What can be taken away from here, and what can be brought in. */
export function ExportMenu({ compact }: { compact: boolean }) {
  const t = useT();
  const formats = useExports();
  const ready = formats.some(({ enabled }) => enabled);
  return (
    <Menu
      trigger={
        <Button icon={Download} aria-label={t('action.export')}>
          {!compact && t('action.export')}
          <ChevronDown aria-hidden="true" size={14} strokeWidth={1.75} className="text-ink2" />
        </Button>
      }
    >
      <MenuLabel>{t('export.sheet')}</MenuLabel>
      <MenuItem icon={pdf.icon} onSelect={pdf.perform} disabled={!ready}>
        {t(pdf.label)}
      </MenuItem>
      {formats.map((format) => (
        <MenuItem key={format.id} icon={format.icon} onSelect={format.perform} disabled={!format.enabled}>
          {format.label}
        </MenuItem>
      ))}
      <MenuItem icon={csv.icon} onSelect={csv.perform} disabled={!ready}>
        {t(csv.label)}
      </MenuItem>
      <MenuItem icon={exportJson.icon} onSelect={exportJson.perform}>
        {t(exportJson.label)}
      </MenuItem>
      <MenuLine />
      <MenuItem icon={picture.icon} onSelect={picture.perform} disabled={!ready}>
        {t(picture.label)}
      </MenuItem>
      <MenuItem icon={configuration.icon} onSelect={configuration.perform} disabled={!ready}>
        {t(configuration.label)}
      </MenuItem>
      <MenuLine />
      <MenuLabel>{t('export.plan')}</MenuLabel>
      {[exportPlan, openPlanFile, pasteLink, newPlan, revisions, showLibrary, startPage].map((action) => (
        <MenuItem key={action.id} icon={action.icon} keys={shownKeys(action.keys)} onSelect={action.perform}>
          {t(action.label)}
        </MenuItem>
      ))}
    </Menu>
  );
}
