import { spawn, spawnSync } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { ANSWERS_AT } from './agent.mjs';

/**
 * Machines and routers as network namespaces. Everything made here carries the name of this process and is taken down by `close`.
 *
 * @typedef {import('./expect.mjs').Machine} Machine
 * @typedef {import('./expect.mjs').Probe} Probe
 * @typedef {{ arrived: boolean, answered: boolean }} Fate
 */

const ENTRY = fileURLToPath(new URL('../real-firewall.mjs', import.meta.url));

export class Lab {
  /**
   * @param {number} routers routers in a row
   * @param {readonly Machine[]} machines
   * @param {(machine: Machine) => number} routerOf which router a machine stands at
   * @param {readonly import('./expect.mjs').PortBlock[]} quiet ports to send from, which no probe goes to
   */
  constructor(routers, machines, routerOf, quiet) {
    this.prefix = `pl${process.pid}`;
    this.routers = Array.from({ length: routers }, (_, at) => `${this.prefix}r${at}`);
    this.machines = machines.map((machine, at) => ({ ...machine, space: `${this.prefix}m${at}`, router: routerOf(machine) }));
    this.quiet = quiet;
    this.rounds = 0;
    /** @type {{ child: import('node:child_process').ChildProcess, lines: AsyncIterator<string> }[]} */
    this.agents = [];
  }

  async open() {
    for (const [at, space] of this.routers.entries()) {
      must('ip', ['netns', 'add', space]);
      settle(space, ['net.ipv4.ip_forward=1', 'net.ipv6.conf.all.forwarding=1']);
      // What has no ports is forgotten soon, so that the way back is tried on its own. Kernels differ in which of these they have.
      for (const setting of ['generic_timeout', 'gre_timeout', 'gre_timeout_stream', 'icmp_timeout', 'icmpv6_timeout'])
        spawnSync('ip', ['netns', 'exec', space, 'sysctl', '-q', '-w', `net.netfilter.nf_conntrack_${setting}=1`]);
      for (const setting of ['udp_timeout', 'udp_timeout_stream', 'tcp_timeout_syn_sent', 'tcp_timeout_close', 'tcp_timeout_time_wait'])
        spawnSync('ip', ['netns', 'exec', space, 'sysctl', '-q', '-w', `net.netfilter.nf_conntrack_${setting}=10`]);
      if (at === 0) continue;
      const former = this.routers[at - 1] ?? '';
      must('ip', ['link', 'add', `n${at}`, 'netns', former, 'type', 'veth', 'peer', 'name', `p${at}`, 'netns', space]);
      batch(former, [...up(`n${at}`), `addr add 169.254.${at}.1/30 dev n${at}`, `addr add fe80::1/64 dev n${at} nodad`]);
      batch(space, [...up(`p${at}`), `addr add 169.254.${at}.2/30 dev p${at}`, `addr add fe80::2/64 dev p${at} nodad`]);
    }
    for (const [at, machine] of this.machines.entries()) this.#connect(machine, at);
    this.agents = this.machines.map(({ space }) => startAgent(space));
    for (const agent of this.agents) if ((await agent.lines.next()).value !== 'ready') throw new Error('an agent did not start');
  }

