import { holds, rangeOf, samplesOf, textOf } from './addresses.mjs';

/**
 * What must pass and what must not, worked out from the derived flows and the plan alone.
 *
 * @typedef {import('./addresses.mjs').Range} Range
 * @typedef {{ host: string | null, cidr?: string, zone: string } | { external: string | null, fqdns: string[], zone: string }} End
 * @typedef {{ id: string, from: End, to: End, protocol: string | number, ports: string, icmpType: number | null,
 *   crossings: { boundary: string | null, firewall: string | null, fromZone: string }[], waived: unknown }} Flow
 * @typedef {{ id: string, zone: string, addresses?: string[] }} Host
 * @typedef {{ id: string, kind?: string, cidrs?: string[], parent?: string | null, filtering?: boolean }} Zone
 * @typedef {{ hosts: Host[], zones: Zone[] }} Plan
 * @typedef {{ kind: 'tcp' | 'udp', port: number } | { kind: 'icmp', type: number } | { kind: 'raw', number: number }} Packet
 * @typedef {Packet & { from: string, to: string }} Probe
 * @typedef {{ name: string, addresses: string[] }} Machine
 * @typedef {{ low: number, high: number }} PortBlock
 * @typedef {{ from: Range[], to: Range[], flow: Flow, points: string[] }} Need
 * @typedef {{ machines: Machine[], needs: Need[], points: string[], named: Flow[], unknown: Flow[] }} Expectation
 */

const NUMBERS = /** @type {Record<string, number>} */ ({ esp: 50, ah: 51, gre: 47 });
const ICMPV6 = /** @type {Record<number, number>} */ ({ 0: 129, 3: 1, 8: 128, 11: 3, 12: 4 });

/**
 * @param {Plan} plan
 * @param {readonly Flow[]} flows
 * @returns {Expectation}
 */
export function expectationOf(plan, flows) {
  const zones = new Map(plan.zones.map((zone) => [zone.id, zone]));
  /** @param {string} id */
  const isInternet = (id) => {
    /** @type {string | null | undefined} */
    let at = id;
    for (let steps = 0; typeof at === 'string' && steps < 100; steps += 1) {
      const zone = zones.get(at);
      if (zone === undefined) return at === 'internet';
      if (zone.filtering !== false) return zone.kind === 'internet';
      at = zone.parent;
    }
    return false;
  };
  const inside = [
    ...plan.zones.filter((zone) => !isInternet(zone.id)).flatMap((zone) => zone.cidrs ?? []),
    ...plan.hosts.filter((host) => !isInternet(host.zone)).flatMap((host) => host.addresses ?? []),
  ].map(rangeOf);
  const outside = complementOf(inside);
  const hosts = new Map(plan.hosts.map((host) => [host.id, host]));

  /** @param {End} end @returns {Range[]} */
  const rangesOf = (end) => {
    if ('fqdns' in end) return [];
    if (end.host !== null) {
      const own = (hosts.get(end.host)?.addresses ?? []).map(rangeOf);
      return own.length === 0 && isInternet(end.zone) ? outside : own;
    }
    return (end.cidr === undefined ? (zones.get(end.zone)?.cidrs ?? []) : [end.cidr]).map(rangeOf);
  };
  const crossing = flows.filter((flow) => flow.crossings.length > 0 && flow.waived === null);
  const needs = crossing.map((flow) => ({ from: rangesOf(flow.from), to: rangesOf(flow.to), flow, points: pointsOf(flow) }));
  return {
    machines: machinesOf(plan, inside, isInternet, hosts),
    needs: needs.filter((need) => need.from.length > 0 && need.to.length > 0),
    points: [...new Set(needs.flatMap((need) => need.points))].sort(),
    named: crossing.filter((flow) => 'fqdns' in flow.to),
    unknown: crossing.filter((flow) => !('fqdns' in flow.to) && (rangesOf(flow.from).length === 0 || rangesOf(flow.to).length === 0)),
  };
}

/**
 * True where the packet is one the plan needs at the point.
 * @param {readonly Need[]} needs those of the point
 * @param {Probe} probe
 */
export function isNeeded(needs, probe) {
  const from = rangeOf(probe.from);
  const to = rangeOf(probe.to);
  return needs.some((need) => carries(need.flow, probe, from.family) && holds(need.from, from) && holds(need.to, to));
}

/**
 * Every packet to try: each service of the plan and its neighbours, from every machine to every other.
 * @param {Expectation} expectation
 * @returns {Probe[]}
 */
