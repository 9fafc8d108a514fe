import catalogs from 'virtual:catalogs';
import fc from 'fast-check';
import { deflateSync, strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { hostilePlans } from '../engine/laws/hostile-plan.ts';
import { randomPlans } from '../engine/laws/random-plan.ts';
import branch from '../model/fixtures/branch-tooling.plan.json' with { type: 'json' };
import endpoint from '../model/fixtures/endpoint-tooling.plan.json' with { type: 'json' };
import { readPlan } from '../model/gate.ts';
import { emptyPlan, type Plan } from '../model/plan.ts';
import { writePlan } from '../model/write-plan.ts';
import { fromBase64url, toBase64url } from './base64url.ts';
import { inflateWithin } from './inflate.ts';
import { decodeLink, encodeLink, isLink, MAX_LINK } from './link.ts';

function plan(document: unknown): Plan {
  const read = readPlan(document);
  if (!read.ok) throw new Error(read.error.what);
  return read.plan;
}

function link(of: Plan, base?: string): string {
  const encoded = encodeLink(of, base);
  if (!encoded.ok) throw new Error(encoded.error.what);
  return encoded.link;
}

function code(text: string): string {
  const read = decodeLink(text);
  return read.ok ? 'ok' : read.error.code;
}

const carrying = (json: string) => `#p=0.${toBase64url(deflateSync(strToU8(json)))}`;

describe('a share link', () => {
  it.each([endpoint, branch])('gives the plan back', (document) => {
    const shared = plan(document);
    expect(decodeLink(link(shared))).toMatchObject({ ok: true, plan: shared });
    expect(decodeLink(link(shared, 'https://example.org/app/?x=1#old'))).toMatchObject({ ok: true, plan: shared });
    expect(link(shared, 'https://example.org/app/#old')).toMatch(/^https:\/\/example\.org\/app\/#p=0\.[\w-]+$/);
  });

  it('gives back any plan, hostile ones included', () => {
    fc.assert(
      fc.property(fc.oneof(randomPlans(catalogs), hostilePlans(catalogs)), (shared) => {
        const read = decodeLink(link(shared));
        expect(read.ok && writePlan(read.plan)).toBe(writePlan(shared));
      }),
      { numRuns: 60, seed: 13 },
    );
  });

  it('still opens as plain JSON, as earlier links carry it', () => {
    expect(decodeLink(carrying(JSON.stringify(endpoint)))).toMatchObject({ ok: true, plan: plan(endpoint) });
  });

  it('is told from a file name', () => {
    expect(isLink('https://example.org/#p=0.abc')).toBe(true);
    expect(isLink('#p=7.abc')).toBe(true);
    expect(isLink('plans/#p.plan.json')).toBe(false);
    expect(isLink('-')).toBe(false);
  });

  it('is refused with a reason', () => {
    expect(code('https://example.org/')).toBe('not-a-link');
    expect(code('#p=1.abc')).toBe('newer-link');
    expect(code('#p=0.')).toBe('damaged-link');
    expect(code('#p=0.ab*c')).toBe('damaged-link');
    expect(code(`#p=0.${'A'.repeat(MAX_LINK + 1)}`)).toBe('too-large');
    expect(code(link(plan(endpoint)).slice(0, -20))).toBe('damaged-link');
    expect(code(carrying('{"format":"portolan.plan","version":9}'))).toBe('newer-version');
    expect(code(carrying('nothing'))).toBe('not-json');
  });

  it('is refused while inflating when it is a bomb', () => {
    expect(code(carrying(`{"format":"portolan.plan","title":"${'a'.repeat(3_000_000)}"}`))).toBe('too-large');
    expect(
      code(
        carrying(
          `{"format":"portolan.plan","version":1,"zones":[],"hosts":[${'{"id":"a","zone":"z"},'.repeat(5001)}{"id":"b","zone":"z"}]}`,
        ),
      ),
    ).toBe('too-many-objects');
  });

  it('is not handed out for a plan that a reader would refuse', () => {
    const crowd = plan({ ...emptyPlan(), hosts: Array.from({ length: 5001 }, (_, index) => ({ id: `h${index}`, zone: 'z' })) });
    expect(encodeLink(crowd)).toMatchObject({ ok: false, error: { code: 'too-many-objects' } });
    const noisy = plan({
      ...emptyPlan(),
      hosts: Array.from({ length: 3000 }, (_, index) => ({
        id: toBase64url(new Uint8Array(30).map((_byte, at) => (index * 7919 * (at + 3)) >> (at % 9))),
        zone: 'z',
      })),
    });
    expect(encodeLink(noisy)).toMatchObject({ ok: false, error: { code: 'too-large' } });
  });

  it('never throws and never gives a half-read plan, however it is mutated', () => {
    const original = link(plan(endpoint)).slice(5);
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
    const codes = new Set<string>();
    fc.assert(
      fc.property(
        fc.array(
          fc.tuple(fc.nat(original.length - 1), fc.constantFrom('set', 'cut', 'insert'), fc.constantFrom(...alphabet, '*', '=', '\u202e')),
          { minLength: 1, maxLength: 4 },
        ),
        (edits) => {
          let text = original;
          for (const [at, kind, letter] of edits) {
            if (kind === 'cut') text = text.slice(0, at);
            else text = text.slice(0, at) + letter + text.slice(at + (kind === 'set' ? 1 : 0));
          }
          const read = decodeLink(`#p=0.${text}`);
          if (read.ok) expect(readPlan(read.plan).ok).toBe(true);
          codes.add(read.ok ? 'ok' : read.error.code);
        },
      ),
      { numRuns: 3000, seed: 7 },
    );
    expect(
      [...codes].filter(
        (each) =>
          ![
            'ok',
            'damaged-link',
            'not-json',
            'not-a-plan',
            'schema',
            'too-large',
            'newer-version',
            'text-too-long',
            'too-deep',
            'unknown-too-large',
            'unknown-feature',
            'too-many-objects',
          ].includes(each),
      ),
    ).toEqual([]);
    expect(codes.has('damaged-link')).toBe(true);
  });
});

it('reads every text of bytes and no other text', () => {
  fc.assert(
    fc.property(fc.uint8Array(), (bytes) => {
      const text = toBase64url(bytes);
      expect(text).toBe(Buffer.from(bytes).toString('base64url'));
      expect(fromBase64url(text)).toEqual(bytes);
    }),
  );
  fc.assert(
    fc.property(fc.string({ maxLength: 12 }), (text) => {
      const bytes = fromBase64url(text);
      if (bytes) expect(toBase64url(bytes)).toBe(text);
    }),
  );
  for (const wrong of ['A', 'AB', 'AA=', 'A+', 'A/', ' AA']) expect(fromBase64url(wrong)).toBeNull();
});

it('inflates up to the limit and not a byte further', () => {
  const data = new Uint8Array(100_000).map((_, at) => at % 251);
  const compressed = deflateSync(data);
  expect(inflateWithin(compressed, data.length)).toEqual({ bytes: data });
  expect(inflateWithin(compressed, data.length - 1)).toEqual({ problem: 'too-large' });
  expect(inflateWithin(compressed.slice(0, -5), data.length)).toEqual({ problem: 'damaged' });
  expect(inflateWithin(new Uint8Array(), 10)).toEqual({ problem: 'damaged' });
});
