import { compared, partOfChange } from '../../engine/comparison.ts';
import { quoted } from '../../model/printable.ts';
import { STYLES, styleOf } from '../../report/firewall/styles.ts';
import { CHANGE_FORMATS, makeChangeDocument } from '../../share/change-documents.ts';
import { nameFiles } from '../../share/export-files.ts';
import { fileName } from '../../share/file.ts';
import type { Command } from '../context.ts';
import { dayOf } from '../day.ts';
import { planOf } from '../plan-argument.ts';
import { Refusal } from '../refusal.ts';

export const diff: Command = {
  usage: 'OLD NEW',
  summary:
    'Openings to add, remove and change between two plans; exits with 1 if they differ. --to STYLE -o PATH writes the firewall lines to add, with --remove those to take away',
  options: { format: CHANGE_FORMATS, to: null, date: null, paper: ['a4', 'letter'], orientation: ['landscape', 'portrait'] },
  flags: ['remove'],
  words: [2, 2],
  run: async ({ words: [oldWord = '', newWord = ''], options, flags }, { terminal, engine, catalogs }) => {
    if (oldWord === '-' && newWord === '-') throw new Refusal('Standard input can be read only once', 'diff - -', 'at most one -');
    const style = options.to === undefined ? undefined : styleOf(options.to);
    const remove = flags.has('remove');
    if ((options.to !== undefined || remove) && !(style?.removes && style.per === 'point'))
      throw new Refusal('There is no such style for changes', `--to ${quoted(options.to ?? '')}`, changing());
    const date = dayOf(options.date);
    const oldPlan = await planOf(oldWord, terminal);
    const newPlan = await planOf(newWord, terminal);
    const before = { plan: oldPlan, analysis: engine.analyze(oldPlan, catalogs) };
    const after = { plan: newPlan, analysis: engine.analyze(newPlan, catalogs) };
    const comparison = compared(before, after);
    const exit = comparison.lines.length > 0 ? 1 : 0;
    if (style) {
      const { files, refused } = style.render({ ...partOfChange(before, after, remove ? 'remove' : 'add'), date, remove });
      const remarks = refused.map(
        ({ line, where, what, reason }) => `refused: ${line}, ${quoted(`${where}, ${what}`, 300)}: ${quoted(reason, 300)}`,
      );
      const named = nameFiles(files).map(({ name, text }) => ({ name, content: text }));
      return { output: '', exit, files: named, extensions: style.extensions, remarks };
    }
    const made = await makeChangeDocument(options.format ?? 'csv', comparison, catalogs, {
      date,
      paper: options.paper === 'letter' ? 'letter' : 'a4',
      landscape: options.orientation !== 'portrait',
    });
    if (!made || typeof made.content === 'string') return { output: String(made?.content ?? ''), exit };
    const name = `${fileName(newPlan.title, newPlan.title)}.${made.extension}`;
    return { output: '', exit, files: [{ name, content: made.content }], extensions: [made.extension] };
  },
};

/** Styles that write the lines of an enforcement point and can take them away: host rules and Terraform say a whole state. */
function changing(): string {
  return STYLES.filter((style) => style.removes && style.per === 'point')
    .map((style) => style.id)
    .join(', ');
}
