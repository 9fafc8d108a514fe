import { describe, expect, it } from 'vitest';
import { plainDocuments, tryDocuments } from '../bench/hostile/documents.ts';
import { ANSWERS, BOMBS, tryLinks } from '../bench/hostile/links.ts';
import { PAYLOADS } from '../bench/hostile/payloads.ts';
import { decodeLink } from '../src/share/link.ts';

// Small helpings of what `npm run hostile` tries at length; the records stand in bench/hostile.md.

describe('hostile texts in every field', () => {
  it('leave every document made of the same parts as a harmless one', async () => {
    const plain = await plainDocuments();
    for (const payload of PAYLOADS.filter((_, at) => at % 32 === 3))
      expect(await tryDocuments(payload, plain), payload.slice(0, 60)).toEqual([]);
  });
});

describe('links', () => {
  it.each(['mistyped', 'forged', 'misshapen'] as const)('that are %s are answered in words or open', (kind) => {
    const { answers } = tryLinks(kind, 100, 3);
    expect([...answers.keys()].filter((answer) => !ANSWERS.has(answer))).toEqual([]);
    expect([...answers.values()].reduce((sum, count) => sum + count, 0)).toBe(100);
  });

  it('that are bombs are refused', () => {
    for (const [name, link] of BOMBS.slice(0, 5)) expect(decodeLink(link()).ok, name).toBe(false);
  });
});
