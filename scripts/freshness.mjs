import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The latest change below the given files and folders, in milliseconds since 1970. Folders count too, so that a deleted file is noticed.
 * Missing ones count as never changed; tests are no part of a build and are passed over.
 * @param {string} root
 * @param {readonly string[]} paths relative to `root`
 * @returns {number}
 */
export function lastChange(root, paths) {
  return paths.reduce((latest, path) => Math.max(latest, changeOf(join(root, path))), 0);
}

/**
 * Whether `target` is there and younger than everything it is made from.
 * @param {string} root
 * @param {string} target relative to `root`
 * @param {readonly string[]} sources relative to `root`
 * @returns {boolean}
 */
export function isFresh(root, target, sources) {
  const built = statSync(join(root, target), { throwIfNoEntry: false });
  return built !== undefined && built.mtimeMs >= lastChange(root, sources);
}

/**
 * @param {string} path
 * @returns {number}
 */
function changeOf(path) {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat === undefined) return 0;
  if (!stat.isDirectory()) return /\.(test|test-prop)\.tsx?$/.test(path) ? 0 : stat.mtimeMs;
  return readdirSync(path).reduce((latest, name) => Math.max(latest, changeOf(join(path, name))), stat.mtimeMs);
}