  /** @param {Machine & { space: string, router: number }} machine @param {number} at */
  #connect({ space, router, addresses }, at) {
    const own = this.routers[router] ?? '';
    must('ip', ['netns', 'add', space]);
    must('ip', ['link', 'add', `m${at}`, 'netns', own, 'type', 'veth', 'peer', 'name', 'wire', 'netns', space]);
    settle(space, []);
    batch(own, [
      ...up(`m${at}`),
      `addr add 169.254.255.1/32 dev m${at}`,
      `addr add fe80::1/64 dev m${at} nodad`,
      ...addresses.map((address) => `route add ${address} dev m${at}`),
    ]);
    const first = (/** @type {boolean} */ six) => addresses.find((address) => address.includes(':') === six);
    batch(space, [
      'link set lo up',
      ...up('wire'),
      ...addresses.map((address) => (address.includes(':') ? `addr add ${address}/128 dev wire nodad` : `addr add ${address}/32 dev wire`)),
      'addr add fe80::2/64 dev wire nodad',
      'route add 169.254.255.1 dev wire',
      ...(first(false) ? [`route add default via 169.254.255.1 dev wire src ${first(false)}`] : []),
      ...(first(true) ? [`route add default via fe80::1 dev wire src ${first(true)}`] : []),
    ]);
    for (const [index, far] of this.routers.entries()) {
      if (index === router) continue;
      const [gateway4, gateway6, link] =
        index < router ? [`169.254.${index + 1}.2`, 'fe80::2', `n${index + 1}`] : [`169.254.${index}.1`, 'fe80::1', `p${index}`];
      batch(
        far,
        addresses.map((address) => `route add ${address} via ${address.includes(':') ? gateway6 : gateway4} dev ${link}`),
      );
    }
    feed(space, 'nft', ['-f', '-'], receiver(this.quiet, firsts(addresses)));
  }

  /**
   * Loads what was exported, exactly as it is, into one router that has no rules.
   * @param {number} router
   * @param {readonly { program: string, args: string[] }[]} commands
   */
  load(router, commands) {
    this.clear(router);
    this.loadOver(router, commands);
  }

  /**
   * Runs the commands over what the router has.
   * @param {number} router
   * @param {readonly { program: string, args: string[] }[]} commands
   */
  loadOver(router, commands) {
    const space = this.routers[router] ?? '';
    for (const { program, args } of commands) must('ip', ['netns', 'exec', space, program, ...args]);
  }

  /** @param {number} router */
  clear(router) {
    const space = this.routers[router] ?? '';
    for (const program of ['iptables', 'ip6tables'])
      for (const args of [['-P', 'FORWARD', 'ACCEPT'], ['-F'], ['-X']]) spawnSync('ip', ['netns', 'exec', space, program, ...args]);
    must('ip', ['netns', 'exec', space, 'nft', 'flush', 'ruleset']);
  }

  /**
   * Sends every probe and tells what became of each.
   * @param {readonly Probe[]} probes
   * @param {(probe: Probe) => boolean} wanted those to wait for
   * @returns {Promise<Fate[]>}
   */
  async send(probes, wanted) {
    const machineOf = new Map(this.machines.flatMap((machine, at) => machine.addresses.map((address) => [address, at])));
    // A firewall remembers who spoke: no round sends from the ports of the last ones.
    const { low, high } = this.quiet[this.rounds % this.quiet.length] ?? { low: 0, high: 0 };
    this.rounds += 1;
    for (const { space } of this.machines)
      must('ip', ['netns', 'exec', space, 'sysctl', '-q', '-w', `net.ipv4.ip_local_port_range=${low} ${high}`]);
    for (const { space, addresses } of this.machines) feed(space, 'nft', ['-f', '-'], receiver(this.quiet, firsts(addresses)));
    // What the last round left behind is forgotten before anything is sent.
    await new Promise((resolve) => setTimeout(resolve, 1500));
    const answered = new Set();
    // Portless packets go one way first: a firewall takes what comes back at once for an answer.
    for (const back of [false, true]) {
      const results = await this.#round((at) => {
        const own = probes.map((probe, number) => ({ probe, number })).filter(({ probe }) => machineOf.get(probe.from) === at);
        return {
          connections: own.flatMap(({ probe, number }) =>
            !back && (probe.kind === 'tcp' || probe.kind === 'udp')
              ? [{ at: number, kind: probe.kind, from: probe.from, to: probe.to, port: probe.port, wanted: wanted(probe) }]
              : [],
          ),
          bare: own.flatMap(({ probe }) =>
            (probe.kind === 'icmp' || probe.kind === 'raw') && probe.from > probe.to === back
              ? [{ kind: probe.kind, from: probe.from, to: probe.to, number: probe.kind === 'icmp' ? probe.type : probe.number }]
              : [],
          ),
        };
      });
      for (const number of results.flat()) answered.add(number);
      await new Promise((resolve) => setTimeout(resolve, back ? 300 : 1500));
    }
    const seen = new Set(this.machines.flatMap(({ space }) => arrivals(space)));
    return probes.map((probe, number) => ({
      arrived: seen.has(arrivalKey(probe)),
      answered:
        probe.kind === 'icmp' ? seen.has(echoKey(probe)) : probe.kind === 'raw' ? seen.has(arrivalKey(probe)) : answered.has(number),
    }));
  }

  /** @param {(machine: number) => { connections: object[], bare: object[] }} orderFor */
  #round(orderFor) {
    return Promise.all(
      this.agents.map(async ({ child, lines }, at) => {
        child.stdin?.write(`${JSON.stringify(orderFor(at))}\n`);
        const { value } = await lines.next();
        if (value === undefined) throw new Error(`the agent of ${this.machines[at]?.name} ended`);
        return /** @type {number[]} */ (JSON.parse(value));
      }),
    );
  }

  close() {
    for (const { child } of this.agents) child.kill('SIGKILL');
    this.agents = [];
    for (const space of [...this.machines.map((machine) => machine.space), ...this.routers]) spawnSync('ip', ['netns', 'del', space]);
  }
}

