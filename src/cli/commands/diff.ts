import { compare } from '../../engine/compare.ts';
import { DIFFERENCE_FORMATS, differenceCsv, differenceJson } from '../../report/difference.ts';
import type { Command } from '../context.ts';
import { planOf } from '../plan-argument.ts';
import { Refusal } from '../refusal.ts';

export const diff: Command = {
  usage: 'OLD NEW',
  summary: 'Openings to add, remove and change between two plans; exits with 1 if they differ',
  options: { format: DIFFERENCE_FORMATS },
  words: [2, 2],
  run: async ({ words: [oldWord = '', newWord = ''], options }, { terminal, engine, catalogs }) => {
    if (oldWord === '-' && newWord === '-') throw new Refusal('Standard input can be read only once', 'diff - -', 'at most one -');
    const oldPlan = await planOf(oldWord, terminal);
    const newPlan = await planOf(newWord, terminal);
    const before = { plan: oldPlan, analysis: engine.analyze(oldPlan, catalogs) };
    const after = { plan: newPlan, analysis: engine.analyze(newPlan, catalogs) };
    const difference = compare(before.analysis, after.analysis);
    const input = { before, after, difference };
    const differ = difference.add.length + difference.remove.length + difference.change.length > 0;
    return { output: options.format === 'json' ? differenceJson(input) : differenceCsv(input), exit: differ ? 1 : 0 };
  },
};
