import type { Content, TableCell } from 'pdfmake/interfaces.js';
import type { Flow } from '../../engine/result.ts';
import { requestFor } from '../../model/request.ts';
import { requestFacts } from '../cover.ts';
import { type CitedSource, type Material, type NumberedOpening, numberSources, type PointOpenings } from '../material.ts';
import type { LineEnd, OpeningLine } from '../opening-lines.ts';
import { productInk } from '../picture/palette.ts';
import { INK, PAPER_INK, RULED, SIZE } from './look.ts';
import { smallTable } from './small-table.ts';
import type { Writer } from './writer.ts';

const HEADER = ['#', 'From zone', 'To zone', 'Source', 'Destination', 'Service', 'Justification', 'Product', 'Ref', 'Order'];

/** Widths of the columns as shares of the width of the page; what is left goes to the justification. */
const SHARES = [0.022, 0.09, 0.09, 0.115, 0.115, 0.085, 0, 0.075, 0.035, 0.055];

/** The sheet of one enforcement point: its openings, the objects they need, and where each fact stands. `width` in points. */
export function pointPage(section: PointOpenings, id: string, width: number, material: Material, writer: Writer): Content[] {
  const { numberOf, list } = numberSources(
    section.openings.flatMap(({ flows }) => flows),
    material,
  );
  const waiting = section.openings.filter(({ opening }) => !opening.orderable).length;
  const count = section.openings.length;
  const asked = requestFacts(requestFor(material.plan, section.point.id, []))
    .map(([name, value]) => `${name}: ${value}`)
    .join('. ');
  return [
    {
      ...writer.block(section.name),
      id,
      fontSize: SIZE.title,
      bold: true,
      outline: true,
      outlineText: writer.plain(section.name),
      outlineParentId: 'points',
      pageBreak: 'before',
    },
    writer.block(
      `${count} ${count === 1 ? 'opening' : 'openings'}${waiting === 0 ? '' : `, ${waiting} not orderable yet`}. Every line permits the initiator only; replies pass statefully and are not listed.`,
      { color: INK.faint, margin: [0, 2, 0, asked === '' ? 10 : 2] },
    ),
    ...(asked === '' ? [] : [writer.block(asked, { margin: [0, 0, 0, 10] })]),
    {
      table: {
        headerRows: 1,
        dontBreakRows: true,
        keepWithHeaderRows: 1,
        widths: SHARES.map((share) => (share === 0 ? '*' : share * width)),
        body: [writer.header(HEADER), ...section.openings.flatMap((each) => openingRows(each, numberOf, material, writer))],
      },
      layout: RULED,
      fontSize: SIZE.table,
    },
    {
      columns: [
        smallTable('Address objects', ['Name', 'Value'], addressObjects(section, writer), writer),
        smallTable('Services', ['Protocol and ports', 'Used by'], serviceObjects(section, writer), writer),
      ],
      columnGap: 24,
      margin: [0, 16, 0, 0],
    },
    ...sourceList(list, writer),
  ];
}

function openingRows(
  { number, opening, lines, flows }: NumberedOpening,
  numberOf: (flow: Flow) => number[],
  material: Material,
  writer: Writer,
): TableCell[][] {
  const refs = [...new Set(flows.flatMap(numberOf))].sort((a, b) => a - b).join(', ');
  const deviations = opening.deviations.map(material.names.deviation);
  return lines.map((line) => [
    { text: String(number), bold: true },
    zoneCell(opening.fromZone, material, writer),
    zoneCell(opening.toZone, material, writer),
    endsCell(line.sources, writer),
    endsCell(line.destinations, writer),
    writer.mono(serviceText(line)),
    {
      stack: [
        writer.block(opening.justification),
        ...(opening.need === 'required' ? [] : [writer.block(opening.need, { color: INK.faint, fontSize: SIZE.caption })]),
        ...[...line.remarks, ...deviations].map((remark) => writer.block(remark, { color: INK.warn, fontSize: SIZE.caption })),
      ],
    },
    {
      stack: opening.products.map((product) =>
        writer.runs([{ text: '■ ', color: productInk(PAPER_INK, product) }, { text: material.products.get(product)?.name ?? product }]),
      ),
    },
    { text: refs },
    opening.orderable ? { text: '✓ Ready', color: INK.ok } : { text: '◔ Waits', color: INK.warn },
  ]);
}

function zoneCell(zone: string, { names, zoneKinds }: Material, writer: Writer): TableCell {
  const kind = zoneKinds.get(zone);
  return writer.runs([{ text: '■ ', color: kind ? PAPER_INK.zones[kind] : INK.faint }, { text: names.zone(zone) }]);
}

function endsCell(ends: readonly LineEnd[], writer: Writer): TableCell {
  return { stack: ends.flatMap(({ name, addresses }) => [writer.block(name, { bold: true }), addressText(addresses, writer)]) };
}

function addressText(addresses: readonly string[], writer: Writer) {
  return addresses.length > 0
    ? writer.mono(addresses.join(', '), { color: INK.faint })
    : writer.mono('no address yet', { color: INK.warn });
}

function serviceText({ protocol, ports }: OpeningLine): string {
  return `${protocol} ${ports.replaceAll(',', ', ')}`.trim();
}

/** The ends by name: what the firewall has to know as address objects. */
function addressObjects({ openings }: PointOpenings, writer: Writer): TableCell[][] {
  const values = new Map<string, Set<string>>();
  for (const { sources, destinations } of openings.flatMap(({ lines }) => lines))
    for (const { name, addresses } of [...sources, ...destinations]) {
      const known = values.get(name) ?? new Set();
      for (const address of addresses) known.add(address);
      values.set(name, known);
    }
  return [...values].map(([name, addresses]) => [writer.block(name), addressText([...addresses], writer)]);
}

/** The services and the numbers of the lines that use each. */
function serviceObjects({ openings }: PointOpenings, writer: Writer): TableCell[][] {
  const users = new Map<string, Set<number>>();
  for (const { number, lines } of openings)
    for (const line of lines) users.set(serviceText(line), (users.get(serviceText(line)) ?? new Set()).add(number));
  return [...users].map(([service, numbers]) => [writer.mono(service), { text: [...numbers].join(', ') }]);
}

function sourceList(list: readonly CitedSource[], writer: Writer): Content[] {
  if (list.length === 0) return [];
  const lines = list.map(({ number, title, rows, read }) =>
    writer.runs([
      { text: `${number}  `, bold: true },
      { text: `${title}, ${rows.length === 1 ? 'row' : 'rows'} ${rows.join(', ')}.${read === '' ? '' : ` Read ${read}.`}` },
    ]),
  );
  return [
    { text: 'Sources', bold: true, margin: [0, 16, 0, 2] },
    { stack: lines, fontSize: SIZE.table },
  ];
}
