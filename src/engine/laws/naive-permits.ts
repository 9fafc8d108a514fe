import type { Phase, Protocol } from '../../model/plan.ts';
import { joinRanges, type PortRange, parsePorts, subtractRanges } from '../../model/ports.ts';
import type { Crossing } from '../result.ts';

/** What is permitted: a key of (point, zones, phase, source, destination, protocol) to the numbers open under it, ports or ICMP types. */
export type Permits = Map<string, PortRange[]>;

/** All numbers of a protocol without ports count as one. */
const WHOLE: readonly PortRange[] = [{ low: 0, high: 0 }];
const ICMP_TYPES: readonly PortRange[] = [{ low: 0, high: 255 }];

/** The numbers a service opens. */
export function numbersOf(protocol: Protocol, ports: string, icmpType: number | null): readonly PortRange[] {
  if (protocol === 'icmp') return icmpType === null ? ICMP_TYPES : [{ low: icmpType, high: icmpType }];
  return protocol === 'tcp' || protocol === 'udp' ? (parsePorts(ports) ?? []) : WHOLE;
}

/** Where a tuple is permitted, and for whom. */
export interface PermitKey {
  readonly point: readonly [kind: string, id: string];
  readonly fromZone: string;
  readonly toZone: string;
  readonly phase: Phase;
  readonly source: string;
  readonly destination: string;
  readonly protocol: Protocol;
}

/** The key as text, for maps. */
export function permitKey(key: PermitKey, phase: Phase = key.phase): string {
  return JSON.stringify([key.point, key.fromZone, key.toZone, phase, key.source, key.destination, key.protocol]);
}

/** The openings one flow needs on its way: consecutive crossings of one enforcement point are one. */
export function runsOf(crossings: readonly Crossing[]): { point: readonly [string, string]; fromZone: string; toZone: string }[] {
  const runs: { point: readonly [string, string]; fromZone: string; toZone: string }[] = [];
  for (const crossing of crossings) {
    const point: readonly [string, string] =
      crossing.firewall !== null
        ? ['firewall', crossing.firewall]
        : crossing.boundary !== null
          ? ['boundary', crossing.boundary]
          : ['zone', crossing.fromZone];
    const last = runs.at(-1);
    if (last && last.point[0] === point[0] && last.point[1] === point[1]) last.toZone = crossing.toZone;
    else runs.push({ point, fromZone: crossing.fromZone, toZone: crossing.toZone });
  }
  return runs;
}

/** The union of tuples per key; what operation needs is taken out of the temporary phases. */
export function collectPermits(entries: readonly { key: PermitKey; numbers: readonly PortRange[] }[]): Permits {
  const all: Permits = new Map();
  for (const { key, numbers } of entries) all.set(permitKey(key), joinRanges([...(all.get(permitKey(key)) ?? []), ...numbers]));
  const result: Permits = new Map();
  for (const { key } of entries) {
    const own = all.get(permitKey(key)) ?? [];
    const lasting = key.phase === 'operation' ? [] : (all.get(permitKey(key, 'operation')) ?? []);
    const rest = subtractRanges(own, lasting);
    if (rest.length > 0) result.set(permitKey(key), rest);
  }
  return result;
}
