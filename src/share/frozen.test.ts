import { describe, expect, it } from 'vitest';
import { writePlan } from '../model/write-plan.ts';
import fixtures from './fixtures/links-of-codec-1.json' with { type: 'json' };
import { decodeLink, decodeSealedLink, encodeLink } from './link.ts';

// Links that were sent. A change that breaks one of these breaks links that people keep: it needs a new codec, not a new fixture.
describe('links of codec 1 open for ever', () => {
  it.each(fixtures.links)('$name', ({ link, plan }) => {
    const read = decodeLink(link);
    if (!read.ok) throw new Error(read.error.what);
    expect(writePlan(read.plan)).toBe(plan);
    expect(encodeLink(read.plan)).toEqual({ ok: true, link });
  });

  it('sealed ones too', async () => {
    const read = await decodeSealedLink(fixtures.sealed, fixtures.passphrase);
    if (!read.ok) throw new Error(read.error.what);
    expect(writePlan(read.plan)).toBe(fixtures.links[0]?.plan);
  });
});
