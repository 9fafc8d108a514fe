// How long share links are beside the deflated JSON of the same plans: `node bench/links.mjs`, from the project's root.
import { createServer } from 'vite';

const server = await createServer({ server: { middlewareMode: true, watch: null, ws: false }, appType: 'custom', logLevel: 'error' });
const module = await server.ssrLoadModule('/bench/links.ts');

/** @param {(string | number)[]} cells */
const line = (cells) => process.stdout.write(`| ${cells.join(' | ')} |\n`);
const heads = ['components', 'zones', 'link', 'a component', 'deflated JSON', 'a component'];
line(heads);
line(heads.map(() => '---'));
const sizes = [
  { components: 20, zones: 6 },
  { components: 50, zones: 12 },
  { components: 200, zones: 20 },
];
for (const { components, zones } of sizes) {
  const { link, json } = module.measure(components, zones);
  line([components, zones, link, (link / components).toFixed(1), json, (json / components).toFixed(1)]);
}
await server.close();
