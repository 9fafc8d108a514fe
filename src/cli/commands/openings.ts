import type { Command } from '../context.ts';
import { formatsOf, report } from './report.ts';

export const openings: Command = {
  usage: 'PLAN',
  summary: 'The rule sheet: every opening the plan needs',
  options: { format: formatsOf('openings'), detail: ['merged', 'exact'] },
  words: [1, 1],
  run: async (given, context) => ({ output: (await report('openings', given, context)).output, exit: 0 }),
};
