import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { obtainBrowser } from '../scripts/browser.mjs';
import { buildPage } from '../scripts/build-page.mjs';
import { ROOT } from '../scripts/root.mjs';

/**
 * Kills the page while it is edited, again and again, and asks what is left: every edit older than a second has to be there.
 * One kill in twenty ends the whole browser, the others its renderer. `node bench/keep-kills.mjs [KILLS [SEED]]`.
 */
const [kills = 500, seed = 1] = process.argv.slice(2).map(Number);
const PORT = Number(process.env.E2E_PORT ?? 4188);
const SECOND = 1000;

let state = seed >>> 0;
/** The same numbers from 0 to 1 for the same seed. */
const chance = () => {
  state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
  return state / 4_294_967_296;
};
const pause = (/** @type {number} */ milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

await buildPage();
const executable = await obtainBrowser();
const profile = mkdtempSync(join(tmpdir(), 'portolan-kills-'));
const server = spawn(process.execPath, [join(ROOT, 'scripts/serve.mjs')], { env: { ...process.env, PORT: String(PORT) }, stdio: 'ignore' });
/** @type {import('node:child_process').ChildProcess | null} */
let browserProcess = null;
process.once('exit', () => {
  server.kill();
  endBrowser();
  rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
});

let browser = await start();
let lost = 0;
let oldest = 0;
let whole = 0;
const started = Date.now();
for (let kill = 1; kill <= kills; kill += 1) {
  const page = await opened();
  /** @type {{ title: string, at: number }[]} */
  const edits = [];
  const until = Date.now() + 200 + chance() * 2300;
  const field = page.getByRole('complementary', { name: 'Inspector' }).getByLabel('Title', { exact: true });
  while (Date.now() < until) {
    const title = `kill ${kill} edit ${edits.length}`;
    await field.fill(title);
    // The edit is made at the latest when the key has been handled: the earlier time is the stricter one.
    const at = Date.now();
    await field.press('Enter');
    edits.push({ title, at });
    await pause(chance() * (chance() < 0.8 ? 80 : 700));
  }
  const at = Date.now();
  if (kill % 20 === 0) {
    whole += 1;
    endBrowser();
    browser = await start();
  } else {
    const session = await page.context().newCDPSession(page);
    session.send('Page.crash').catch(() => undefined);
    await page.waitForEvent('crash', { timeout: 10_000 }).catch(() => undefined);
    await page.close();
  }
  const again = await opened();
  const title = await again.getByRole('heading', { level: 1 }).textContent();
  await again.close();
  const kept = edits.findIndex((edit) => edit.title === title);
  const missing = edits.slice(kept + 1);
  oldest = Math.max(oldest, at - (missing[0]?.at ?? at));
  const due = missing.filter((edit) => edit.at < at - SECOND);
  if (due.length > 0) {
    lost += 1;
    console.log(`kill ${kill}: kept “${title}”, lost ${due.map((edit) => `${edit.title}, ${at - edit.at} ms old`).join('; ')}`);
  }
  if (kill % 50 === 0)
    console.log(`${kill} kills, ${lost} with a loss, oldest lost edit ${oldest} ms, ${Math.round((Date.now() - started) / 1000)} s`);
}
console.log(
  `${kills} kills, ${whole} of them of the whole browser, seed ${seed}: ${lost} lost an edit older than a second; the oldest lost edit was ${oldest} ms old`,
);
process.exit(lost === 0 ? 0 : 1);

/** A page with the plan of last time, a blank one the first time. */
async function opened() {
  const [context] = browser.contexts();
  if (!context) throw new Error('The browser has no window');
  const page = await context.newPage();
  await page.goto(`http://localhost:${PORT}/`);
  const heading = page.getByRole('heading', { level: 1 });
  await heading.waitFor();
  const blank = page.getByRole('button', { name: 'Blank plan', exact: true });
  if (await blank.isVisible()) await blank.click();
  await page.getByRole('complementary', { name: 'Inspector' }).getByLabel('Title', { exact: true }).waitFor();
  return page;
}

/**
 * Starts the browser on the profile of this run.
 * @returns {Promise<import('@playwright/test').Browser>}
 */
async function start() {
  if (executable === null) throw new Error('Chromium or Chrome is needed');
  const child = spawn(
    executable,
    [
      '--headless',
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--disable-gpu',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--lang=en-GB',
      '--window-size=1440,900',
      `--user-data-dir=${profile}`,
      '--remote-debugging-port=0',
      'about:blank',
    ],
    { detached: true, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  browserProcess = child;
  const address = await new Promise((resolve, reject) => {
    let said = '';
    child.stderr.setEncoding('utf8').on('data', (text) => {
      said += text;
      const found = /DevTools listening on (ws:\S+)/.exec(said);
      if (found) resolve(found[1]);
    });
    child.once('exit', () => reject(new Error(`The browser ended:\n${said}`)));
  });
  return chromium.connectOverCDP(address);
}

/** Ends the browser of this run and all its processes at once. */
function endBrowser() {
  if (browserProcess?.pid === undefined) return;
  try {
    process.kill(-browserProcess.pid, 'SIGKILL');
  } catch {
    // It has ended already.
  }
  browserProcess = null;
}
