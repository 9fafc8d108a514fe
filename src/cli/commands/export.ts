import { quoted } from '../../model/printable.ts';
import type { FirewallFile } from '../../report/firewall/style.ts';
import { STYLES, styleOf } from '../../report/firewall/styles.ts';
import { fileName } from '../../share/file.ts';
import type { Command } from '../context.ts';
import { planOf } from '../plan-argument.ts';
import { Refusal } from '../refusal.ts';

const FORMATS = STYLES.map((style) => style.id);

export const exportPlan: Command = {
  usage: 'PLAN --to FORMAT -o PATH',
  summary: 'Firewall configurations: a file where PATH ends as one does, else a folder with one for each enforcement point or host',
  options: { to: null, date: null },
  flags: ['remove'],
  words: [1, 1],
  run: async ({ words, options, flags }, { terminal, engine, catalogs }) => {
    const style = styleOf(options.to ?? '');
    if (!style)
      throw new Refusal('There is no such format', options.to === undefined ? 'export' : `--to ${quoted(options.to)}`, FORMATS.join(', '));
    const date = options.date ?? null;
    if (date !== null && !isDay(date)) throw new Refusal('This is no day', `--date ${quoted(date)}`, 'a day such as 2026-01-31');
    const remove = flags.has('remove');
    if (remove && !style.removes)
      throw new Refusal(
        'The format has no removals',
        `--to ${style.id} --remove`,
        STYLES.filter((each) => each.removes)
          .map((each) => each.id)
          .join(', '),
      );
    const plan = await planOf(words[0] ?? '-', terminal);
    const { files, refused } = style.render({ plan, analysis: engine.analyze(plan, catalogs), date, remove });
    const remarks = refused.map(
      ({ line, where, what, reason }) => `refused: ${line}, ${quoted(`${where}, ${what}`, 300)}: ${quoted(reason, 300)}`,
    );
    return { output: '', exit: 0, files: nameFiles(files), extensions: style.extensions, remarks };
  },
};

/** The files with their names, each name once. */
export function nameFiles(files: readonly FirewallFile[]): { readonly name: string; readonly text: string }[] {
  const subjects = new Map<string, Set<string>>();
  for (const { of, extension } of files) {
    const name = `${fileName(of.name, of.id)}.${extension}`;
    subjects.set(name, (subjects.get(name) ?? new Set()).add(of.id));
  }
  return files.map(({ of, extension, text }) => {
    const name = `${fileName(of.name, of.id)}.${extension}`;
    // Ids that start alike: the digest of the whole id tells them apart.
    const apart = (subjects.get(name)?.size ?? 0) > 1 ? `${fileName(of.name, `~${of.id}`)}.${extension}` : name;
    return { name: apart, text };
  });
}

function isDay(text: string): boolean {
  const found = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!found) return false;
  const [year, month, day] = found.slice(1).map(Number) as [number, number, number];
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1];
  return days !== undefined && day >= 1 && day <= days;
}
