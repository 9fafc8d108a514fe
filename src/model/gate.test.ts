import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import branch from './fixtures/branch-tooling.plan.json' with { type: 'json' };
import endpoint from './fixtures/endpoint-tooling.plan.json' with { type: 'json' };
import { readPlan } from './gate.ts';
import { FILE_CAPS, LINK_CAPS, MAX_DEPTH, MAX_UNKNOWN_BYTES } from './gate-limits.ts';
import { unknownFields, withoutUnknownFields } from './gate-unknown.ts';
import { MAX_TEXT, type Plan } from './plan.ts';
import { packPlan, writePlan } from './write-plan.ts';

const smallest = { format: 'portolan.plan', version: 1, zones: [], hosts: [] };
const text = (more: object = {}) => JSON.stringify({ ...smallest, ...more });
const hosts = (count: number) => Array.from({ length: count }, (_, index) => ({ id: `h${index}`, zone: 'z' }));

function plan(input: unknown, caps = FILE_CAPS): Plan {
  const read = readPlan(input, caps);
  if (!read.ok) throw new Error(`${read.error.what} at ${read.error.where}`);
  return read.plan;
}

function code(input: unknown, caps = FILE_CAPS): string {
  const read = readPlan(input, caps);
  return read.ok ? 'ok' : read.error.code;
}

describe('a plan at the gate', () => {
  it('gets its defaults', () => {
    const read = plan(text({ hosts: [{ id: 'a', zone: 'z' }] }));
    expect(read.title).toBe('');
    expect(read.hosts[0]).toMatchObject({ id: 'a', addresses: [], count: 1, components: [] });
  });

  it('may start with a byte order mark and come as bytes', () => {
    const bytes = new TextEncoder().encode(`\ufeff${text({ title: 'Zürich 🌍' })}`);
    expect(plan(bytes).title).toBe('Zürich 🌍');
    expect(plan(`\ufeff${text()}`).zones).toEqual([]);
  });

  it('is refused as text that is no JSON, with the place', () => {
    const read = readPlan('{\n  "format": oops }');
    expect(read).toMatchObject({ ok: false, error: { code: 'not-json', where: 'document' } });
    expect(code('')).toBe('not-json');
    expect(code(new Uint8Array([0x7b, 0xc3, 0x28, 0x7d]))).toBe('not-json');
  });

  it('is refused when it is something else', () => {
    for (const input of ['[]', 'null', '3', '"x"', '{}', '{"format":"drawio"}', undefined, Symbol.iterator, new Map()])
      expect(code(input)).toBe('not-a-plan');
  });

  it('is refused when a newer version wrote it or it needs a missing feature', () => {
    expect(code(text({ version: 2, hosts: 'new shape' }))).toBe('newer-version');
    expect(code(text({ version: '1' }))).toBe('schema');
    expect(code(text({ requires: [] }))).toBe('ok');
    expect(code(text({ requires: ['time-windows'] }))).toBe('unknown-feature');
    expect(code(text({ requires: 'time-windows' }))).toBe('schema');
  });

  it.each([
    [
      {
        hosts: [
          { id: 'a', zone: 'z' },
          { id: 'b', zone: 7 },
        ],
      },
      'hosts[1].zone',
      'a text',
    ],
    [
      { zones: [{ id: 'a', kind: 'moat' }] },
      'zones[0].kind',
      'one of internet, dmz, internal, restricted, management, client, partner, cloud',
    ],
    [{ zones: [{ id: '~a' }] }, 'zones[0].id', 'ids that start with ~ are reserved'],
    [
      { hosts: [{ id: 'a', zone: 'z', components: [{ id: 'c', type: 't', settings: { x: [] } }] }] },
      'hosts[0].components[0].settings.x',
      'a text, number, true, false or null',
    ],
    [{ readings: { 'a b\u202e': 1 } }, 'readings["a b<U+202E>"]', ''],
    [{ zones: 3 }, 'zones', 'a list'],
    [
      { requirements: [{ id: 'r', from: [{ host: 'a' }], to: [{ fqdn: 'no_name' }], service: { protocol: 'esp' } }] },
      'requirements[0].to[0].fqdn',
      'a domain name such as www.example.org or *.example.org',
    ],
  ])('says where it does not fit: %j', (more, where, expected) => {
    const read = readPlan(text(more));
    expect(read).toMatchObject({ ok: false, error: { code: 'schema', where } });
    if (!read.ok && expected) expect(read.error.expected).toBe(expected);
  });
});

