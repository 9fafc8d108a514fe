import { quoted } from '../model/printable.ts';
import { COLUMN_PRESETS, columnPreset } from '../report/column-presets.ts';
import { COLUMN_IDS, type ColumnId, type ColumnProblem, readColumns, WARNING_COLUMNS } from '../report/columns.ts';
import type { Arguments } from './context.ts';
import { Refusal } from './refusal.ts';

/** Documents whose sheets of openings have columns to choose. */
const WITH_COLUMNS = ['csv', 'xlsx', 'zip'];

const WORDS: Readonly<Record<ColumnProblem['kind'], string>> = {
  unknown: 'There is no such column',
  twice: 'The column is named twice',
  none: 'No column is named',
  'no-warning': 'No column is left to say that a line cannot be ordered',
};

const EXPECTED: Readonly<Record<ColumnProblem['kind'], string>> = {
  unknown: COLUMN_IDS.join(','),
  twice: 'each column once',
  none: COLUMN_IDS.join(','),
  'no-warning': `${WARNING_COLUMNS.join(' or ')} among the columns`,
};

/** The columns that `--columns` or `--preset` ask for, null where neither is given. Refuses what is no choice, naming what there is. */
export function columnsOf(options: Arguments['options'], format: string): readonly ColumnId[] | null {
  const { columns, preset, list } = options;
  if (columns === undefined && preset === undefined) return null;
  const where = columns === undefined ? `--preset ${quoted(preset ?? '')}` : `--columns ${quoted(columns)}`;
  if (!WITH_COLUMNS.includes(format))
    throw new Refusal('The format has no columns to choose', `--to ${quoted(format)} ${where}`, WITH_COLUMNS.join(', '));
  if (list !== undefined && list !== 'openings')
    throw new Refusal('Only the list of openings has columns to choose', `--list ${quoted(list)} ${where}`, '--list openings');
  if (columns !== undefined && preset !== undefined)
    throw new Refusal('Columns are chosen twice', `--columns and --preset ${quoted(preset)}`, 'one of the two');
  if (preset !== undefined) return presetColumns(preset, where);
  const names = (columns ?? '').split(',').map((name) => name.trim());
  const read = readColumns(names.filter((name) => name !== ''));
  if ('columns' in read) return read.columns;
  const { kind, column } = read.problem;
  throw new Refusal(WORDS[kind], column === '' ? where : `--columns, ${quoted(column)}`, EXPECTED[kind]);
}

function presetColumns(id: string, where: string): readonly ColumnId[] {
  const preset = columnPreset(id);
  if (!preset) throw new Refusal('There is no such preset', where, COLUMN_PRESETS.map((each) => each.id).join(', '));
  return preset.columns;
}
