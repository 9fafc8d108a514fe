import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/**
 * What the search for a browser asks of the machine; a test answers in its place.
 * @typedef {{
 *   env: Readonly<Record<string, string | undefined>>,
 *   platform: string,
 *   isRoot: boolean,
 *   exists: (path: string) => boolean,
 *   runs: (command: string, args: readonly string[], options?: { loud?: boolean, seconds?: number }) => boolean,
 *   bundled: () => Promise<string | null>,
 * }} Machine
 */

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'microsoft-edge'];

/** @type {Readonly<Record<string, readonly string[]>>} */
const PLACES = {
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: [
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  ],
};

/**
 * A Chromium or Chrome that is already on the machine: the one CHROME_PATH names, one on the search path, one where its installer puts it.
 * @param {Machine} [machine]
 * @returns {string | null}
 */
export function installedBrowser(machine = THIS_MACHINE) {
  const { env, platform, exists } = machine;
  if (env.CHROME_PATH) {
    if (!exists(env.CHROME_PATH)) throw new Error(`CHROME_PATH names ${env.CHROME_PATH}, and there is no such file`);
    return env.CHROME_PATH;
  }
  const folders = [...(env.PATH ?? '').split(delimiter), '/usr/bin', '/usr/local/bin', '/snap/bin'].filter((folder) => folder !== '');
  const candidates = [...NAMES.flatMap((name) => folders.map((folder) => join(folder, name))), ...(PLACES[platform] ?? [])];
  return candidates.find((path) => exists(path)) ?? null;
}

/**
 * The browser the journeys run in, got from somewhere if the machine has none: installed, Playwright's own, Playwright's own downloaded,
 * Debian's package. Null where all of them fail.
 * @param {Machine} [machine]
 * @returns {Promise<string | null>}
 */
export async function obtainBrowser(machine = THIS_MACHINE) {
  const { exists, runs, bundled, isRoot } = machine;
  /** @param {string | null} path */
  const works = (path) => path !== null && exists(path) && runs(path, ['--version'], { seconds: 30 });

  const installed = installedBrowser(machine);
  if (installed !== null) return installed;
  let own = await bundled();
  if (works(own)) return own;
  console.error("No Chromium or Chrome found. Fetching Playwright's own");
  if (runs('npx', ['playwright', 'install', 'chromium'], { loud: true, seconds: 300 })) {
    own = await bundled();
    if (works(own)) return own;
  }
  if (isRoot && runs('apt-get', ['--version'])) {
    console.error("Installing Debian's chromium package");
    runs('apt-get', ['update'], { loud: true, seconds: 300 });
    runs('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], { loud: true, seconds: 600 });
    return installedBrowser(machine);
  }
  return null;
}

/** @type {Machine} */
const THIS_MACHINE = {
  env: process.env,
  platform: process.platform,
  isRoot: process.getuid?.() === 0,
  exists: existsSync,
  runs: (command, args, { loud = false, seconds = 60 } = {}) =>
    spawnSync(command, args, {
      stdio: loud ? ['ignore', 2, 2] : 'ignore',
      timeout: seconds * 1000,
      shell: process.platform === 'win32' && command === 'npx',
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive', PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: undefined },
    }).status === 0,
  bundled: async () => {
    const { chromium } = await import('@playwright/test');
    try {
      return chromium.executablePath();
    } catch {
      // Playwright knows no build for this system.
      return null;
    }
  },
};
