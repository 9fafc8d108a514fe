import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './root.mjs';

/**
 * @typedef {{ version?: string, optional?: boolean, peer?: boolean }} LockedPackage
 * @typedef {{ packages?: Record<string, LockedPackage> }} LockFile
 */

/**
 * Whether what is installed is what the lock file asks for. Packages for other systems (optional ones) may be missing.
 * @param {LockFile} wanted `package-lock.json`
 * @param {LockFile | null} installed `node_modules/.package-lock.json`, null where nothing is installed
 * @returns {boolean}
 */
export function isInstalled(wanted, installed) {
  if (installed === null) return false;
  return Object.entries(wanted.packages ?? {}).every(
    ([path, entry]) => path === '' || entry.optional === true || installed.packages?.[path]?.version === entry.version,
  );
}

/**
 * Installs the dependencies where they are missing or the lock file has changed since. Everything npm says goes to standard error, so that
 * the output of a command stays its own. `npm install`, not `npm ci`: the latter demands the packages of every other system too.
 */
export function installDependencies() {
  const wanted = readLock(join(ROOT, 'package-lock.json'));
  if (wanted !== null && isInstalled(wanted, readLock(join(ROOT, 'node_modules', '.package-lock.json')))) return;
  console.error('Installing dependencies');
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const result = spawnSync(npm, ['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: ROOT,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
    env: { ...process.env, PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: '1' },
  });
  if (result.status !== 0) {
    console.error('The dependencies could not be installed: see the lines above.');
    process.exit(1);
  }
}

/**
 * @param {string} path
 * @returns {LockFile | null}
 */
function readLock(path) {
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : null;
}
