import { quoted } from '../../model/printable.ts';
import { explain as explainId, explanationJson, explanationText } from '../../report/explain.ts';
import type { Command } from '../context.ts';
import { planOf } from '../plan-argument.ts';
import { Refusal } from '../refusal.ts';

export const explain: Command = {
  usage: 'PLAN OPENING-OR-FLOW-ID',
  summary: 'Why an opening or flow is there: its flows, rules, settings and sources',
  options: { format: ['text', 'json'] },
  words: [2, 2],
  run: async ({ words, options }, { terminal, engine, catalogs }) => {
    const [word = '', id = ''] = words;
    const plan = await planOf(word, terminal);
    // Ids of openings come from their content: the exact list has others than the merged one.
    for (const detail of ['merged', 'exact'] as const) {
      const input = { plan, analysis: engine.analyze(plan, catalogs, { detail }) };
      const explanation = explainId(input, id);
      if (explanation)
        return { output: options.format === 'json' ? explanationJson(explanation) : explanationText(explanation, input), exit: 0 };
    }
    throw new Refusal('The plan has no opening or flow of this id', quoted(id), 'an id from openings or flows of this plan');
  },
};
