import { BrickWallShield, ChevronDown, FileJson, FileSpreadsheet, ShieldMinus } from 'lucide-react';
import type { Comparison } from '../../engine/comparison.ts';
import { differenceCsv, differenceJson } from '../../report/difference.ts';
import { STYLES } from '../../report/firewall/styles.ts';
import { zipFiles } from '../../share/export-files.ts';
import { planFileName } from '../../share/file.ts';
import { changeConfiguration, type Side } from '../../store/comparing.ts';
import { workspace } from '../../store/workspace.ts';
import { download } from '../actions/files.ts';
import { useT } from '../messages/translate.ts';
import { Button } from '../parts/Button.tsx';
import { Menu, MenuItem, MenuLabel, MenuLine } from '../parts/Menu.tsx';

/** Styles that write the lines of an enforcement point and can take them away: host rules and Terraform say a whole state. */
const CHANGING = STYLES.filter((style) => style.removes && style.per === 'point');

/** The change sheet, and firewall configurations of what has to be added and of what has to go. */
export function ExportChanges({ comparison, before, after }: { comparison: Comparison; before: Side; after: Side }) {
  const t = useT();
  const side = ({ name }: Side) => name || t('compare.current');
  const stem = planFileName(`${comparison.after.plan.title} ${side(before)} ${side(after)}`).replace(/\.plan\.json$/, '');
  const configuration = async (style: string, remove: boolean) => {
    const { notify } = workspace.getState();
    try {
      const { files, refused } = await changeConfiguration(comparison.before.plan, comparison.after.plan, { style, date: null, remove });
      const said = refused.map(({ line, where, what, reason }) => `${line} ${where}, ${what}: ${reason}\n`).join('');
      const all = [
        ...files.map(({ name, text }) => ({ name, content: text })),
        ...(said === '' ? [] : [{ name: 'refused.txt', content: said }]),
      ];
      if (all.length === 0) notify('configuration.nothing');
      else download(`${stem}.${style}-${remove ? 'remove' : 'add'}.zip`, zipFiles(all), 'application/zip');
    } catch (problem) {
      notify('export.failed', { values: { problem: problem instanceof Error ? problem.message : String(problem) }, tone: 'error' });
    }
  };
  return (
    <Menu
      trigger={
        <Button look="solid" icon={FileSpreadsheet} disabled={comparison.lines.length === 0}>
          {t('compare.export')}
          <ChevronDown aria-hidden="true" size={14} strokeWidth={1.75} />
        </Button>
      }
    >
      <MenuItem
        icon={FileSpreadsheet}
        onSelect={() => download(`${stem}.changes.csv`, differenceCsv(comparison), 'text/csv;charset=utf-8')}
      >
        {t('compare.csv')}
      </MenuItem>
      <MenuItem icon={FileJson} onSelect={() => download(`${stem}.changes.json`, differenceJson(comparison), 'application/json')}>
        {t('compare.json')}
      </MenuItem>
      <MenuLine />
      <MenuLabel>{t('configuration.title')}</MenuLabel>
      {CHANGING.flatMap(({ id, title }) =>
        ([false, true] as const).map((remove) => (
          <MenuItem key={`${id} ${remove}`} icon={remove ? ShieldMinus : BrickWallShield} onSelect={() => void configuration(id, remove)}>
            {t(remove ? 'compare.removeStyle' : 'compare.addStyle', { style: title })}
          </MenuItem>
        )),
      )}
    </Menu>
  );
}
