import fc from 'fast-check';
import type { Catalog } from '../../model/catalog.ts';
import { type Plan, PROTOCOLS, planSchema, ZONE_KINDS } from '../../model/plan.ts';

const ids = ['a', 'b', 'internet', '__proto__', 'constructor', 'x y', 'a|b', '\\', 'é'];
const id = fc.constantFrom(...ids);
const reference = fc.constantFrom(...ids, '~internet', '~a|b', '~a|a', 'nowhere');
const text = fc.oneof(
  fc.constantFrom('', 'lan-a', '10.0.0.0/8', '10.0.0.1/8', '::1', '999.1.1.1', '10.0.0.9-10.0.0.1', '\u202e'),
  fc.string({ maxLength: 6 }),
);
const list = <T>(of: fc.Arbitrary<T>, maxLength = 4) => fc.array(of, { maxLength });
const orNone = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: undefined });

const placed = fc.oneof(
  fc.record({ host: reference }),
  fc.record({ component: reference }),
  fc.record({ zone: reference }),
  fc.record({ cidr: text, zone: reference }),
);
const named = (catalogs: readonly Catalog[]) =>
  fc.oneof(
    fc.record({
      external: fc.constantFrom('nobody/nothing', ...catalogs.flatMap((c) => c.externals.map((external) => `${c.product}/${external.id}`))),
    }),
    fc.record({ fqdn: fc.constantFrom('www.example.org', '*.example.org') }),
  );

/** Plans that the schema admits and nobody would draw: dangling references, cycles, ids used twice, settings of any kind. */
export function hostilePlans(catalogs: readonly Catalog[]): fc.Arbitrary<Plan> {
  const types = catalogs.flatMap((catalog) => catalog.types.map((type) => `${catalog.product}/${type.id}`));
  const settings = [...new Set(catalogs.flatMap((catalog) => catalog.types.flatMap((type) => Object.keys(type.settings))))];
  const rules = catalogs.flatMap((catalog) => catalog.rules.map((rule) => `${catalog.product}/${rule.id}`));
  const value = fc.oneof(
    fc.boolean(),
    fc.constantFrom(null, '', 'on', 'follow', 'auto', 'random', '5.8', 443, -1, 1.5, 'primary'),
    fc.string({ maxLength: 4 }),
  );
  const end = fc.oneof(placed, named(catalogs));
  const service = fc.oneof(
    fc.record({ protocol: fc.constantFrom('tcp', 'udp'), ports: fc.constantFrom('443', '1-65535', '80,443') }),
    fc.record({ protocol: fc.constantFrom('icmp'), icmpType: fc.option(fc.nat({ max: 255 })) }),
    fc.record({ protocol: fc.oneof(fc.constantFrom(...PROTOCOLS.slice(2)), fc.nat({ max: 255 })) }),
  );
  return fc
    .record({
      format: fc.constant('portolan.plan'),
      version: fc.constant(1),
      zones: list(
        fc.record({
          id,
          kind: fc.constantFrom(...ZONE_KINDS),
          parent: orNone(reference),
          filtering: fc.boolean(),
          lan: orNone(text),
          cidrs: list(text, 2),
          intraZone: fc.constantFrom('open', 'filtered'),
        }),
        5,
      ),
      firewalls: list(fc.record({ id }), 2),
      boundaries: list(fc.record({ id, between: fc.tuple(reference, reference), firewall: orNone(reference) })),
      hosts: list(
        fc.record({
          id,
          zone: reference,
          addresses: list(text, 2),
          count: fc.constantFrom(1, 1, 2, 1_000_000_000),
          components: list(
            fc.record({
              id,
              type: fc.constantFrom('nobody/nothing', ...types),
              settings: fc.dictionary(fc.constantFrom(...settings, '__proto__', 'nothing'), value, { maxKeys: 4 }),
              deployment: fc.constantFrom('default', 'blue', ''),
            }),
            3,
          ),
        }),
        5,
      ),
      links: list(fc.record({ from: reference, to: reference })),
      waivers: list(fc.record({ rule: fc.constantFrom('requirement/a', 'no/rule', ...rules), from: orNone(end), to: orNone(end) }), 2),
      readings: fc.dictionary(fc.constantFrom('__proto__', 'tanium/active-active-443', 'no/dispute'), text, { maxKeys: 2 }),
      requirements: list(
        fc.record({
          id,
          from: fc.array(placed, { minLength: 1, maxLength: 2 }),
          to: fc.array(end, { minLength: 1, maxLength: 2 }),
          service,
        }),
        3,
      ),
      paths: list(fc.record({ between: fc.tuple(reference, reference), via: list(reference, 3) }), 3),
      accepted: list(
        fc.record({
          code: fc.constantFrom('path-missing', 'partner-missing'),
          subjects: list(fc.record({ kind: text, id: reference }), 2),
        }),
        2,
      ),
      catalogs: fc.dictionary(fc.constantFrom('tanium', '__proto__'), text, { maxKeys: 2 }),
    })
    .map((plan) => planSchema.parse(JSON.parse(JSON.stringify(plan))));
}
