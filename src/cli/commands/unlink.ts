import { quoted } from '../../model/printable.ts';
import { writePlan } from '../../model/write-plan.ts';
import { decodeLink, isLink } from '../../share/link.ts';
import type { Command } from '../context.ts';
import { Refusal } from '../refusal.ts';

export const unlink: Command = {
  usage: 'LINK',
  summary: 'The plan file that a share link carries',
  options: {},
  words: [1, 1],
  run: async ({ words }) => {
    const [word = ''] = words;
    if (!isLink(word)) throw new Refusal('This is no share link', quoted(word), 'a link with #p=');
    const read = decodeLink(word);
    if (!read.ok) throw Refusal.of(read.error, 'link');
    return { output: writePlan(read.plan), exit: 0 };
  },
};
