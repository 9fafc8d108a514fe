import { hostileDocuments } from '../bench/hostile/documents.mjs';
import { hostileLinks } from '../bench/hostile/links.mjs';
import { hostilePage } from '../bench/hostile/page.mjs';

/** Trials with input that means harm. The last records stand in bench/hostile.md. */
const PARTS = { links: hostileLinks, documents: hostileDocuments, page: hostilePage };

const [part = '', ...words] = process.argv.slice(2);
if (!Object.hasOwn(PARTS, part)) {
  console.error('Usage: npm run hostile -- links [COUNT [SEED [KIND]]] | documents | page [LINKS [SEED]]');
  process.exit(2);
}
await PARTS[/** @type {keyof typeof PARTS} */ (part)](words);