describe('the caps', () => {
  it('hold for bytes', () => {
    const fitting = text({ title: 'ü'.repeat(50) });
    const caps = { ...LINK_CAPS, bytes: text({ title: '' }).length + 100 };
    expect(code(fitting, caps)).toBe('ok');
    expect(code(`${fitting} `, caps)).toBe('too-large');
    expect(code(new TextEncoder().encode(`${fitting} `), caps)).toBe('too-large');
  });

  it('hold for objects', () => {
    expect(code(text({ hosts: hosts(LINK_CAPS.objects) }), LINK_CAPS)).toBe('ok');
    expect(code(text({ hosts: hosts(LINK_CAPS.objects + 1) }), LINK_CAPS)).toBe('too-many-objects');
    expect(code(text({ hosts: hosts(LINK_CAPS.objects + 1) }), FILE_CAPS)).toBe('ok');
    expect(code(text({ hosts: hosts(FILE_CAPS.objects + 1) }), FILE_CAPS)).toBe('too-many-objects');
  });

  it('hold for values that are no objects', () => {
    const addresses = (count: number) => text({ hosts: [{ id: 'a', zone: 'z', addresses: Array(count).fill('a') }] });
    expect(code(addresses(190_000), LINK_CAPS)).toBe('ok');
    expect(code(addresses(210_000), LINK_CAPS)).toBe('too-many-objects');
    expect(code(JSON.parse(addresses(210_000)), LINK_CAPS)).toBe('too-many-objects');
  });

  it('hold for depth, before and after parsing', () => {
    const nested = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`;
    const document = (depth: number) => `{"format":"portolan.plan","version":1,"zones":[],"hosts":[],"x":${nested(depth)}}`;
    expect(code(document(MAX_DEPTH - 1))).toBe('ok');
    expect(code(document(MAX_DEPTH))).toBe('too-deep');
    expect(code(JSON.parse(document(MAX_DEPTH)))).toBe('too-deep');
    expect(code('['.repeat(1_000_000))).toBe('too-deep');
    const circle: Record<string, unknown> = { ...smallest };
    circle.self = circle;
    expect(code(circle)).toBe('too-deep');
  });

  it('do not take brackets in a text for depth', () => {
    expect(plan(text({ title: `\\"${'['.repeat(100)}` })).title).toBe(`\\"${'['.repeat(100)}`);
  });

  it('hold for every text, known or not, and for keys', () => {
    const long = 'x'.repeat(MAX_TEXT);
    expect(code(text({ title: long }))).toBe('ok');
    expect(readPlan(text({ title: `${long}x` }))).toMatchObject({ ok: false, error: { code: 'text-too-long', where: 'title' } });
    expect(code(text({ hosts: [{ id: 'a', zone: 'z', note: `${long}x` }] }))).toBe('text-too-long');
    expect(code(text({ readings: { [`${long}x`]: 'a' } }))).toBe('text-too-long');
  });

  it('hold for what the format does not know, all together', () => {
    const notes = (count: number) => ({ hosts: hosts(count).map((host) => ({ ...host, note: 'x'.repeat(1017) })) });
    expect(unknownFields({ ...smallest, ...notes(16) }).bytes).toBe(16 * (4 + 1019));
    expect(code(text(notes(16)))).toBe('ok');
    expect(readPlan(text(notes(17)))).toMatchObject({
      ok: false,
      error: { code: 'unknown-too-large', where: 'hosts[0].note', expected: `at most ${MAX_UNKNOWN_BYTES} bytes in total` },
    });
  });

  it('refuse data that JSON cannot hold', () => {
    expect(code({ ...smallest, title: Number.NaN })).toBe('schema');
    expect(code(text().replace('1', '1,"x":1e999'))).toBe('schema');
    expect(code({ ...smallest, when: new Date(0) })).toBe('schema');
    expect(code({ ...smallest, call: () => 0 })).toBe('schema');
  });
});

describe('names of the language', () => {
  it('are plain data as map keys', () => {
    const read = plan(
      '{"format":"portolan.plan","version":1,"zones":[],"hosts":[],"readings":{"__proto__":"a","constructor":"b","toString":"c"}}',
    );
    expect(Object.keys(read.readings).sort()).toEqual(['__proto__', 'constructor', 'toString']);
    expect(JSON.parse(writePlan(read)).readings).toEqual(JSON.parse('{"__proto__":"a","constructor":"b","toString":"c"}'));
  });

  it('survive as unknown fields and reach no prototype', () => {
    const hostile =
      '{"format":"portolan.plan","version":1,"zones":[],"hosts":[{"id":"a","zone":"z","__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}],"__proto__":{"polluted":true}}';
    const read = plan(hostile);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    expect((read.hosts[0] as Record<string, unknown>).polluted).toBeUndefined();
    expect(Object.getPrototypeOf(read.hosts[0])).toBe(Object.prototype);
    expect(writePlan(read).match(/__proto__/g)).toHaveLength(2);
    expect(plan(writePlan(read))).toEqual(read);
  });
});

describe('a written plan', () => {
  it('reads like the one it came from', () => {
    expect(JSON.parse(writePlan(plan(endpoint)))).toEqual(endpoint);
    expect(JSON.parse(writePlan(plan(branch)))).toEqual(branch);
  });

  it('keeps unknown fields, after the known ones', () => {
    const written = writePlan(plan(text({ 'x-ticket': { b: [1, null], a: 'ß' }, hosts: [{ note: 'n', id: 'a', zone: 'z' }] })));
    expect(JSON.parse(written)).toMatchObject({ 'x-ticket': { b: [1, null], a: 'ß' } });
    expect(Object.keys(JSON.parse(written))).toEqual([
      'format',
      'version',
      'title',
      'author',
      'revision',
      'description',
      'zones',
      'hosts',
      'x-ticket',
    ]);
    expect(Object.keys(JSON.parse(written).hosts[0])).toEqual(['id', 'zone', 'note']);
  });

  it('lists its unknown fields and can do without them', () => {
    const document = {
      ...smallest,
      later: 1,
      zones: [{ id: 'z', colour: 'red' }],
      layout: { hosts: { a: { x: 1, y: 2, z: 3 } } },
      types: { 'my/type': {} },
    };
    expect(readPlan(document)).toMatchObject({
      ok: true,
      unknown: ['zones[0].colour', 'layout.hosts.a.z', 'later'].sort(
        (a, b) => unknownFields(document).paths.indexOf(a) - unknownFields(document).paths.indexOf(b),
      ),
    });
    expect(unknownFields(document).paths).toHaveLength(3);
    expect(unknownFields(withoutUnknownFields(document))).toEqual({ paths: [], bytes: 0 });
  });

  it('is the same text whatever the order of its fields', () => {
    const turned = JSON.parse(JSON.stringify(endpoint), (_, value: unknown) =>
      typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.fromEntries(Object.entries(value).reverse()) : value,
    );
    expect(writePlan(plan(turned))).toBe(writePlan(plan(endpoint)));
    expect(packPlan(plan(turned))).toBe(packPlan(plan(endpoint)));
  });

  it('hides no character', () => {
    const written = writePlan(plan(text({ title: 'a\u202eb\u009b31m' })));
    expect(written).toContain('a\\u202eb\\u009b31m');
    expect(plan(written).title).toBe('a\u202eb\u009b31m');
  });

  it('gives the same plan again: any plan', () => {
    const id = fc.string({ minLength: 1, maxLength: 8 }).map((name) => `i${name.replace(/\p{Cc}/gu, '')}`);
    const json = fc
      .jsonValue({ depthSize: 'small', noUnicodeString: false } as never)
      .map((value) => JSON.parse(JSON.stringify(value)) as unknown);
    const arbitrary = fc.record(
      {
        format: fc.constant('portolan.plan'),
        version: fc.constant(1),
        title: fc.string(),
        zones: fc.array(
          fc.record(
            {
              id,
              name: fc.string(),
              kind: fc.constantFrom('internet', 'dmz', 'internal'),
              filtering: fc.boolean(),
              parent: fc.option(id),
              later: json,
            },
            { requiredKeys: ['id'] },
          ),
          { maxLength: 4 },
        ),
        hosts: fc.array(
          fc.record(
            {
              id,
              zone: id,
              count: fc.integer({ min: 1, max: 9 }),
              addresses: fc.array(fc.string(), { maxLength: 2 }),
              components: fc.array(
                fc.record(
                  {
                    id,
                    type: id,
                    settings: fc.dictionary(fc.string(), fc.oneof(fc.string(), fc.boolean(), fc.integer())),
                    deployment: fc.string(),
                  },
                  { requiredKeys: ['id', 'type'] },
                ),
                { maxLength: 3 },
              ),
            },
            { requiredKeys: ['id', 'zone'] },
          ),
          { maxLength: 4 },
        ),
        readings: fc.dictionary(fc.string(), fc.string()),
        later: json,
      },
      { requiredKeys: ['format', 'version', 'zones', 'hosts'] },
    );
    fc.assert(
      fc.property(arbitrary, (document) => {
        const first = plan(JSON.stringify(document));
        expect(plan(writePlan(first))).toEqual(first);
        expect(plan(packPlan(first))).toEqual(first);
        expect(writePlan(plan(packPlan(first)))).toBe(writePlan(first));
      }),
      { numRuns: 300 },
    );
  });
});

it('never throws, whatever comes in', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.uint8Array(),
        fc.anything({ withNullPrototype: true, withBigInt: true, withDate: true, withMap: true }),
        fc.anything().map((more) => ({ ...smallest, hosts: more })),
        fc.anything().map((more) => ({ ...smallest, zones: [more], x: more })),
      ),
      (input) => {
        expect(typeof readPlan(input).ok).toBe('boolean');
      },
    ),
    { numRuns: 1000 },
  );
});
