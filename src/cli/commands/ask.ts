import { ask as askAnalysis, type Question } from '../../engine/ask.ts';
import { qualify } from '../../model/catalog.ts';
import { PROTOCOLS, type Protocol } from '../../model/plan.ts';
import { parsePorts } from '../../model/ports.ts';
import { quoted } from '../../model/printable.ts';
import { answerJson, answerText } from '../../report/answer.ts';
import type { Command } from '../context.ts';
import { planOf } from '../plan-argument.ts';
import { Refusal } from '../refusal.ts';

export const ask: Command = {
  usage: 'PLAN FROM TO PROTOCOL [PORT]',
  summary: 'Whether a connection is required, by whose rule and through which points; exits with 1 if it is not',
  options: { format: ['json', 'text'] },
  words: [4, 5],
  run: async ({ words, options }, { terminal, engine, catalogs }) => {
    const [word = '', from = '', to = '', protocol = '', port] = words;
    const question = { from, to, ...service(protocol, port) };
    const plan = await planOf(word, terminal);
    const externals = new Set(catalogs.flatMap((catalog) => catalog.externals.map((external) => qualify(catalog.product, external.id))));
    const input = { plan, analysis: engine.analyze(plan, catalogs) };
    const answer = askAnalysis(plan, input.analysis, externals, question);
    if ('unknown' in answer)
      throw new Refusal(
        'The plan has no such end',
        quoted(answer.unknown),
        'the id of a host, component or external service, a domain name or an address',
      );
    return { output: options.format === 'text' ? answerText(answer, input) : answerJson(answer), exit: answer.required ? 0 : 1 };
  },
};

/** PROTOCOL and PORT as written: `tcp 443`, `udp 34322-34323`, `icmp 8`, `icmp`, `esp`, `47`. */
function service(word: string, port: string | undefined): Pick<Question, 'protocol' | 'ports' | 'icmpType'> {
  const protocol = readProtocol(word);
  const given = port === undefined || port === '-' || port === '' ? null : port;
  if (protocol === 'tcp' || protocol === 'udp') {
    const ports = parsePorts(given ?? '');
    if (!ports) throw new Refusal('This is no port', quoted(given ?? 'PORT'), 'a port such as 443');
    return { protocol, ports, icmpType: null };
  }
  if (protocol !== 'icmp') {
    if (given !== null) throw new Refusal('This protocol has no ports', quoted(given), `${protocol} without a port`);
    return { protocol, ports: [], icmpType: null };
  }
  if (given === null || given === 'any') return { protocol, ports: [], icmpType: null };
  if (!/^\d{1,3}$/.test(given) || Number(given) > 255)
    throw new Refusal('This is no ICMP type', quoted(given), 'a number 0 to 255, or any');
  return { protocol, ports: [], icmpType: Number(given) };
}

function readProtocol(word: string): Protocol {
  const name = word.toLowerCase();
  const known = PROTOCOLS.find((protocol) => protocol === name);
  if (known) return known;
  if (/^\d{1,3}$/.test(name) && Number(name) <= 255) return Number(name);
  throw new Refusal('This is no protocol', quoted(word), `${PROTOCOLS.join(', ')} or a number 0 to 255`);
}
