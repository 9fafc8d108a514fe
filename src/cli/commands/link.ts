import { quoted } from '../../model/printable.ts';
import { encodeLink, encodeSealedLink } from '../../share/link.ts';
import type { Command } from '../context.ts';
import { planOf } from '../plan-argument.ts';
import { Refusal } from '../refusal.ts';

export const link: Command = {
  usage: 'PLAN',
  summary: 'The plan as a share link; --base puts the address of the page before it, --seal seals it with PORTOLAN_PASSPHRASE',
  options: { base: null },
  flags: ['seal'],
  words: [1, 1],
  run: async ({ words, options, flags }, { terminal }) => {
    const base = options.base ?? '';
    if (base !== '' && !/^(https?|file):\/\/[^\s<>"]+$/i.test(base))
      throw new Refusal('This is no address of a page', quoted(base), 'an address that starts with https://, http:// or file://');
    const plan = await planOf(words[0] ?? '-', terminal);
    const { passphrase } = terminal;
    if (flags.has('seal') && !passphrase)
      throw new Refusal('There is no passphrase to seal with', 'environment', 'the passphrase in PORTOLAN_PASSPHRASE');
    const encoded = flags.has('seal') ? await encodeSealedLink(plan, passphrase ?? '', base) : encodeLink(plan, base);
    if (!encoded.ok) throw Refusal.of(encoded.error, words[0] ?? '-');
    return { output: `${encoded.link}\n`, exit: 0 };
  },
};