export function probesOf({ machines, needs, named }) {
  /** @type {{ tcp: Set<number>, udp: Set<number> }} */
  const ports = { tcp: new Set(), udp: new Set() };
  const icmp = new Set([8]);
  const raw = new Set([50]);
  for (const flow of [...needs.map((need) => need.flow), ...named]) {
    if (flow.protocol === 'tcp' || flow.protocol === 'udp')
      for (const [low, high] of portsOf(flow.ports))
        for (const port of [low - 1, low, Math.floor((low + high) / 2), high, high + 1])
          if (port >= 1 && port <= 65535) ports[flow.protocol].add(port);
    if (flow.protocol === 'icmp') icmp.add(flow.icmpType ?? 13);
    const number = typeof flow.protocol === 'number' ? flow.protocol : NUMBERS[flow.protocol];
    if (number !== undefined) raw.add(number);
  }
  // What occurs over one of TCP and UDP is a control over the other.
  for (const port of [...ports.tcp].slice(0, 3)) ports.udp.add(port);
  for (const port of [...ports.udp].slice(0, 3)) ports.tcp.add(port);
  /** @type {Probe[]} */
  const probes = [];
  for (const source of machines)
    for (const target of machines)
      if (source !== target)
        for (const from of source.addresses)
          for (const to of target.addresses) {
            const family = from.includes(':') ? 6 : 4;
            if (to.includes(':') !== (family === 6)) continue;
            // Addresses beside a host's need no more than one service each.
            const few = source.name.startsWith('beside') || target.name.startsWith('beside');
            if (few && source.name.startsWith('beside') && target.name.startsWith('beside')) continue;
            for (const kind of /** @type {const} */ (['tcp', 'udp']))
              for (const port of few ? besidePorts(needs, kind, from, to) : ports[kind]) probes.push({ from, to, kind, port });
            if (few) continue;
            for (const type of icmp) {
              const spelled = family === 6 ? ICMPV6[type] : type;
              if (spelled !== undefined) probes.push({ from, to, kind: 'icmp', type: spelled });
            }
            for (const number of raw) probes.push({ from, to, kind: 'raw', number });
          }
  return probes;
}

/**
 * Ports that some need has with one end right.
 * @param {readonly Need[]} needs
 * @param {'tcp' | 'udp'} kind
 * @param {string} from
 * @param {string} to
 */
function besidePorts(needs, kind, from, to) {
  const ports = needs
    .filter((need) => need.flow.protocol === kind && (holds(need.from, rangeOf(from)) || holds(need.to, rangeOf(to))))
    .flatMap((need) => portsOf(need.flow.ports).map(([low]) => low));
  return new Set(ports);
}

/**
 * @param {Flow} flow
 * @param {Probe} probe
 * @param {4 | 6} family
 */
function carries(flow, probe, family) {
  if (probe.kind === 'tcp' || probe.kind === 'udp')
    return flow.protocol === probe.kind && portsOf(flow.ports).some(([low, high]) => low <= probe.port && probe.port <= high);
  if (probe.kind === 'icmp') {
    if (flow.protocol !== 'icmp') return false;
    return flow.icmpType === null || (family === 6 ? ICMPV6[flow.icmpType] : flow.icmpType) === probe.type;
  }
  return probe.kind === 'raw' && (typeof flow.protocol === 'number' ? flow.protocol : NUMBERS[flow.protocol]) === probe.number;
}

/**
 * @param {string} text
 * @returns {[low: number, high: number][]}
 */
function portsOf(text) {
  return text.split(',').map((part) => {
    const [low = 0, high = low] = part.split('-').map(Number);
    return [low, high];
  });
}

/**
 * Enforcement points on the way, each once in a row.
 * @param {Flow} flow
 * @returns {string[]}
 */
function pointsOf(flow) {
  const points = flow.crossings.map(({ firewall, boundary, fromZone }) => firewall ?? boundary ?? fromZone);
  return points.filter((point, at) => point !== points[at - 1]);
}

/**
 * A machine for each host with an address, one with the addresses beside those, and stand-ins for roaming machines and names.
 * @param {Plan} plan
 * @param {readonly Range[]} inside
 * @param {(zone: string) => boolean} isInternet
 * @param {ReadonlyMap<string, Host>} hosts
 * @returns {Machine[]}
 */
function machinesOf(plan, inside, isInternet, hosts) {
  const stand = (/** @type {number} */ at) => [`198.18.0.${at}`, `2001:db8:ffff::${at.toString(16)}`];
  const taken = plan.hosts.flatMap((host) => (host.addresses ?? []).map(rangeOf));
  const machines = plan.hosts.flatMap((host, at) => {
    const own = (host.addresses ?? []).flatMap((text) => samplesOf(rangeOf(text)));
    if (own.length > 0) return [{ name: host.id, addresses: own }];
    return isInternet(host.zone) ? [{ name: host.id, addresses: stand(10 + at) }] : [];
  });
  const beside = [...hosts.values()]
    .flatMap((host) => (host.addresses ?? []).map(rangeOf))
    .map(({ family, high }) => ({ family, low: high + 1n, high: high + 1n }))
    .filter((one) => !holds(taken, one) && !isReserved(one));
  const named = { name: 'a name of the Internet', addresses: stand(9) };
  if (named.addresses.some((address) => holds(inside, rangeOf(address)))) throw new Error('the plan holds the networks kept for stand-ins');
  return [
    ...machines,
    named,
    ...(beside.length > 0 ? [{ name: 'beside', addresses: [...new Set(beside.map(({ family, low }) => textOf(family, low)))] }] : []),
  ];
}

/** @param {Range} one */
function isReserved({ family, low }) {
  return family === 4 && (low >= 0xe0000000n || (low & 255n) === 255n || (low & 255n) === 0n);
}

/**
 * @param {readonly Range[]} ranges
 * @returns {Range[]}
 */
function complementOf(ranges) {
  return /** @type {const} */ ([4, 6]).flatMap((family) => {
    const sorted = ranges.filter((range) => range.family === family).sort((a, b) => (a.low < b.low ? -1 : 1));
    /** @type {Range[]} */
    const rest = [];
    let next = 0n;
    for (const { low, high } of sorted) {
      if (next < low) rest.push({ family, low: next, high: low - 1n });
      if (high + 1n > next) next = high + 1n;
    }
    const end = (1n << (family === 4 ? 32n : 128n)) - 1n;
    if (next <= end) rest.push({ family, low: next, high: end });
    return rest;
  });
}
