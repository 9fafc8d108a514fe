// The built page in Chromium against links, texts and files that mean harm: `npm run hostile -- page [LINKS [SEED]]`.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { createServer } from 'vite';
import { obtainBrowser } from '../../scripts/browser.mjs';
import { buildPage } from '../../scripts/build-page.mjs';
import { ROOT } from '../../scripts/root.mjs';

const PORT = Number(process.env.E2E_PORT ?? 4189);
const HOME = `http://localhost:${PORT}/`;

/** @typedef {import('@playwright/test').Page} Page */

/** @param {string[]} words */
export async function hostilePage([links = '2000', seed = '1']) {
  await buildPage();
  const executablePath = await obtainBrowser();
  const server = spawn(process.execPath, [join(ROOT, 'scripts/serve.mjs')], {
    env: { ...process.env, PORT: String(PORT) },
    stdio: 'ignore',
  });
  const folder = mkdtempSync(join(tmpdir(), 'portolan-hostile-'));
  process.once('exit', () => {
    server.kill();
    rmSync(folder, { recursive: true, force: true });
  });
  const sources = await createServer({ server: { middlewareMode: true, watch: null, ws: false }, appType: 'custom', logLevel: 'error' });
  const browser = await chromium.launch({ ...(executablePath === null ? {} : { executablePath }), args: ['--no-sandbox'] });
  console.log('| page | tried | harm |\n| --- | --- | --- |');
  await changedLinks(browser, sources, Number(links), Number(seed));
  await texts(browser, sources);
  await files(browser, folder);
  await browser.close();
  await sources.close();
  server.kill();
}

/**
 * A page that tells of all that should not happen: errors, breaches of the content policy, other origins, dialogs of the browser.
 * @param {import('@playwright/test').Browser} browser
 */
