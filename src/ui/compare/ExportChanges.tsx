import { BrickWallShield, ChevronDown, FileCode, FileJson, FileSpreadsheet, Files, FileText, ShieldMinus } from 'lucide-react';
import type { Comparison } from '../../engine/comparison.ts';
import { STYLES } from '../../report/firewall/styles.ts';
import { zipFiles } from '../../share/export-files.ts';
import { planFileName } from '../../share/file.ts';
import { changeConfiguration, changeDocument, type Side } from '../../store/comparing.ts';
import { makeReports } from '../../store/report-client.ts';
import { workspace } from '../../store/workspace.ts';
import type { NamedConfiguration } from '../../worker/engine.worker.ts';
import { download } from '../actions/files.ts';
import { orTold } from '../actions/or-told.ts';
import { today } from '../actions/today.ts';
import { useT } from '../messages/translate.ts';
import { Button } from '../parts/Button.tsx';
import { Menu, MenuItem, MenuLabel, MenuLine } from '../parts/Menu.tsx';

const DOCUMENTS = [
  { format: 'xlsx', label: 'compare.xlsx', icon: FileSpreadsheet },
  { format: 'pdf', label: 'compare.pdf', icon: FileText },
  { format: 'csv', label: 'compare.csv', icon: FileSpreadsheet },
  { format: 'md', label: 'compare.md', icon: FileText },
  { format: 'html', label: 'compare.html', icon: FileCode },
  { format: 'json', label: 'compare.json', icon: FileJson },
] as const;

/** What is written of a style: the lines that come, those that go, or the whole state afterwards. */
type Part = 'add' | 'remove' | 'state';

/** The parts of every style. Host rules and Terraform say a whole state: what goes is what the new state lacks. */
const CONFIGURATIONS = STYLES.flatMap(({ id, title, removes, per }) => {
  const parts: readonly Part[] = removes && per === 'point' ? ['add', 'remove'] : ['state'];
  return parts.map((part) => ({ id, title, part }));
});

const PARTS = {
  add: { label: 'compare.addStyle', icon: BrickWallShield },
  remove: { label: 'compare.removeStyle', icon: ShieldMinus },
  state: { label: 'compare.stateStyle', icon: Files },
} as const;

/** The change sheet in every format, and firewall configurations of what has to be added and of what has to go. */
export function ExportChanges({ comparison, before, after }: { comparison: Comparison; before: Side; after: Side }) {
  const t = useT();
  const side = ({ name }: Side) => name || t('compare.current');
  const stem = planFileName(`${comparison.after.plan.title} ${side(before)} ${side(after)}`).replace(/\.plan\.json$/, '');
  const plans = [comparison.before.plan, comparison.after.plan] as const;
  const save = async (format: string) => {
    const made = await changeDocument(...plans, format, { date: today(), paper: 'a4', landscape: true });
    download(`${stem}.changes.${made.extension}`, made.content, made.mediaType);
  };
  const saveConfiguration = async (style: string, part: Part) => {
    const { files, refused } = await configurationOf(plans, style, part);
    const said = refused.map(({ line, where, what, reason }) => `${line} ${where}, ${what}: ${reason}\n`).join('');
    const all = [
      ...files.map(({ name, text }) => ({ name, content: text })),
      ...(said === '' ? [] : [{ name: 'refused.txt', content: said }]),
    ];
    if (all.length === 0) workspace.getState().notify('configuration.nothing');
    else download(`${stem}.${style}-${part}.zip`, zipFiles(all), 'application/zip');
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
      {DOCUMENTS.map(({ format, label, icon }) => (
        <MenuItem key={format} icon={icon} onSelect={() => void orTold(() => save(format))}>
          {t(label)}
        </MenuItem>
      ))}
      <MenuLine />
      <MenuLabel>{t('configuration.title')}</MenuLabel>
      {CONFIGURATIONS.map(({ id, title, part }) => (
        <MenuItem key={`${id} ${part}`} icon={PARTS[part].icon} onSelect={() => void orTold(() => saveConfiguration(id, part))}>
          {t(PARTS[part].label, { style: title })}
        </MenuItem>
      ))}
    </Menu>
  );
}

async function configurationOf(
  [before, after]: readonly [Comparison['before']['plan'], Comparison['after']['plan']],
  style: string,
  part: Part,
): Promise<NamedConfiguration> {
  if (part !== 'state') return changeConfiguration(before, after, { style, date: null, remove: part === 'remove' });
  const reports = makeReports(after);
  try {
    return await reports.configuration({ style, date: null, remove: false });
  } finally {
    reports.close();
  }
}
