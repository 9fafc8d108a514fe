import type { Command } from '../context.ts';
import { formatsOf, report } from './report.ts';

export const flows: Command = {
  usage: 'PLAN',
  summary: 'Every derived flow, crossing or not',
  options: { format: formatsOf('flows') },
  words: [1, 1],
  run: async (given, context) => ({ output: (await report('flows', given, context)).output, exit: 0 }),
};