/**
 * Notes what comes before anything else touches it, and leads it to the address that answers. Loading it again empties the notes.
 * @param {readonly import('./expect.mjs').PortBlock[]} quiet
 * @param {readonly string[]} addresses the first of each family
 */
function receiver(quiet, addresses) {
  const answers = `{ ${quiet.map(({ low, high }) => `${low}-${high}`).join(', ')} }`;
  const sets = [4, 6].flatMap((family) => [
    `  set ports${family} { type ipv${family}_addr . ipv${family}_addr . inet_proto . inet_service; flags dynamic; size 500000; }`,
    `  set icmp${family} { type ipv${family}_addr . ipv${family}_addr . ${family === 4 ? 'icmp_type' : 'icmpv6_type'}; flags dynamic; size 100000; }`,
    `  set raw${family} { type ipv${family}_addr . ipv${family}_addr . inet_proto; flags dynamic; size 100000; }`,
  ]);
  const notes = [4, 6].flatMap((family) => {
    const ip = family === 4 ? 'ip' : 'ip6';
    const own = family === 4 ? 'icmp' : 'icmpv6';
    return [
      `    meta nfproto ipv${family} meta l4proto { tcp, udp } th dport != ${answers} add @ports${family} { ${ip} saddr . ${ip} daddr . meta l4proto . th dport }`,
      `    meta l4proto ${own} add @icmp${family} { ${ip} saddr . ${ip} daddr . ${own} type }`,
      `    meta nfproto ipv${family} meta l4proto != { tcp, udp, icmp, icmpv6 } add @raw${family} { ${ip} saddr . ${ip} daddr . ${family === 4 ? 'meta l4proto' : 'ip6 nexthdr'} }`,
    ];
  });
  return [
    'table inet receiver',
    'delete table inet receiver',
    'table inet receiver {',
    ...sets,
    '  chain note {',
    '    type filter hook prerouting priority -310; policy accept;',
    ...notes,
    '  }',
    '  chain lead {',
    '    type nat hook prerouting priority -100; policy accept;',
    ...addresses.map((address) =>
      address.includes(':')
        ? `    meta nfproto ipv6 meta l4proto { tcp, udp } dnat ip6 to [${address}]:${ANSWERS_AT}`
        : `    meta nfproto ipv4 meta l4proto { tcp, udp } dnat ip to ${address}:${ANSWERS_AT}`,
    ),
    '  }',
    // Two connections that differ in their port alone would be one behind the redirection: here the kernel may tell them apart.
    '  chain tell-apart {',
    '    type nat hook input priority 100; policy accept;',
    '  }',
    '}',
    '',
  ].join('\n');
}

/**
 * The first address of each family.
 * @param {readonly string[]} addresses
 */
function firsts(addresses) {
  return [false, true].flatMap((six) => addresses.find((address) => address.includes(':') === six) ?? []);
}

