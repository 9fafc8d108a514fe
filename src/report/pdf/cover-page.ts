import type { Content, TableCell } from 'pdfmake/interfaces.js';
import { requestAt } from '../../model/request.ts';
import { catalogVersions, contentHash, requestFacts } from '../cover.ts';
import type { Material } from '../material.ts';
import { INK, SIZE } from './look.ts';
import { smallTable } from './small-table.ts';
import type { Writer } from './writer.ts';

/** The compass rose, as on the page. */
const LOGO = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><circle cx="12" cy="12" r="10.6" fill="none" stroke="${INK.accent}" stroke-width="1.8"/><path d="M12 3.6c.5 5 3.4 7.9 8.4 8.4-5 .5-7.9 3.4-8.4 8.4-.5-5-3.4-7.9-8.4-8.4 5-.5 7.9-3.4 8.4-8.4Z" fill="${INK.accent}"/></svg>`;

/** An entry of the contents: what it is called, how much is in it, where it begins. */
export interface ContentsEntry {
  readonly id: string;
  readonly name: string;
  readonly count: string;
}

/** The first page: what this is, of which plan and state, and what follows. */
export function coverPage(material: Material, contents: readonly ContentsEntry[], writer: Writer): Content[] {
  const { plan, analysis, date, catalogs } = material;
  const products = new Set(analysis.flows.flatMap(({ product }) => (product === null ? [] : [product])));
  const facts: readonly (readonly [name: string, value: Content])[] = [
    ['Revision', writer.block(plan.revision)],
    ['Author', writer.block(plan.author)],
    ['Date', writer.block(date ?? '')],
    ['Content', writer.mono(contentHash(plan))],
    ['Catalogs', writer.block(catalogVersions(products, catalogs).join(', '))],
    ['Description', writer.block(plan.description)],
    ...requestFacts(requestAt(plan, { kind: 'plan' })).map(([name, value]) => [name, writer.block(value)] as const),
  ];
  const shown = facts.filter(([, value]) => typeof value === 'object' && 'text' in value && value.text !== '');
  return [
    {
      columns: [
        { svg: LOGO, width: 14 },
        { text: 'Firewall rule sheet', color: INK.faint, margin: [4, 2, 0, 0] },
      ],
      columnGap: 2,
    },
    {
      ...writer.block(plan.title || 'Untitled plan'),
      fontSize: SIZE.title,
      bold: true,
      margin: [0, 6, 0, 0],
      outline: true,
      outlineText: 'Cover',
    },
    writer.block(summary(material), { color: INK.faint, margin: [0, 2, 0, 12] }),
    {
      table: { widths: [80, '*'], body: shown.map(([name, value]): TableCell[] => [{ text: name, color: INK.faint }, value as TableCell]) },
      layout: { defaultBorder: false, paddingLeft: () => 0, paddingTop: () => 2, paddingBottom: () => 2 },
    },
    {
      ...(smallTable(
        'Contents',
        ['Part', 'Lines', 'Page'],
        contents.map(({ id, name, count }): TableCell[] => [
          { ...writer.block(name), linkToDestination: id },
          { text: count, color: INK.faint },
          { pageReference: id },
        ]),
        writer,
        ['*', 60, 40],
      ) as object),
      margin: [0, 20, 0, 0],
    } as Content,
  ];
}

function summary({ analysis, points }: Material): string {
  const waiting = analysis.openings.filter(({ orderable }) => !orderable).length;
  const openings = analysis.openings.length;
  return [
    `${openings} ${openings === 1 ? 'opening' : 'openings'} at ${points.length} enforcement ${points.length === 1 ? 'point' : 'points'}`,
    ...(waiting === 0 ? [] : [`${waiting} not orderable yet`]),
  ].join(', ');
}
