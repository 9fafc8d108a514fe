import { readFileSync } from 'node:fs';
import LZString from 'lz-string';
import { deflateRaw } from 'pako';
import { readPlan } from '../src/model/gate.ts';
import { type Plan, planSchema } from '../src/model/plan.ts';
import { packPlan } from '../src/model/write-plan.ts';
import { decodeLink, encodeLink } from '../src/share/link.ts';
import { campus } from './campus.ts';

/** Characters of the encoded parts of links with one plan. */
export interface Lengths {
  readonly plan: string;
  readonly components: number;
  readonly zones: number;
  readonly link: number;
  readonly pako: number;
  readonly lzString: number;
}

/** A regular plan, an irregular one of the same size, and a template. */
export const PLANS: readonly (() => [name: string, plan: Plan])[] = [
  ...(
    [
      [10, 5],
      [50, 12],
      [200, 20],
    ] as const
  ).flatMap(([components, zones]) => [
    (): [string, Plan] => ['campus', placed(campus(Math.max(components, 13), zones))],
    (): [string, Plan] => ['irregular', irregular(components, zones)],
  ]),
  () => ['template', template('mixed-security-operations')],
];

/** Lengths of the link, of pako's deflate as base64url, and of lz-string's form for addresses; throws where the link gives another plan. */
export function measure([name, plan]: [string, Plan]): Lengths {
  const json = packPlan(plan);
  const encoded = encodeLink(plan);
  if (!encoded.ok) throw new Error(encoded.error.what);
  const read = decodeLink(encoded.link);
  if (!read.ok || packPlan(read.plan) !== json) throw new Error('the link gives another plan');
  return {
    plan: name,
    components: plan.hosts.reduce((sum, host) => sum + host.components.length, 0),
    zones: plan.zones.length,
    link: encoded.link.length - '#p=1.'.length,
    pako: Math.ceil((deflateRaw(json, { level: 9 }).length * 4) / 3),
    lzString: LZString.compressToEncodedURIComponent(json).length,
  };
}

/** Positions as a drawing has them: zones in rows, hosts on a grid of 20 within their zone. */
function placed(plan: Plan): Plan {
  const zones: Record<string, object> = {};
  const hosts: Record<string, object> = {};
  const taken = new Map<string, number>();
  plan.zones.forEach(({ id }, at) => {
    zones[id] = { x: (at % 4) * 480, y: Math.floor(at / 4) * 360, width: 440, height: 320 };
  });
  for (const { id, zone } of plan.hosts) {
    const at = taken.get(zone) ?? 0;
    taken.set(zone, at + 1);
    const index = plan.zones.findIndex((each) => each.id === zone);
    hosts[id] = { x: (index % 4) * 480 + 20 + (at % 2) * 200, y: Math.floor(index / 4) * 360 + 40 + Math.floor(at / 2) * 80 };
  }
  return planSchema.parse({ ...plan, layout: { zones, hosts } });
}

const KINDS = ['dmz', 'internal', 'restricted', 'management', 'client', 'partner', 'cloud'];
const PLACES = 'Berlin Lyon Prod Test Backup Voice Printer Lab HQ Plant Warehouse Finance Guest OT VPN Legacy Storage Dev Kiosk Web'.split(
  ' ',
);
const TYPES = (
  'tanium/client tpm/client tanium/server usm/hids-agent usm/sensor usm/log-source netwrix/activity-monitor-agent sms/ips sms/client ' +
  'infra/dns-server infra/active-directory tanium/zone-server'
).split(' ');

/** A plan without any order: names, zones, types, addresses and positions by chance, positions on the canvas's grid of 8. The same size gives the same plan. */
function irregular(components: number, zoneCount: number): Plan {
  let seed = 12345;
  const below = (most: number) => {
    seed = (Math.imul(seed, 1103515245) + 12345) >>> 0;
    return Math.floor((seed / 2 ** 32) * most);
  };
  const one = (list: readonly string[]) => list[below(list.length)] ?? '';
  const nets = Array.from({ length: zoneCount }, () => `10.${below(200)}.${below(200)}`);
  const zones = nets.map((net, at) =>
    at === 0
      ? { id: 'z0', name: 'Internet', kind: 'internet' }
      : { id: `z${at}`, name: `${one(PLACES)} ${one(['LAN', 'zone', 'net', 'site'])}`, kind: one(KINDS), cidrs: [`${net}.0/24`] },
  );
  const corners = zones.map((_, at) => ({ x: (at % 4) * 480 + below(10) * 8, y: Math.floor(at / 4) * 400 + below(10) * 8 }));
  const hosts = [];
  const spots: Record<string, object> = {};
  const ids: string[] = [];
  while (ids.length < components) {
    const at = 1 + below(zoneCount - 1);
    const id: string = `h${hosts.length}`;
    const parts = Array.from({ length: Math.min(components - ids.length, 1 + below(2)) }, (_, index) => ({
      id: `${id}c${index}`,
      type: one(TYPES),
    }));
    ids.push(...parts.map((part) => part.id));
    const name = `${one(['SRV', 'APP', 'WKS', 'DB', 'GW'])}-${one(PLACES).toUpperCase().slice(0, 3)}-${String(below(99)).padStart(2, '0')}`;
    hosts.push({ id, name, zone: `z${at}`, addresses: [`${nets[at]}.${1 + below(250)}`], components: parts });
    const corner = corners[at] ?? { x: 0, y: 0 };
    spots[id] = { x: corner.x + below(20) * 8, y: corner.y + 32 + below(20) * 8 };
  }
  return planSchema.parse({
    format: 'portolan.plan',
    version: 1,
    title: 'Irregular',
    zones,
    firewalls: [0, 1, 2].map((at) => ({ id: `f${at}`, name: `FW-${one(PLACES).toUpperCase()}` })),
    boundaries: zones.slice(1).map(({ id }, at) => ({ id: `b${at}`, between: [`z${below(at + 1)}`, id], firewall: `f${below(3)}` })),
    hosts,
    links: Array.from({ length: Math.floor(components / 10) }, () => ({ from: one(ids), to: one(ids) })),
    layout: {
      zones: Object.fromEntries(
        zones.map(({ id }, at) => [id, { ...corners[at], width: 320 + below(15) * 8, height: 240 + below(12) * 8 }]),
      ),
      hosts: spots,
    },
  });
}

function template(name: string): Plan {
  const read = readPlan(readFileSync(`templates/${name}.plan.json`));
  if (!read.ok) throw new Error(read.error.what);
  return read.plan;
}
