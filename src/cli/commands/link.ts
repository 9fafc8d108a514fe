import { quoted } from '../../model/printable.ts';
import { encodeLink } from '../../share/link.ts';
import type { Command } from '../context.ts';
import { planOf } from '../plan-argument.ts';
import { Refusal } from '../refusal.ts';

export const link: Command = {
  usage: 'PLAN',
  summary: 'The plan as a share link; --base puts the address of the page before it',
  options: { base: null },
  words: [1, 1],
  run: async ({ words, options }, { terminal }) => {
    const base = options.base ?? '';
    if (base !== '' && !/^(https?|file):\/\/[^\s<>"]+$/i.test(base))
      throw new Refusal('This is no address of a page', quoted(base), 'an address that starts with https://, http:// or file://');
    const encoded = encodeLink(await planOf(words[0] ?? '-', terminal), base);
    if (!encoded.ok) throw Refusal.of(encoded.error, words[0] ?? '-');
    return { output: `${encoded.link}\n`, exit: 0 };
  },
};
