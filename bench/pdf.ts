import catalogs from 'virtual:catalogs';
import fonts from 'virtual:document-fonts';
import icons from 'virtual:icons';
import pdfMake from 'pdfmake/build/pdfmake.js';
import type { TDocumentDefinitions } from 'pdfmake/interfaces.js';
import { analyze } from '../src/engine/analyze.ts';
import { makeNames, type ReportInput } from '../src/report/names.ts';
import { type OpeningLine, openingLines } from '../src/report/opening-lines.ts';
import { rulePdf } from '../src/report/pdf/pdf.ts';
import { campus } from './campus.ts';

/**
 * Milliseconds for the rule sheet of a campus with at least `lines` lines of openings, and for pdfmake alone with the same texts in the same
 * ten columns: medians of interleaved runs.
 */
export async function measurePdf(lines: number, runs: number) {
  let zones = Math.ceil(lines / 8);
  let plan = campus(zones * 10, zones);
  let analysis = analyze(plan, catalogs);
  let sheet = linesOf({ plan, analysis });
  while (sheet.length < lines) {
    zones = Math.ceil(zones * 1.5);
    plan = campus(zones * 10, zones);
    analysis = analyze(plan, catalogs);
    sheet = linesOf({ plan, analysis });
  }
  const rows = sheet.map(({ opening, ...line }, index) => [
    String(index + 1),
    opening.fromZone,
    opening.toZone,
    line.sources.map(({ name, addresses }) => `${name}\n${addresses.join(', ')}`).join('\n'),
    line.destinations.map(({ name, addresses }) => `${name}\n${addresses.join(', ')}`).join('\n'),
    `${line.protocol} ${line.ports}`,
    [opening.justification, ...line.remarks].join('\n'),
    opening.products.join(', '),
    '1, 2',
    opening.orderable ? 'Ready' : 'Waits',
  ]);
  const bare: TDocumentDefinitions = {
    pageOrientation: 'landscape',
    defaultStyle: { font: 'Text', fontSize: 7.5 },
    content: [{ table: { headerRows: 1, widths: ['auto', 70, 70, 90, 90, 70, '*', 60, 30, 40], body: [Array(10).fill('head'), ...rows] } }],
  };
  const times = { sheet: [] as number[], table: [] as number[], bare: [] as number[] };
  const timed = async (list: number[], make: () => Promise<unknown>) => {
    const started = performance.now();
    await make();
    list.push(performance.now() - started);
  };
  const input = { plan, analysis, catalogs, date: null };
  // The table alone: the same plan without what the other annexes are made of.
  const onlyTable = { ...input, analysis: { ...analysis, hosts: [], findings: [], accepted: [], flows: [], settings: [] } };
  const options = { paper: 'a4', landscape: true, fonts, icons } as const;
  for (let run = 0; run < runs + 1; run += 1) {
    await timed(times.sheet, () => rulePdf(input, options));
    await timed(times.table, () => rulePdf(onlyTable, { ...options, topology: false }));
    await timed(times.bare, () => pdfMake.createPdf(bare).getBuffer());
  }
  const median = (list: number[]) => [...list.slice(1)].sort((a, b) => a - b)[Math.floor(runs / 2)] ?? 0;
  return { lines: rows.length, sheet: median(times.sheet), table: median(times.table), bare: median(times.bare) };
}

function linesOf(input: ReportInput): OpeningLine[] {
  const names = makeNames(input);
  const flows = new Map(input.analysis.flows.map((flow) => [flow.id, flow]));
  return input.analysis.openings.flatMap((opening) => openingLines(opening, names, flows));
}
