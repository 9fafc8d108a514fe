// Opens changed, forged and misshapen links and bombs: `npm run hostile -- links [COUNT [SEED [KIND]]]`.
import { createServer } from 'vite';

/** @param {string[]} words */
export async function hostileLinks([count = '200000', seed = '1', only]) {
  const server = await createServer({ server: { middlewareMode: true, watch: null, ws: false }, appType: 'custom', logLevel: 'error' });
  const { BOMBS, tryLinks } = await server.ssrLoadModule('/bench/hostile/links.ts');
  const { decodeLink } = await server.ssrLoadModule('/src/share/link.ts');
  console.log('| links | tried | slowest ms | answers |\n| --- | --- | --- | --- |');
  for (const [kind, share] of /** @type {const} */ ([
    ['mistyped', 0.5],
    ['forged', 0.35],
    ['misshapen', 0.15],
  ])) {
    if (only !== undefined && only !== kind) continue;
    const tried = Math.round(Number(count) * share);
    const { answers, slowest } = tryLinks(kind, tried, Number(seed));
    const list = [...answers].sort((a, b) => b[1] - a[1]).map(([answer, times]) => `${answer} ${times}`);
    console.log(`| ${kind} | ${tried} | ${slowest.toFixed(0)} | ${list.join(', ')} |`);
  }
  console.log('\n| bomb | characters | answer | ms | heap MiB |\n| --- | --- | --- | --- | --- |');
  for (const [name, make] of BOMBS) {
    const link = make();
    const before = process.memoryUsage().heapUsed;
    const started = performance.now();
    const read = decodeLink(link);
    const took = performance.now() - started;
    const heap = (process.memoryUsage().heapUsed - before) / 2 ** 20;
    console.log(
      `| ${name} | ${link.length} | ${read.ok ? 'ok' : read.error.code} | ${took.toFixed(0)} | ${Math.max(0, heap).toFixed(0)} |`,
    );
  }
  await server.close();
}
