import { quoted } from '../../model/printable.ts';
import { writePlan } from '../../model/write-plan.ts';
import { isLink } from '../../share/link.ts';
import type { Command } from '../context.ts';
import { planOfLink } from '../plan-argument.ts';
import { Refusal } from '../refusal.ts';

export const unlink: Command = {
  usage: 'LINK',
  summary: 'The plan file that a share link carries; a sealed one opens with PORTOLAN_PASSPHRASE',
  options: {},
  words: [1, 1],
  run: async ({ words }, { terminal }) => {
    const [word = ''] = words;
    if (!isLink(word)) throw new Refusal('This is no share link', quoted(word), 'a link with #p=');
    return { output: writePlan(await planOfLink(word, terminal)), exit: 0 };
  },
};
