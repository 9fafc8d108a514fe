// How long share links are beside pako and lz-string of the same plans: `node bench/links.mjs`, from the project's root.
import { createServer } from 'vite';

const server = await createServer({ server: { middlewareMode: true, watch: null, ws: false }, appType: 'custom', logLevel: 'error' });
const { PLANS, measure } = await server.ssrLoadModule('/bench/links.ts');

/** @param {(string | number)[]} cells */
const line = (cells) => process.stdout.write(`| ${cells.join(' | ')} |\n`);
const heads = ['plan', 'components', 'zones', 'link', 'a component', 'pako', 'a component', 'lz-string', 'a component'];
line(heads);
line(heads.map(() => '---'));
for (const make of PLANS) {
  const { plan, components, zones, link, pako, lzString } = measure(make());
  const each = (/** @type {number} */ length) => (length / components).toFixed(1);
  line([plan, components, zones, link, each(link), pako, each(pako), lzString, each(lzString)]);
}
await server.close();
