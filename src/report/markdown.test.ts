import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { flow, input, opening } from './fixtures/hand-made.ts';
import { openingsMarkdown } from './markdown.ts';
import { markdownText } from './markdown-text.ts';

/** Anything with which Markdown or HTML could do something: links, images, HTML, table cells, emphasis, code, headings, bare addresses. */
const ACTIVE = /[<>[\]`*_|\\~#@{}$^]|&(?!#\d+;)|:\S|www\./i;

const hostile = [
  '![x](https://evil.example/pixel.png)',
  '[click](javascript:alert(1))',
  '<img src=x onerror=alert(1)>',
  'a | b | c',
  'https://evil.example',
  'www.evil.example',
  '**bold** _it_ `code` ~~x~~',
  '# heading',
  '<!-- -->',
  '&lt;script&gt;',
  'a\n\n# b\r\n- c',
  '<https://evil.example>',
  '[ref]: https://evil.example',
  '\u202egnp.exe',
  '{% include x %} $ {y} {{z}}',
];

describe('text in Markdown', () => {
  it.each(hostile)('does nothing: %j', (label) => {
    expect(label).toMatch(/[^\p{L}\p{N} ]/u);
    expect(markdownText(label).replaceAll(/&#\d+;/g, '')).not.toMatch(ACTIVE);
    expect(markdownText(label)).not.toMatch(/[\r\n]/);
  });

  it('does nothing, whatever it is', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.array(fc.constantFrom(...hostile, ...'<>[]()!|`*_#:/@&;\\ ')).map((parts) => parts.join('')),
        ),
        (label) => {
          expect(markdownText(label).replaceAll(/&#\d+;/g, '')).not.toMatch(ACTIVE);
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('stays as it is where it is harmless', () => {
    expect(markdownText('Zürich (EMEA), 10.0.0.0/8: "core"')).toBe('Zürich (EMEA), 10.0.0.0/8: "core"');
  });
});

describe('the rule sheet as Markdown', () => {
  it('has a table for each enforcement point, then waivers and findings', () => {
    const sheet = openingsMarkdown(
      input(
        {
          flows: [flow('f1'), flow('f2', { waived: { reason: 'air-gapped' } })],
          openings: [opening('o1'), opening('o2', { point: { kind: 'firewall', id: 'fw', name: 'FW' } })],
          findings: [
            { code: 'partner-missing', severity: 'warning', what: 'A partner is missing.', why: 'Why.', next: 'Next.', subjects: [] },
          ],
          accepted: [{ code: 'link-unused', severity: 'warning', what: 'A link.', why: '', next: '', subjects: [], reason: 'known' }],
        },
        { revision: '4' },
      ),
    );
    expect(sheet.match(/^#.*$/gm)).toEqual([
      '# Hand-made',
      '## Core &#124; DMZ (boundary)',
      '## fw (firewall)',
      '## Waived flows',
      '## Findings',
      '## Accepted findings',
    ]);
    expect(sheet).toContain(
      '| o1 | Core | DMZ | A-01: 10.0.0.1 | B-01: 10.1.0.1 | tcp | 443 | required | operation | Hub opens the channel | tanium/ports L70 |  |',
    );
    expect(sheet).toContain('- Revision: 4');
    expect(sheet).toContain('air-gapped');
    expect(sheet).toContain('Accepted: known');
  });

  it('keeps every line of a table at the same number of cells, whatever the labels', () => {
    for (const label of hostile) {
      const sheet = openingsMarkdown(
        input(
          {
            openings: [opening('o1', { justification: label, point: { kind: 'boundary', id: 'x', name: label } })],
            flows: [flow('f1', { sources: [{ id: 'ports', row: label }], waived: { reason: label } })],
          },
          { title: label, author: label, hosts: [{ id: 'a', name: label, zone: 'core' }] as never },
        ),
      );
      const table = sheet.split('\n').filter((line) => line.startsWith('|'));
      expect(new Set(table.slice(0, 3).map((line) => line.split('|').length))).toEqual(new Set([14]));
      expect(sheet.replaceAll('<br>', '')).not.toMatch(/<[a-z!/]|\]\(|https?:\/\//i);
    }
  });

  it('says so where nothing is needed', () => {
    expect(openingsMarkdown(input())).toContain('No openings are needed.');
  });
});
