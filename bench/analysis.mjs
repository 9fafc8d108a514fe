// How long a whole analysis takes beside merely allocating its records: `node bench/analysis.mjs [runs]`, from the project's root.
import { createServer } from 'vite';

const [runs = '5'] = process.argv.slice(2);
const server = await createServer({ server: { middlewareMode: true, watch: null, ws: false }, appType: 'custom', logLevel: 'error' });
const module = await server.ssrLoadModule('/bench/analysis.ts');

const clock = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};
/** @param {(string | number)[]} cells */
const line = (cells) => process.stdout.write(`| ${cells.join(' | ')} |\n`);
const heads = ['components', 'zones', 'flows', 'openings', 'records', 'analysis ms', 'allocation ms', 'ratio'];
heads.push('edit ms', 'of an analysis', 'every pair ms', 'times slower');
line(heads);
line(heads.map(() => '---'));
/** @type {[number, number][]} */
const sizes = [
  [100, 12],
  [1000, 100],
  [3000, 100],
  [10000, 100],
];
for (const [components, zones] of sizes) {
  // Every pair of more components takes minutes, and so do many runs of the largest plan.
  const row = module.measure(components, zones, components > 3000 ? 1 : Number(runs), components <= 1000, clock);
  line([
    row.components,
    row.zones,
    row.flows,
    row.openings,
    row.records,
    row.analysis.toFixed(1),
    row.allocation.toFixed(1),
    (row.analysis / row.allocation).toFixed(1),
    row.edit.toFixed(1),
    (row.edit / row.analysis).toFixed(2),
    row.pairs === null ? '' : row.pairs.toFixed(1),
    row.pairs === null ? '' : (row.pairs / row.analysis).toFixed(1),
  ]);
}
await server.close();
