import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import endpoint from '../../model/fixtures/endpoint-tooling.plan.json' with { type: 'json' };
import { pack, unpack } from './packed.ts';
import { WORDS } from './words.ts';

const MOST = 100_000_000;

/** Packed without a limit. */
function packed(document: unknown): Uint8Array {
  return pack(document, Number.POSITIVE_INFINITY) ?? new Uint8Array();
}

/** JSON data through text, as it comes out of a parser. */
function parsed(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}

function roundTrip(value: unknown): void {
  const text = JSON.stringify(parsed(value));
  expect(unpack(packed(JSON.parse(text)), MOST)).toEqual({ json: text });
}

describe('packed data', () => {
  it('comes back letter by letter, whatever it is', () => {
    const id = fc.string({ maxLength: 3 });
    const spot = fc.record({ x: fc.integer(), y: fc.oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true })) });
    const named = fc.record({ id, name: fc.string({ unit: 'binary', maxLength: 3 }), zone: id, type: id, addresses: fc.array(id) });
    const document = fc.oneof(
      fc.jsonValue(),
      fc.array(named),
      fc.record({
        zones: fc.array(named),
        hosts: fc.array(named),
        layout: fc.record({ hosts: fc.dictionary(id, spot), zones: fc.dictionary(id, spot) }),
      }),
      fc.array(
        fc.constantFrom(
          'pc9',
          'pc10',
          'pc10',
          'pc09',
          'pc',
          'PC9',
          '10.0.0.1',
          '10.0.0.0/8',
          '10.0.0.1/33',
          '010.0.0.1',
          '255.255.255.255',
        ),
      ),
    );
    fc.assert(
      fc.property(document, (value) => roundTrip(value)),
      { numRuns: 200, seed: 21 },
    );
  });

  it('keeps odd keys, numbers and texts', () => {
    const odd =
      '{"id":"a","__proto__":{"x":0.1},"5":1,"ß":["\\ud800","\\n\\t\\u0000",1e+300,9007199254740991,-9007199254740991,1099511627775,-1099511627776]}';
    roundTrip(JSON.parse(odd));
    roundTrip({ hosts: [{ id: '10' }, { id: '9' }], layout: { hosts: { 9: { x: 1, y: 2 }, 10: { x: 3, y: 4 } } } });
    roundTrip({
      zones: [{ id: 'a', cidrs: ['10.0.0.0/8', 'fe80::/10', '10.0.0.0-10.0.0.9'] }],
      hosts: [{ id: 'h', zone: 'a', addresses: ['10.1.2.3', 'x', '0.0.0.0'] }],
    });
  });

  it('keeps positions on every grid and off it', () => {
    const spots = fc.array(fc.tuple(fc.nat(60), fc.nat(60)), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(spots, fc.constantFrom(1, 2, 3, 4, 5, 7, 8, 16, 20), fc.constantFrom(0, 0.5, 1, 13), (list, grid, off) => {
        const things = list.map((_, at) => ({ id: `t${at}`, zone: `t${at % 2}` }));
        const layout = Object.fromEntries(list.map(([x, y], at) => [`t${at}`, { x: x * grid + off, y: y * grid }]));
        const zones = Object.fromEntries(list.map(([x, y], at) => [`t${at}`, { x: y * 8, y: x * 8, width: 320, height: 200 }]));
        roundTrip({ zones: things, hosts: things, layout: { zones, hosts: layout } });
      }),
      { numRuns: 100, seed: 22 },
    );
  });

  it('is refused where a bit is wrong or the end is missing', () => {
    const whole = packed(endpoint);
    for (let at = 0; at < whole.length; at++) {
      const wrong = whole.slice();
      wrong[at] = (wrong[at] ?? 0) ^ (1 << (at % 8));
      expect(unpack(wrong, MOST)).toEqual({ problem: 'damaged' });
    }
    for (let length = 0; length < whole.length; length++) expect(unpack(whole.subarray(0, length), MOST)).toEqual({ problem: 'damaged' });
  });

  it('is given up as soon as it comes to more than is allowed', () => {
    expect(unpack(packed(Array.from({ length: 20_000 }, () => 'a'.repeat(1000))), 2_000_000)).toEqual({ problem: 'too-large' });
    expect(unpack(packed(Array.from({ length: 3000 }, () => ({ ['k'.repeat(4000)]: 1 }))), 2_000_000)).toEqual({ problem: 'too-large' });
    const zeros = Array.from({ length: 50_000 }, () => 0);
    expect(unpack(packed(zeros), 500_000)).toEqual({ problem: 'too-large' });
    expect(pack(zeros, 500_000)).toBeNull();
    expect(unpack(pack(zeros, 500_010) ?? new Uint8Array(), 500_010)).toMatchObject({ json: JSON.stringify(zeros) });
  });

  it('knows each word once and no more than its number of bits can name', () => {
    expect(new Set(WORDS).size).toBe(WORDS.length);
    expect(WORDS.length).toBeLessThanOrEqual(512);
  });
});
