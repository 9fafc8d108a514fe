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
 *   tell: (line: string) => void,
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
  return candidates(machine)[0] ?? null;
}

/**
 * The browser the journeys run in, got from somewhere if the machine has none: installed, Playwright's own, Playwright's own downloaded,
 * Debian's package. Each is tried before it is taken. Null where all of them fail.
 * @param {Machine} [machine]
 * @returns {Promise<string | null>}
 */
export async function obtainBrowser(machine = THIS_MACHINE) {
  const { env, exists, runs, bundled, isRoot, tell } = machine;
  /** @param {string} path */
  const works = (path) => runs(path, ['--version'], { seconds: 30 });
  const own = async () => {
    const path = await bundled();
    return path !== null && exists(path) && works(path) ? path : null;
  };

  const found = candidates(machine).find(works) ?? null;
  if (found === null && env.CHROME_PATH) throw new Error(`CHROME_PATH names ${env.CHROME_PATH}, which does not start`);
  const ready = found ?? (await own());
  if (ready !== null) return ready;
  tell("No Chromium or Chrome found. Fetching Playwright's own");
  if (runs('npx', ['playwright', 'install', 'chromium'], { loud: true, seconds: 300 })) {
    const fetched = await own();
    if (fetched !== null) return fetched;
  }
  if (!isRoot || !runs('apt-get', ['--version'])) return null;
  tell("Installing Debian's chromium package");
  runs('apt-get', ['update'], { loud: true, seconds: 300 });
  runs('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], { loud: true, seconds: 600 });
  return candidates(machine).find(works) ?? null;
}

/**
 * Every browser that seems to be on the machine, best first.
 * @param {Machine} machine
 * @returns {string[]}
 */
function candidates({ env, platform, exists }) {
  if (env.CHROME_PATH) {
    if (!exists(env.CHROME_PATH)) throw new Error(`CHROME_PATH names ${env.CHROME_PATH}, and there is no such file`);
    return [env.CHROME_PATH];
  }
  const folders = [...(env.PATH ?? '').split(delimiter), '/usr/bin', '/usr/local/bin', '/snap/bin'].filter((folder) => folder !== '');
  const paths = [...NAMES.flatMap((name) => folders.map((folder) => join(folder, name))), ...(PLACES[platform] ?? [])];
  return [...new Set(paths)].filter((path) => exists(path));
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
  tell: (line) => console.error(line),
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
