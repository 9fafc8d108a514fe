import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../root.mjs';

/** @typedef {import('./mutants.mjs').Mutant & { key: string }} Keyed */
/** @typedef {Readonly<Record<string, string | null>>} Found the test that finds a fault, by key; null where none does */

/** @typedef {{ file: string, was: string, is: string, reason: string }} Judgement */

/** @type {readonly Judgement[]} faults that change nothing anybody can see, each by its exact code */
const JUDGED = JSON.parse(readFileSync(join(ROOT, 'bench', 'mutation-judged.json'), 'utf8'));
const REASONS = new Map(JUDGED.map(({ file, was, is, reason }) => [JSON.stringify([file, was, is]), reason]));

/** @param {import('./mutants.mjs').Mutant} mutant @returns {string | null} why no test can find it, or null where nobody judged so */
export function reasonOf({ file, was, is }) {
  return REASONS.get(JSON.stringify([file, was, is])) ?? null;
}

/**
 * Gives every fault a key that stays while its own code does: file, code, what stands in its place, and which of several alike.
 * @param {readonly import('./mutants.mjs').Mutant[]} mutants
 * @returns {Keyed[]}
 */
export function keyed(mutants) {
  /** @type {Map<string, number>} */
  const alike = new Map();
  return mutants.map((mutant) => {
    const key = JSON.stringify([mutant.file, mutant.was, mutant.is]);
    const number = (alike.get(key) ?? 0) + 1;
    alike.set(key, number);
    return { ...mutant, key: number === 1 ? key : `${key} ${number}` };
  });
}

/** @param {readonly Keyed[]} all @param {Found} found @returns {string} those that were tried: one row for each file, and the sum */
export function tally(all, found) {
  const mutants = all.filter((mutant) => found[mutant.key] !== undefined);
  const files = [...new Set(mutants.map((mutant) => mutant.file))];
  const row = (/** @type {string} */ name, /** @type {readonly Keyed[]} */ list) => {
    const killed = list.filter((mutant) => typeof found[mutant.key] === 'string').length;
    const judged = list.filter((mutant) => found[mutant.key] === null && reasonOf(mutant) !== null).length;
    const share = (/** @type {number} */ of) => (of === 0 ? '–' : `${((100 * killed) / of).toFixed(1)} %`);
    return `| ${name} | ${list.length} | ${killed} | ${list.length - killed} | ${judged} | ${share(list.length)} | ${share(list.length - judged)} |`;
  };
  return [
    '| file | faults | found | not found | of these equivalent | score | without the equivalent |',
    '|---|---|---|---|---|---|---|',
    ...files.map((file) =>
      row(
        file.replace('src/engine/', ''),
        mutants.filter((mutant) => mutant.file === file),
      ),
    ),
    row('**all**', mutants),
  ].join('\n');
}

/** @param {readonly Keyed[]} mutants @param {Found} found @param {number} seed @returns {string} the page `bench/mutation.md` */
export function record(mutants, found, seed) {
  const left = mutants.filter((mutant) => found[mutant.key] === null);
  const tried = mutants.filter((mutant) => found[mutant.key] !== undefined).length;
  const code = (/** @type {string} */ text) =>
    `\`${(text.length > 90 ? `${text.slice(0, 90)}…` : text || ' ').replaceAll('`', "'").replaceAll('|', '\\|')}\``;
  return `# Mutation testing of the engine

\`npm run mutation\` puts small faults into \`src/engine\`, one at a time, and counts those that a test of the engine finds: comparisons flipped or
shifted, conditions fixed to true or false, clauses dropped, statements, steps of a chain and members of lists left out, numbers, flags and names
changed, plus and minus swapped. The words of findings are left alone: every text with a space in it. So are the naive engine and the exact search,
which only tests ask. All faults stand in one bundle behind switches; a fault meets the tests that reach its place, quickest first. Laws try fewer
random plans than in \`npm test\`, and tests that take longest are not asked: the true score can only be higher. A fault that makes a test run
for ever counts as found. \`npm run mutation -- --survivors\` tries again only what was not found. Faults that change nothing anybody can see are
listed in \`bench/mutation-judged.json\` by their exact code, each with its reason.

## Score

Tried: ${tried} of ${mutants.length} faults${tried < mutants.length ? `, a scattered sample (seed ${seed})` : ''}.

${tally(mutants, found)}

## Not found

| place | code | fault | judgement |
|---|---|---|---|
${left.map((mutant) => `| ${mutant.file.replace('src/engine/', '')}:${mutant.line} | ${code(mutant.was)} | ${code(mutant.is)} | ${reasonOf(mutant) ?? 'not judged equivalent'} |`).join('\n')}
`;
}
