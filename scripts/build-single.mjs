import { createHash } from 'node:crypto';
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { installDependencies } from './dependencies.mjs';
import { ROOT } from './root.mjs';

const TARGET = 'dist-single/portolan.html';

installDependencies();
const { build } = await import('vite');
await build({ root: ROOT, configFile: join(ROOT, 'vite.single.config.ts'), mode: 'single' });
const built = join(ROOT, 'dist-single/index.html');
const html = finished(readFileSync(built, 'utf8'));
writeFileSync(built, html);
renameSync(built, join(ROOT, TARGET));
console.log(`Built ${TARGET}, ${(Buffer.byteLength(html) / 1024 / 1024).toFixed(1)} MB`);

/**
 * The built page without anything beside it: the theme script and the icon inside, no manifest, and a policy that runs exactly the scripts
 * and styles that stand in it.
 * @param {string} html
 */
function finished(html) {
  const theme = readFileSync(join(ROOT, 'public/theme.js'), 'utf8');
  const icon = readFileSync(join(ROOT, 'public/icon.svg')).toString('base64');
  const whole = html
    .replace(/<script src="[^"]*theme\.js"><\/script>/, () => `<script>${theme}</script>`)
    .replace(/<link rel="icon"[^>]*>/, () => `<link rel="icon" type="image/svg+xml" href="data:image/svg+xml;base64,${icon}">`)
    .replace(/\s*<link rel="manifest"[^>]*>/, '');
  for (const left of whole.matchAll(/<(?:script|link)\b[^>]*\b(?:src|href)="(?!data:)([^"]*)"/g))
    throw new Error(`The single file still asks for ${left[1]}`);
  const policy = [
    "default-src 'none'",
    `script-src ${hashes(whole, 'script')}`,
    `style-src ${hashes(whole, 'style')}`,
    'img-src data: blob:',
    'font-src data:',
    'worker-src blob:',
    "connect-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types default',
  ].join('; ');
  return whole.replace('<head>', () => `<head>\n    <meta http-equiv="Content-Security-Policy" content="${policy}">`);
}

/**
 * The hashes of every element of that name, as a policy lists them.
 * @param {string} html
 * @param {'script' | 'style'} element
 */
function hashes(html, element) {
  const found = [...html.matchAll(new RegExp(`<${element}\\b[^>]*>([\\s\\S]*?)</${element}>`, 'g'))];
  return found.map(([, text = '']) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`).join(' ');
}
