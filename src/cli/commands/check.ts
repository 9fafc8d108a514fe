import type { Command } from '../context.ts';
import { formatsOf, report } from './report.ts';

export const check: Command = {
  usage: 'PLAN',
  summary: 'Findings; exits with 1 if one of them is an error',
  options: { format: formatsOf('check') },
  words: [1, 1],
  run: async (given, context) => {
    const { analysis, output } = await report('check', given, context);
    return { output, exit: analysis.findings.some((finding) => finding.severity === 'error') ? 1 : 0 };
  },
};