async function watched(browser) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 720 } });
  /** @type {string[]} */
  const harm = [];
  context.on('request', (request) => {
    const { protocol, origin } = new URL(request.url());
    if (/^https?:$/.test(protocol) && origin !== new URL(HOME).origin) harm.push(`asked for ${request.url()}`);
  });
  context.on('console', (message) => {
    if (message.type() === 'error') harm.push(message.text());
  });
  context.on('weberror', (error) => harm.push(String(error.error())));
  context.on('dialog', (dialog) => {
    harm.push(`a dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ violatedDirective }) => console.error(`content policy: ${violatedDirective}`));
  });
  context.setDefaultTimeout(15_000);
  return { page: await context.newPage(), harm, context };
}

/**
 * @param {string} what
 * @param {number} tried
 * @param {string[]} harm
 */
function report(what, tried, harm) {
  console.log(`| ${what} | ${tried} | ${harm.length === 0 ? 'none' : `${harm.length}: ${[...new Set(harm)].slice(0, 5).join('; ')}`} |`);
  if (harm.length > 0) process.exitCode = 1;
}

/** The plan as its file holds it. @param {Page} page */
async function savedPlan(page) {
  await page.getByRole('banner').getByRole('button', { name: 'Export', exact: true }).click();
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('menuitem', { name: 'Plan file' }).click()]);
  const stream = await file.createReadStream();
  let text = '';
  for await (const piece of stream) text += piece;
  return text;
}

/**
 * Puts changed links into the address of a page with a kept plan. Every one must be answered, and the kept plan must be the same at the end.
 * @param {import('@playwright/test').Browser} browser
 * @param {import('vite').ViteDevServer} sources
 * @param {number} count
 * @param {number} seed
 */
async function changedLinks(browser, sources, count, seed) {
  const { chance, forged, misshapen, mistyped, originals } = await sources.ssrLoadModule('/bench/hostile/links.ts');
  const { encodeLink } = await sources.ssrLoadModule('/src/share/link.ts');
  const { page, harm, context } = await watched(browser);
  await page.goto(HOME);
  await page.getByRole('button', { name: 'Use template: Tanium with a zone server', exact: true }).click();
  await page.getByRole('textbox', { name: 'Title' }).fill('Kept');
  await page.getByRole('textbox', { name: 'Title' }).press('Enter');
  const kept = await savedPlan(page);
  const pick = chance(seed);
  const plans = originals();
  let [opened, refused] = [0, 0];
  for (let number = 0; number < count; number += 1) {
    const plan = plans[number % plans.length];
    const { link } = encodeLink(plan);
    const changed = number % 3 === 0 ? mistyped(link, pick) : number % 3 === 1 ? forged(link, pick) : misshapen(plan, pick);
    if (!changed.startsWith('#p=')) continue;
    await page.evaluate((hash) => window.location.assign(hash), changed);
    const notice = page.getByRole('region', { name: /Notifications/ }).getByRole('listitem');
    const copy = page.getByText('Opened from a link', { exact: false });
    try {
      await notice.or(copy).first().waitFor({ timeout: 10_000 });
    } catch {
      harm.push(`no answer to ${changed}`);
      break;
    }
    if (await copy.isVisible()) {
      opened += 1;
      await page.goto('about:blank');
      await page.goto(HOME);
      await page.getByRole('banner').getByRole('button', { name: 'Export', exact: true }).waitFor();
    } else {
      refused += 1;
      await notice.getByRole('button', { name: 'Close' }).first().click();
    }
    if (new URL(page.url()).hash !== '') harm.push('a link stays in the address');
  }
  await page.getByRole('banner').getByRole('button', { name: 'Export', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Show all plans' }).click();
  await page
    .getByRole('article', { name: 'Kept', exact: true })
    .getByRole('link', { name: 'Kept' })
    .or(page.getByRole('button', { name: 'Open Kept' }))
    .first()
    .click();
  if ((await savedPlan(page)) !== kept) harm.push('the kept plan is another one');
  report(`changed links in the address, ${opened} opened as a copy, ${refused} refused`, count, harm);
  await context.close();
}

/**
 * Opens a plan with a hostile text in every field, visits every place that shows it, and opens its HTML and SVG without any content policy.
 * @param {import('@playwright/test').Browser} browser
 * @param {import('vite').ViteDevServer} sources
 */
async function texts(browser, sources) {
  const { PAYLOADS } = await sources.ssrLoadModule('/bench/hostile/payloads.ts');
  const { planWith } = await sources.ssrLoadModule('/bench/hostile/plan.ts');
  const { documentsOf } = await sources.ssrLoadModule('/bench/hostile/documents.ts');
  const { writePlan } = await sources.ssrLoadModule('/src/model/write-plan.ts');
  /** @type {string[]} */
  const harms = [];
  for (const payload of PAYLOADS) {
    const { page, harm, context } = await watched(browser);
    const plan = planWith(payload);
    try {
      await page.goto(HOME);
      const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.getByRole('button', { name: /^Open a file/ }).click()]);
      await chooser.setFiles({ name: 'x.plan.json', mimeType: 'application/json', buffer: Buffer.from(writePlan(plan)) });
      await visit(page);
      harm.push(...(await page.evaluate(foreignElements)));
      for (const markup of await documentsOf(plan)) {
        const bare = await context.newPage();
        await bare.setContent(markup);
        await bare.waitForTimeout(50);
        if (await bare.evaluate(() => 'HARMED' in window)) harm.push('a document ran a script');
        await bare.close();
      }
    } catch (problem) {
      harm.push(String(problem).split('\n').slice(0, 4).join(' '));
    }
    if (harm.length > 0) console.log(`${JSON.stringify(payload.slice(0, 60))}: ${harm.slice(0, 3).join('; ')}`);
    harms.push(...harm);
    await context.close();
  }
  report(
    'hostile texts in every field: canvas, tables, inspector, dialogs, library; HTML and SVG without a content policy',
    PAYLOADS.length,
    harms,
  );
}

/** Everywhere that texts of a plan are shown. @param {Page} page */
async function visit(page) {
  const bar = page.getByRole('banner');
  await bar.getByRole('button', { name: 'Share', exact: true }).waitFor();
  for (const tab of ['Flows', 'Host rules', 'Findings', 'Sources', 'Openings'])
    await page.getByRole('tab', { name: new RegExp(`^${tab}`) }).click();
  await page.getByRole('grid').or(page.getByRole('table')).first().getByRole('row').nth(2).click();
  await page.keyboard.press('Control+A');
  await page.keyboard.press('Escape');
  for (const entry of ['Rule sheet (PDF)', 'Firewall configuration', 'Revisions']) {
    await bar.getByRole('button', { name: 'Export', exact: true }).click();
    await page.getByRole('menuitem', { name: entry }).first().click();
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('Escape');
  }
  await page.keyboard.press('Control+K');
  await page.getByRole('dialog').waitFor();
  await page.keyboard.press('Escape');
  await bar.getByRole('button', { name: 'Export', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Show all plans' }).click();
  await page.getByRole('heading', { level: 2, name: 'Plans', exact: true }).waitFor();
}

/** Elements and attributes that the page itself never makes. Runs on the page. */
function foreignElements() {
  const found = document.querySelectorAll(
    'iframe, object, embed, base, form[action], frame, math, #root noscript, [onerror], [onload], [onclick], [onfocus], [ontoggle], a[href^="javascript" i], img[src^="http"], script:not([src])',
  );
  const harm = [...found].map((element) => `the element ${element.outerHTML.slice(0, 60)}`);
  return 'HARMED' in window ? [...harm, 'a script ran'] : harm;
}

/**
 * Opens files that are far too much. Each must be refused in words while the page stays usable.
 * @param {import('@playwright/test').Browser} browser
 * @param {string} folder
 */
async function files(browser, folder) {
  const start = '{"format":"portolan.plan","version":1,"zones":[],"hosts":[]';
  const deep = `${start},"x":${'['.repeat(5_000_000)}`;
  const wide = `${start},"x":[${'0,'.repeat(5_000_000)}0]}`;
  const long = `${start},"title":"${'a'.repeat(10 * 1024 * 1024)}"}`;
  for (const [name, text] of [
    ['deep', deep],
    ['wide', wide],
    ['long', long],
  ])
    writeFileSync(join(folder, `${name}.plan.json`), text ?? '');
  writeFileSync(join(folder, 'gigabyte.plan.json'), start);
  truncateSync(join(folder, 'gigabyte.plan.json'), 2 ** 30);
  for (const name of ['deep', 'wide', 'long', 'gigabyte']) {
    const { page, harm, context } = await watched(browser);
    await page.goto(HOME);
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.getByRole('button', { name: /^Open a file/ }).click()]);
    const started = Date.now();
    await chooser.setFiles(join(folder, `${name}.plan.json`));
    const notice = page.getByRole('region', { name: /Notifications/ }).getByRole('listitem');
    const said = await notice.textContent({ timeout: 20_000 }).catch(() => null);
    const took = Date.now() - started;
    if (said === null) harm.push('no answer');
    await page
      .getByRole('button', { name: 'Blank plan', exact: true })
      .click({ timeout: 5_000 })
      .catch(() => harm.push('the page does not go on'));
    report(`a file of ${name === 'gigabyte' ? '1 GiB' : '10 MiB'}, ${name}: “${said}” after ${took} ms`, 1, harm);
    await context.close();
  }
}
