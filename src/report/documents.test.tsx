import catalogs from 'virtual:catalogs';
import templates from 'virtual:templates';
import { describe, expect, it } from 'vitest';
import { analyze } from '../engine/analyze.ts';
import { nameOf, type Plan, planSchema } from '../model/plan.ts';
import { openingsCsv } from './csv.ts';
import { openingsHtml } from './html.ts';
import { topologyMermaid } from './mermaid.ts';
import { ruleSheet } from './sheet.ts';

const plans = templates.map((template) => planSchema.parse(template));
const inputOf = (plan: Plan) => ({ plan, analysis: analyze(plan, catalogs) });

const read = (text: string) => new DOMParser().parseFromString(text, 'text/html');

const HOSTILE = [
  '<script>alert(1)</script>',
  '"><img src=https://example.org/x onerror=alert(1)>',
  '</title></style><style>body{display:none}',
  '&lt;b&gt; &#60;i&#62;',
  'x"]\n  click n0 href "https://example.org"\n  n1["y',
  '%%{init: {"securityLevel": "loose"}}%%',
  '`**bold**`',
  'end',
  '#quot;#59;',
  '\u202egnp.exe',
  'Größe ≥ 5 µs, Ωμέγα, 日本',
];

/** The plan with every name a user may choose replaced. */
function renamed(plan: Plan, text: string): Plan {
  const name = <T extends object>(thing: T): T => ({ ...thing, name: text });
  return {
    ...plan,
    title: text,
    author: text,
    description: text,
    zones: plan.zones.map(name),
    hosts: plan.hosts.map(name),
    firewalls: plan.firewalls.map(name),
    boundaries: plan.boundaries.map(name),
  };
}

describe.each(plans.map((plan) => ({ title: plan.title, plan })))('$title', ({ plan }) => {
  const input = inputOf(plan);

  it('has every line of the sheet in the HTML page, cell by cell', () => {
    const document = read(openingsHtml(input));
    const tables = [...document.querySelectorAll('table')].map((table) =>
      [...table.querySelectorAll('tbody tr')].map((row) =>
        [...row.querySelectorAll('td')].map((cell) => cell.innerHTML.split('<br>').filter(Boolean).length),
      ),
    );
    const sheet = ruleSheet(input);
    const wanted = [...sheet.points, ...(sheet.waived.rows.length > 0 ? [sheet.waived] : [])];
    expect(tables).toEqual(wanted.map(({ rows }) => rows.map((row) => row.map((lines) => lines.filter(Boolean).length))));
    for (const { id } of input.analysis.openings) expect(document.body.textContent).toContain(id);
  });

  it('has a row for each line of the CSV file', () => {
    const rows = ruleSheet(input).points.flatMap((point) => point.rows).length;
    expect(openingsCsv(input).trimEnd().split('\r\n').length - 1).toBe(rows);
  });

  it('shows every pair of ends that talks as one arrow of the flowchart', () => {
    const lines = topologyMermaid(input).split('\n');
    const talking = input.analysis.flows.filter((flow) => !flow.waived && flow.scope !== 'local' && flow.scope !== 'tunnelled');
    const end = (given: (typeof talking)[number]['to']) =>
      'fqdns' in given ? [given.external, ...given.fqdns] : [given.host, given.host === null ? given.zone : ''];
    const pairs = new Set(talking.map((flow) => JSON.stringify([end(flow.from), end(flow.to), flow.crossings.length > 0])));
    expect(lines.filter((line) => /^ {2}n\d+ (?:==>|-->)\|"/.test(line))).toHaveLength(pairs.size);
    for (const host of plan.hosts)
      expect(lines.some((line) => line.includes(`"${nameOf(host).replace(/[^\p{L}\p{N} ,.+()/-]/gu, '')}`))).toBe(true);
    expect(lines.filter((line) => line.includes('subgraph ')).length).toBe(lines.filter((line) => line.trim() === 'end').length);
  });
});

describe('a hostile name', () => {
  const [plan] = plans;
  if (!plan) throw new Error('no template');
  const tags = (text: string) => {
    const document = read(text);
    return [...document.querySelectorAll('*')].map(
      (element) => `${element.tagName} ${[...element.attributes].map(({ name }) => name).join()}`,
    );
  };
  const shape = (text: string) => text.replace(/"[^"\n]*"/g, '""');

  it.each(HOSTILE)('adds no element and no attribute to the HTML page: %s', (text) => {
    const hostile = renamed(plan, text);
    const page = openingsHtml(inputOf(hostile));
    expect(tags(page)).toEqual(tags(openingsHtml(inputOf(renamed(plan, 'ordinary')))));
    expect(page).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/);
  });

  it.each(HOSTILE)('adds no statement to the flowchart: %s', (text) => {
    const chart = topologyMermaid(inputOf(renamed(plan, text)));
    expect(shape(chart)).toBe(shape(topologyMermaid(inputOf(renamed(plan, 'ordinary')))));
    expect(chart).not.toContain('`');
  });
});
