import type { Command } from '../context.ts';
import { formatsOf, report } from './report.ts';

export const hosts: Command = {
  usage: 'PLAN',
  summary: "Rules of the hosts' own firewalls",
  options: { format: formatsOf('hosts') },
  words: [1, 1],
  run: async (given, context) => ({ output: (await report('hosts', given, context)).output, exit: 0 }),
};
