import { quoted } from '../../model/printable.ts';
import { STYLES, styleOf } from '../../report/firewall/styles.ts';
import type { DocumentOptions } from '../../share/document-options.ts';
import { DOCUMENT_NAMES, extensionOf, makeDocument } from '../../share/documents.ts';
import { CARRIERS } from '../../share/embed-plan.ts';
import { nameFiles } from '../../share/export-files.ts';
import { fileName } from '../../share/file.ts';
import { columnsOf } from '../column-choice.ts';
import type { Arguments, Command } from '../context.ts';
import { dayOf } from '../day.ts';
import { planOf } from '../plan-argument.ts';
import { Refusal } from '../refusal.ts';

const FORMATS = [...DOCUMENT_NAMES, ...STYLES.map((style) => style.id)];

export const exportPlan: Command = {
  usage: 'PLAN --to FORMAT -o PATH',
  summary:
    'Documents, a picture, firewall configurations: a file where PATH ends as one does, else a folder with one for each enforcement point or host',
  options: {
    to: null,
    date: null,
    paper: ['a4', 'letter'],
    orientation: ['landscape', 'portrait'],
    theme: ['light', 'dark'],
    scale: ['2', '1', '3', '4'],
    list: ['openings', 'flows', 'hosts'],
    columns: null,
    preset: null,
    separator: [',', ';'],
    detail: ['merged', 'exact'],
  },
  flags: ['remove', 'bom', 'embed-plan'],
  words: [1, 1],
  run: async ({ words, options, flags }, { terminal, engine, catalogs }) => {
    const style = styleOf(options.to ?? '');
    const document = extensionOf(options.to ?? '');
    if (!style && document === null)
      throw new Refusal('There is no such format', options.to === undefined ? 'export' : `--to ${quoted(options.to)}`, FORMATS.join(', '));
    const date = dayOf(options.date);
    const remove = flags.has('remove');
    if (remove && !style?.removes)
      throw new Refusal(
        'The format has no removals',
        `--to ${options.to} --remove`,
        STYLES.filter((each) => each.removes)
          .map((each) => each.id)
          .join(', '),
      );
    const embedPlan = flags.has('embed-plan');
    if (embedPlan && !CARRIERS.includes(options.to ?? ''))
      throw new Refusal('The format cannot carry the plan', `--to ${options.to} --embed-plan`, CARRIERS.join(', '));
    const columns = columnsOf(options, options.to ?? '');
    const plan = await planOf(words[0] ?? '-', terminal);
    const analysis = engine.analyze(plan, catalogs, { detail: options.detail === 'exact' ? 'exact' : 'merged' });
    if (!style) {
      const made = await makeDocument(
        options.to ?? '',
        { plan, analysis, catalogs, date },
        { ...documentOptions(options, flags), columns, embedPlan },
      );
      const name = `${fileName(plan.title, plan.title)}.${made?.extension}`;
      return { output: '', exit: 0, files: made ? [{ name, content: made.content }] : [], extensions: document === null ? [] : [document] };
    }
    const { files, refused } = style.render({ plan, analysis, date, remove });
    const remarks = refused.map(
      ({ line, where, what, reason }) => `refused: ${line}, ${quoted(`${where}, ${what}`, 300)}: ${quoted(reason, 300)}`,
    );
    const named = nameFiles(files).map(({ name, text }) => ({ name, content: text }));
    return { output: '', exit: 0, files: named, extensions: style.extensions, remarks };
  },
};

function documentOptions(options: Arguments['options'], flags: Arguments['flags']): Omit<DocumentOptions, 'columns' | 'embedPlan'> {
  const list = options.list === 'flows' || options.list === 'hosts' ? options.list : 'openings';
  return {
    paper: options.paper === 'letter' ? 'letter' : 'a4',
    landscape: options.orientation !== 'portrait',
    csv: { list, separator: options.separator === ';' ? ';' : ',', mark: flags.has('bom') },
    theme: options.theme === 'dark' ? 'dark' : 'light',
    scale: Number(options.scale ?? 2),
    rasterise: async (svg, scale) => (await import('../rasterise.ts')).rasterise(svg, scale),
  };
}
