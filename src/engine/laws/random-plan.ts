import fc from 'fast-check';
import { type Catalog, qualify } from '../../model/catalog.ts';
import { type Plan, planSchema, undrawnBoundaryId, ZONE_KINDS } from '../../model/plan.ts';
import { randomSettings, type SettingChoice, settingChoice } from './random-settings.ts';

/** Any number; taken modulo the length of what it chooses from, so that a failing plan shrinks without losing its shape. */
const any = fc.nat({ max: 9999 });
const seldom = (percent: number): fc.Arbitrary<boolean> =>
  fc.oneof({ weight: 100 - percent, arbitrary: fc.constant(false) }, { weight: percent, arbitrary: fc.constant(true) });
const maybe = <T>(percent: number, arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | null> =>
  fc.oneof({ weight: 100 - percent, arbitrary: fc.constant(null) }, { weight: percent, arbitrary });

const ODD_NAMES = ['', 'a|b', '\\', 'ü ', ' ', '10', 'Z', '__proto__', '日本', '|', '.', '"x"'];
const ADDRESSES = ['10.1.0.', '10.2.0.', '192.0.2.'];

const zone = fc.record({
  kind: any,
  parent: maybe(35, any),
  frame: seldom(15),
  lan: maybe(20, any),
  filtered: seldom(15),
  cidr: maybe(30, any),
});
const boundary = fc.record({ a: any, b: any, how: any, firewall: maybe(60, any) });
const component = fc.record({ type: any, stray: any, settings: fc.array(settingChoice, { maxLength: 4 }), apart: seldom(12) });
const host = fc.record({
  zone: any,
  group: seldom(20),
  addresses: fc.array(any, { maxLength: 2 }),
  components: fc.array(component, { minLength: 1, maxLength: 3 }),
});
const end = fc.record({ kind: any, a: any, b: any });
const requirement = fc.record({
  from: fc.array(end, { minLength: 1, maxLength: 2 }),
  to: fc.array(end, { minLength: 1, maxLength: 2 }),
  service: any,
  phase: any,
});
const waiver = fc.record({ rule: any, from: maybe(40, end), to: maybe(30, end) });
const pin = fc.record({
  start: any,
  steps: fc.array(fc.record({ edge: any, other: any }), { minLength: 1, maxLength: 3 }),
  backwards: seldom(30),
});

const rawPlan = fc.record({
  products: fc.array(any, { minLength: 1, maxLength: 2 }),
  names: fc.array(any, { minLength: 1, maxLength: 3 }),
  oddNames: seldom(25),
  internetId: maybe(30, any),
  sketch: seldom(35),
  chain: seldom(50),
  zones: fc.array(zone, { minLength: 1, maxLength: 8 }),
  boundaries: fc.array(boundary, { maxLength: 8 }),
  firewalls: fc.nat({ max: 3 }),
  hosts: fc.oneof(
    { weight: 5, arbitrary: fc.array(host, { minLength: 1, maxLength: 4 }) },
    { weight: 1, arbitrary: fc.array(host, { minLength: 1, maxLength: 12 }) },
  ),
  links: fc.array(fc.record({ from: any, to: any }), { maxLength: 5 }),
  waivers: fc.array(waiver, { maxLength: 3 }),
  readings: fc.array(fc.record({ dispute: any, reading: any }), { maxLength: 4 }),
  requirements: fc.array(requirement, { maxLength: 4 }),
  pins: fc.array(pin, { maxLength: 3 }),
});
type Raw = typeof rawPlan extends fc.Arbitrary<infer T> ? T : never;

/** Plans over all the catalogs whose references hold: dense enough that many rules speak, odd enough to meet every rule of the model. */
export function randomPlans(catalogs: readonly Catalog[]): fc.Arbitrary<Plan> {
  return rawPlan.map((raw) => planSchema.parse(build(raw, catalogs)));
}

function pick<T>(from: readonly T[], at: number): T {
  const found = from[at % from.length];
  if (found === undefined) throw new Error('nothing to choose from');
  return found;
}

function build(raw: Raw, catalogs: readonly Catalog[]): object {
  const named = (prefix: string, index: number): string =>
    `${raw.oddNames ? pick(ODD_NAMES, pick(raw.names, index) + index) : ''}${prefix}${index}`;
  const zoneIds = raw.zones.map((_, index) =>
    raw.internetId !== null && raw.internetId % raw.zones.length === index ? 'internet' : named('z', index),
  );
  const kinds = raw.zones.map((zone) => pick(['internal', 'internet', 'client', 'dmz', ...ZONE_KINDS], zone.kind));
  const zones = raw.zones.map((zone, index) => ({
    id: pick(zoneIds, index),
    kind: kinds[index],
    // A zone nests in an earlier one: no cycle.
    parent: zone.parent === null || index === 0 ? null : pick(zoneIds.slice(0, index), zone.parent),
    filtering: !zone.frame,
    lan: zone.lan === null ? null : pick(['lan-a', 'lan-b', pick(zoneIds, zone.lan)], zone.lan),
    intraZone: zone.filtered ? 'filtered' : 'open',
    cidrs: zone.cidr === null ? [] : [`10.${zone.cidr % 4}.0.0/16`],
  }));
  // The stand-in for the Internet may be named where the plan draws none.
  const ends = [...zoneIds, ...(kinds.includes('internet') ? [] : [zoneIds.includes('internet') ? '~internet' : 'internet'])];
  const firewalls = Array.from({ length: raw.firewalls }, (_, index) => ({ id: named('f', index) }));
  const guard = (at: number | null): object => (at === null || firewalls.length === 0 ? {} : { firewall: pick(firewalls, at).id });
  const boundaries = raw.sketch
    ? []
    : [
        ...raw.boundaries.map((boundary) => ({ between: between(ends, zones, boundary), ...guard(boundary.firewall) })),
        ...(raw.chain ? ends.slice(1).map((id, index) => ({ between: [pick(ends, index), id], ...guard(index % 3) })) : []),
      ].map((boundary, index) => ({ id: named('b', index), ...boundary }));
  const hosts = raw.hosts.map((host, index) => hostOf(raw, catalogs, host, index, zoneIds, named));
  const components = hosts.flatMap((host) => host.components);
  const products = productsOf(raw, catalogs);
  const planEnd = (end: { kind: number; a: number; b: number }, to: boolean): object => {
    const places = [
      { host: pick(hosts, end.a).id },
      { component: pick(components, end.a).id },
      { zone: pick(hosts, end.a).zone },
      { cidr: pick(['10.1.0.0/24', '2001:DB8::/32', '192.0.2.7', '10.3.0.5-10.3.0.9'], end.b), zone: pick(hosts, end.a).zone },
    ];
    const external = pick(
      catalogs.flatMap((catalog) => catalog.externals.map((other) => `${catalog.product}/${other.id}`)),
      end.a,
    );
    return pick(to ? [...places, { external }, { fqdn: pick(['www.example.org', '*.example.org'], end.b) }] : places, end.kind);
  };
  const requirements = raw.requirements.map((requirement, index) => ({
    id: named('r', index),
    from: requirement.from.map((end) => planEnd(end, false)),
    to: requirement.to.map((end) => planEnd(end, true)),
    service: pick(SERVICES, requirement.service),
    phase: pick(['operation', 'operation', 'install', 'migration'], requirement.phase),
  }));
  const rules = [
    ...products.flatMap((catalog) => catalog.rules.map((rule) => `${catalog.product}/${rule.id}`)),
    ...requirements.map((requirement) => `requirement/${requirement.id}`),
  ];
  const disputes = products.flatMap((catalog) => catalog.disputes.map((dispute) => ({ id: `${catalog.product}/${dispute.id}`, dispute })));
  return {
    format: 'portolan.plan',
    version: 1,
    zones,
    firewalls,
    boundaries,
    hosts,
    links: components.length < 2 ? [] : raw.links.map((link) => linkOf(components, link)),
    waivers:
      rules.length === 0
        ? []
        : raw.waivers.map((waiver) => ({
            rule: pick(rules, waiver.rule),
            from: waiver.from && planEnd(waiver.from, false),
            to: waiver.to && planEnd(waiver.to, true),
            reason: `reason ${waiver.rule % 3}`,
          })),
    readings:
      disputes.length === 0
        ? {}
        : Object.fromEntries(
            raw.readings.map((choice) => {
              const { id, dispute } = pick(disputes, choice.dispute);
              return [id, pick([...dispute.readings.map((reading) => reading.id), 'no-such-reading'], choice.reading)];
            }),
          ),
    requirements,
    paths: pinsOf(raw, ends, boundaries),
  };
}

const SERVICES = [
  { protocol: 'tcp', ports: '443' },
  { protocol: 'tcp', ports: '80,440-445' },
  { protocol: 'tcp', ports: '17472' },
  { protocol: 'udp', ports: '1-65535' },
  { protocol: 'udp', ports: '34545-34760' },
  { protocol: 'icmp', icmpType: 8 },
  { protocol: 'icmp' },
  { protocol: 'esp' },
  { protocol: 89 },
];

function between(
  ends: readonly string[],
  zones: readonly { id: string; parent: string | null }[],
  raw: { a: number; b: number; how: number },
): [string, string] {
  const a = pick(ends, raw.a);
  const parent = zones.find((zone) => zone.id === a)?.parent;
  if (raw.how % 10 === 0) return [a, a];
  if (raw.how % 10 <= 3 && parent) return raw.how % 2 === 0 ? [a, parent] : [parent, a];
  return [a, pick(ends, raw.b)];
}

function productsOf(raw: Raw, catalogs: readonly Catalog[]): Catalog[] {
  const vendors = catalogs.filter((catalog) => catalog.rules.length > 0);
  return [...new Set(raw.products.map((at) => pick(vendors, at)))];
}

function hostOf(
  raw: Raw,
  catalogs: readonly Catalog[],
  host: Raw['hosts'][number],
  index: number,
  zoneIds: readonly string[],
  named: (prefix: string, index: number) => string,
) {
  const products = productsOf(raw, catalogs);
  const addresses = host.addresses.map((at) => {
    const net = pick(ADDRESSES, at);
    if (host.group) return pick([`${net}${(index * 16) % 256}/28`, `${net}${index + 1}-${net}${index + 9}`, `2001:db8:${index}::/64`], at);
    return pick([`${net}${index + 1}`, `${net}${(at % 5) + 1}`, `2001:db8::${index + 1}`, 'no address'], at % 37 === 0 ? 3 : at % 3);
  });
  return {
    id: named('h', index),
    zone: pick(zoneIds, host.zone),
    count: host.group && host.zone % 2 === 0 ? 5 : 1,
    addresses,
    components: host.components.map((raw, at) => {
      const catalog = pick(raw.stray % 5 === 0 ? catalogs : products, raw.stray);
      const type = pick(catalog.types, raw.type);
      return {
        id: `${named('c', index)}.${at}`,
        type: raw.stray % 97 === 96 ? 'nobody/nothing' : qualify(catalog.product, type.id),
        settings: randomSettings(catalogs, qualify(catalog.product, type.id), raw.settings satisfies SettingChoice[]),
        deployment: raw.apart ? 'blue' : 'default',
      };
    }),
  };
}

/** Mostly a link within one product, from the later component to an earlier one. */
function linkOf(components: readonly { id: string; type: string }[], raw: { from: number; to: number }): object {
  const from = pick(components, raw.from);
  const product = from.type.split('/')[0];
  const near = components.filter((other) => other.id !== from.id && other.type.split('/')[0] === product);
  const others = components.filter((other) => other.id !== from.id);
  return { from: from.id, to: pick(near.length > 0 && raw.to % 5 > 0 ? near : others, raw.to).id };
}

/** Walks that may or may not be ways: one pin a pair. */
function pinsOf(raw: Raw, ends: readonly string[], boundaries: readonly { id: string; between: readonly string[] }[]): object[] {
  const taken = new Set<string>();
  return raw.pins.flatMap((pin) => {
    const start = pick(ends, pin.start);
    let at = start;
    const via = pin.steps.map((step) => {
      const touching = boundaries.filter((boundary) => boundary.between.includes(at) && boundary.between[0] !== boundary.between[1]);
      if (touching.length > 0 && step.edge % 4 > 0) {
        const boundary = pick(touching, step.other);
        at = pick(boundary.between, boundary.between[0] === at ? 1 : 0);
        return boundary.id;
      }
      const next = pick(ends, step.other);
      const id = undrawnBoundaryId(at, next);
      at = next;
      return id;
    });
    const key = JSON.stringify([start, at].sort());
    if (taken.has(key)) return [];
    taken.add(key);
    return [pin.backwards ? { between: [at, start], via: via.toReversed() } : { between: [start, at], via }];
  });
}
