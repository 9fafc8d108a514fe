import { JUDGEMENTS } from './judgements.mjs';

/** @typedef {import('./mutants.mjs').Mutant & { key: string }} Keyed */
/** @typedef {Readonly<Record<string, string | null>>} Found the test that finds a fault, by key; null where none does */

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
    const share = list.length === 0 ? '–' : `${((100 * killed) / list.length).toFixed(1)} %`;
    return `| ${name} | ${list.length} | ${killed} | ${list.length - killed} | ${share} |`;
  };
  return [
    '| file | faults | found | not found | score |',
    '|---|---|---|---|---|',
    ...files.map((file) =>
      row(
        file.replace('src/engine/', ''),
        mutants.filter((mutant) => mutant.file === file),
      ),
    ),
    row('**all**', mutants),
  ].join('\n');
}

/** @param {readonly Keyed[]} mutants @param {Found} found @returns {string} the page `bench/mutation.md` */
export function record(mutants, found) {
  const left = mutants.filter((mutant) => found[mutant.key] === null);
  const tried = mutants.filter((mutant) => found[mutant.key] !== undefined).length;
  const code = (/** @type {string} */ text) =>
    `\`${(text.length > 90 ? `${text.slice(0, 90)}…` : text || ' ').replaceAll('`', "'").replaceAll('|', '\\|')}\``;
  const judged = (/** @type {Keyed} */ mutant) =>
    JUDGEMENTS.find(({ file, code: part }) => mutant.file.endsWith(file) && mutant.was.includes(part))?.why ?? 'not judged';
  return `# Mutation testing of the engine

\`npm run mutation\` puts small faults into \`src/engine\`, one at a time, and counts those that a test of the engine finds: comparisons flipped or
shifted, conditions fixed to true or false, clauses dropped, statements, steps of a chain and members of lists left out, numbers, flags and names
changed, plus and minus swapped. The words of findings are left alone: every text with a space in it. So are the naive engine and the exact search,
which only tests ask. All faults stand in one bundle behind switches; a fault meets the tests that reach its place, quickest first. Laws try fewer
random plans than in \`npm test\`, and tests that take longest are not asked: the true score can only be higher. A fault that makes a test run
for ever counts as found. \`npm run mutation -- --survivors\` tries again only what was not found.

## Score

Tried: ${tried} of ${mutants.length} faults${tried < mutants.length ? ', a scattered sample' : ''}.

${tally(mutants, found)}

## Not found

| place | code | fault | judgement |
|---|---|---|---|
${left.map((mutant) => `| ${mutant.file.replace('src/engine/', '')}:${mutant.line} | ${code(mutant.was)} | ${code(mutant.is)} | ${judged(mutant)} |`).join('\n')}
`;
}