/** @param {string} space */
function arrivals(space) {
  const result = spawnSync('ip', ['netns', 'exec', space, 'nft', '-j', '-n', 'list', 'table', 'inet', 'receiver'], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  if (result.status !== 0) throw new Error(`nft list: ${result.stderr}`);
  const { nftables } = JSON.parse(result.stdout);
  /** @type {string[]} */
  const keys = [];
  for (const { set } of nftables)
    for (const element of set?.elem ?? [])
      keys.push(`${set.name.slice(0, -1)} ${(element.concat ?? element.elem?.val?.concat ?? []).map(plain).join(' ')}`);
  return keys;
}

const PROTOCOLS = /** @type {Record<string, string>} */ ({ tcp: '6', udp: '17', esp: '50', ah: '51', gre: '47' });

/** @param {unknown} part */
function plain(part) {
  const text = String(part);
  return PROTOCOLS[text] ?? (text.includes(':') ? expand(text) : text);
}

/** @param {string} address of IPv6, in whatever short form */
function expand(address) {
  const [head = '', tail] = address.split('::');
  const left = head === '' ? [] : head.split(':');
  const right = tail === undefined || tail === '' ? [] : tail.split(':');
  return [...left, ...Array(8 - left.length - right.length).fill('0'), ...right]
    .map((part) => Number.parseInt(part, 16).toString(16))
    .join(':');
}

/** @param {Probe} probe */
function arrivalKey(probe) {
  const ends = `${plain(probe.from)} ${plain(probe.to)}`;
  if (probe.kind === 'icmp') return `icmp ${ends} ${probe.type}`;
  if (probe.kind === 'raw') return `raw ${ends} ${probe.number}`;
  return `ports ${ends} ${PROTOCOLS[probe.kind]} ${probe.port}`;
}

/** What comes back for an echo; other ICMP types have no answer, so that arriving is all they can do. */
function echoKey(/** @type {Probe} */ probe) {
  const type = probe.kind === 'icmp' ? probe.type : 0;
  const answer = { 8: 0, 128: 129, 13: 14 }[type];
  return answer === undefined ? arrivalKey(probe) : `icmp ${plain(probe.to)} ${plain(probe.from)} ${answer}`;
}

/** @param {string} space */
function startAgent(space) {
  const child = spawn('ip', ['netns', 'exec', space, process.execPath, ENTRY, 'agent'], { stdio: ['pipe', 'pipe', 'inherit'] });
  return { child, lines: createInterface({ input: child.stdout })[Symbol.asyncIterator]() };
}

/** @param {string} link */
function up(link) {
  return [`link set ${link} up`];
}

/** @param {string} space @param {readonly string[]} settings */
function settle(space, settings) {
  must('ip', [
    'netns',
    'exec',
    space,
    'sysctl',
    '-q',
    '-w',
    'net.ipv4.conf.all.rp_filter=0',
    'net.ipv4.conf.default.rp_filter=0',
    'net.ipv4.icmp_ratelimit=0',
    'net.ipv6.icmp.ratelimit=0',
    ...settings,
  ]);
}

/** @param {string} space @param {readonly string[]} lines */
function batch(space, lines) {
  feed(null, 'ip', ['-n', space, '-batch', '-'], `${lines.join('\n')}\n`);
}

/** @param {string | null} space @param {string} program @param {readonly string[]} args @param {string} input */
function feed(space, program, args, input) {
  const [command = '', ...rest] = space === null ? [program, ...args] : ['ip', 'netns', 'exec', space, program, ...args];
  const result = spawnSync(command, rest, { input, encoding: 'utf8' });
  if (result.status !== 0) throw new Error(`${program} ${args.join(' ')}: ${result.stderr}`);
}

/** @param {string} program @param {readonly string[]} args */
export function must(program, args) {
  const result = spawnSync(program, args, { encoding: 'utf8' });
  if (result.error) throw result.error;
  if (result.status !== 0) throw new Error(`${program} ${args.join(' ')}: ${result.stderr.trim()}`);
  return result.stdout;
}
