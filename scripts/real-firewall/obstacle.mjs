import { spawnSync } from 'node:child_process';

/** Programs and the Debian packages that hold them. */
const PROGRAMS = /** @type {const} */ ([
  ['ip', 'iproute2'],
  ['nft', 'nftables'],
  ['iptables-restore', 'iptables'],
  ['sysctl', 'procps'],
  ['perl', 'perl-base'],
]);

/**
 * Why this machine cannot try a firewall, or null. Fetches missing programs where it may.
 * @returns {string | null}
 */
export function obstacle() {
  if (process.platform !== 'linux') return 'network namespaces exist on Linux only';
  if (process.getuid?.() !== 0) return 'making network namespaces needs root';
  const lacking = PROGRAMS.filter(([program]) => !works(program));
  if (lacking.length > 0) {
    const packages = lacking.map(([, name]) => name);
    spawnSync('apt-get', ['update', '-qq'], { stdio: 'ignore' });
    spawnSync('apt-get', ['install', '-y', '-qq', ...packages], { stdio: 'ignore' });
    const still = lacking.filter(([program]) => !works(program));
    if (still.length > 0) return `missing: ${still.map(([program, name]) => `${program} (package ${name})`).join(', ')}`;
  }
  const space = `pl${process.pid}t`;
  for (const [program, ...args] of [
    ['ip', 'netns', 'add', space],
    ['ip', '-n', space, 'link', 'add', 'one', 'type', 'veth', 'peer', 'name', 'other'],
    ['ip', 'netns', 'exec', space, 'nft', 'add', 'table', 'inet', 'trial'],
    ['ip', 'netns', 'exec', space, 'iptables', '-A', 'FORWARD', '-m', 'conntrack', '--ctstate', 'NEW', '-j', 'DROP'],
    ['ip', 'netns', 'exec', space, 'ip6tables', '-A', 'FORWARD', '-m', 'conntrack', '--ctstate', 'NEW', '-j', 'DROP'],
  ]) {
    const result = spawnSync(program ?? '', args, { encoding: 'utf8' });
    if (result.status !== 0) {
      spawnSync('ip', ['netns', 'del', space]);
      return `the kernel refuses "${[program, ...args].join(' ')}": ${result.stderr.trim()}`;
    }
  }
  spawnSync('ip', ['netns', 'del', space]);
  return null;
}

/** @param {string} program */
function works(program) {
  return spawnSync('sh', ['-c', `command -v ${program}`]).status === 0;
}
