import catalogs from 'virtual:catalogs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hostilePlans } from '../engine/laws/hostile-plan.ts';
import { randomPlans } from '../engine/laws/random-plan.ts';
import { withCollapsed } from '../model/edits/collapse.ts';
import branch from '../model/fixtures/branch-tooling.plan.json' with { type: 'json' };
import endpoint from '../model/fixtures/endpoint-tooling.plan.json' with { type: 'json' };
import { readPlan } from '../model/gate.ts';
import { emptyPlan, type Plan } from '../model/plan.ts';
import { writePlan } from '../model/write-plan.ts';
import { fromBase64url, toBase64url } from './base64url.ts';
import { pack } from './codec/packed.ts';
import { decodeLink, decodeSealedLink, encodeLink, encodeSealedLink, isLink, isSealedLink, MAX_LINK } from './link.ts';

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

/** A link that is whole, with any data in it. */
const carrying = (data: unknown) => `#p=1.${toBase64url(pack(data, Number.POSITIVE_INFINITY) ?? new Uint8Array())}`;

describe('a share link', () => {
  it.each([endpoint, branch])('gives the plan back', (document) => {
    const shared = plan(document);
    expect(decodeLink(link(shared))).toMatchObject({ ok: true, plan: shared });
    expect(decodeLink(link(shared, 'https://example.org/app/?x=1#old'))).toMatchObject({ ok: true, plan: shared });
    expect(link(shared, 'https://example.org/app/#old')).toMatch(/^https:\/\/example\.org\/app\/#p=1\.[\w-]+$/);
  });

  it('says which zones are collapsed, in a few characters', () => {
    const open = plan(endpoint);
    const shared = withCollapsed(open, ['core', 'dmz'], true);
    expect(decodeLink(link(shared))).toMatchObject({ ok: true, plan: shared, unknown: [] });
    expect(link(shared).length - link(open).length).toBeLessThan(24);
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

  it('is told from a file name', () => {
    expect(isLink('https://example.org/#p=0.abc')).toBe(true);
    expect(isLink('#p=7.abc')).toBe(true);
    expect(isLink('plans/#p.plan.json')).toBe(false);
    expect(isLink('-')).toBe(false);
  });

  it('is refused with a reason', () => {
    expect(code('https://example.org/')).toBe('not-a-link');
    expect(code('#p=2.abc')).toBe('newer-link');
    expect(code('#p=1x.abc')).toBe('newer-link');
    expect(code('#p=0.abc')).toBe('damaged-link');
    expect(code('#p=1.')).toBe('damaged-link');
    expect(code('#p=1.ab*c')).toBe('damaged-link');
    expect(code(`#p=1.${'A'.repeat(MAX_LINK + 1)}`)).toBe('too-large');
    const whole = link(plan(endpoint));
    for (let length = '#p=1.'.length; length < whole.length; length++) expect(code(whole.slice(0, length))).toBe('damaged-link');
    expect(code(carrying({ format: 'portolan.plan', version: 9 }))).toBe('newer-version');
    expect(code(carrying('nothing'))).toBe('not-a-plan');
  });

  it('is refused while it is read when it is a bomb', () => {
    const start = { format: 'portolan.plan', version: 1, zones: [] };
    expect(
      code(carrying({ ...start, hosts: [], title: 'a'.repeat(4096), more: Array.from({ length: 600 }, () => 'a'.repeat(4096)) })),
    ).toBe('too-large');
    expect(code(carrying({ ...start, hosts: Array.from({ length: 5001 }, () => ({ id: 'a', zone: 'z' })) }))).toBe('too-many-objects');
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
    const original = link(plan(endpoint)).slice('#p=1.'.length);
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
          const read = decodeLink(`#p=1.${text}`);
          if (read.ok) expect(readPlan(read.plan).ok).toBe(true);
          codes.add(read.ok ? 'ok' : read.error.code);
        },
      ),
      { numRuns: 3000, seed: 7 },
    );
    codes.delete('ok');
    expect([...codes]).toEqual(['damaged-link']);
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

describe('a sealed link', () => {
  it('opens with its passphrase and no other', async () => {
    const shared = plan(endpoint);
    const sealed = await encodeSealedLink(shared, 'Größe 42', 'https://example.org/#old');
    if (!sealed.ok) throw new Error(sealed.error.what);
    expect(sealed.link).toMatch(/^https:\/\/example\.org\/#p=1s\.[\w-]+$/);
    expect([isLink(sealed.link), isSealedLink(sealed.link), isSealedLink(link(shared))]).toEqual([true, true, false]);
    expect(code(sealed.link)).toBe('sealed-link');
    expect(await decodeSealedLink(sealed.link, 'Größe 42'.normalize('NFD'))).toMatchObject({ ok: true, plan: shared });
    for (const [text, passphrase] of [
      [sealed.link, 'größe 42'],
      [sealed.link, ''],
      [sealed.link.slice(0, -4), 'Größe 42'],
      [sealed.link.replace(/.{4}$/, 'AAAA'), 'Größe 42'],
      ['#p=1s.', 'Größe 42'],
    ] as const) {
      expect(await decodeSealedLink(text, passphrase)).toMatchObject({ ok: false, error: { code: 'wrong-passphrase' } });
    }
  });

  it('is another one each time and does not open as a link without a seal', async () => {
    const links = await Promise.all([1, 2].map(() => encodeSealedLink(plan(branch), 'x')));
    const [one, two] = links.map((each) => (each.ok ? each.link : ''));
    expect(one).not.toBe(two);
    expect(code(one?.replace('1s.', '1.') ?? '')).toBe('damaged-link');
    expect(await decodeSealedLink(link(plan(branch)), 'x')).toMatchObject({ ok: true });
    expect(await encodeSealedLink(plan(branch), '')).toMatchObject({ ok: false, error: { code: 'wrong-passphrase' } });
  });
});
