// How few boxes the engine covers permits with, and how fast: `node bench/consolidation.mjs [cases] [steps]`, from the project's root.
import { runnerImport } from 'vite';

const [cases = '200', steps = '300'] = process.argv.slice(2);
const { module } = await runnerImport('./bench/consolidation.ts');

/** @param {number} value */
const ratio = (value) => value.toFixed(3);
/** @param {string[]} cells */
const line = (cells) => process.stdout.write(`| ${cells.join(' | ')} |\n`);
/** @param {string[]} heads */
const head = (heads) => {
  line(heads);
  line(heads.map(() => '---'));
};

for (const kind of ['disjoint', 'overlapping']) {
  process.stdout.write(`\nBoxes beside the exact optimum of ${kind} covers, up to 12 x 8 x 8, ${steps} steps of search a case\n\n`);
  head(['kind', 'cases', 'solved exactly', 'mean', 'worst', 'uniting: mean', 'worst']);
  for (const row of module.quality(kind, Number(cases), Number(steps)))
    line([
      row.kind,
      String(row.cases),
      String(row.solved),
      ratio(row.mean),
      ratio(row.worst),
      ratio(row.unitedMean),
      ratio(row.unitedWorst),
    ]);
}

const processorSeconds = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
};
process.stdout.write('\nLarge sets\n\n');
head(['kind', 'sizes', 'permits', 'planted', 'boxes', 'ratio', 'uniting', 'seconds', 'of the processor']);
for (const row of module.large(processorSeconds))
  line([
    row.name,
    row.sizes,
    String(row.permits),
    row.planted === null ? '' : String(row.planted),
    String(row.boxes),
    row.planted === null ? '' : ratio(row.boxes / row.planted),
    String(row.united),
    row.seconds.toFixed(2),
    row.processorSeconds.toFixed(2),
  ]);
