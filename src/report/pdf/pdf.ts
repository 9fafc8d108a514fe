import pdfMake from 'pdfmake/build/pdfmake.js';
import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces.js';
import { contentHash } from '../cover.ts';
import { gather, type SheetInput } from '../material.ts';
import type { Icons } from '../picture/brush.ts';
import { topologySheets } from '../picture/sheets.ts';
import { annexes } from './annexes.ts';
import { coverPage } from './cover-page.ts';
import { drawable, glyphsOf, type HasGlyph } from './glyphs.ts';
import { INK, SIZE } from './look.ts';
import { renamedFont } from './picture-font.ts';
import { pointPage } from './point-page.ts';
import { topologyPages } from './topology-page.ts';
import { makeWriter, type Writer } from './writer.ts';

/** Paper sizes in points, upright. */
const PAPER = { a4: [595.28, 841.89], letter: [612, 792] } as const;
export type Paper = keyof typeof PAPER;

/** TrueType fonts in Base64; what they cannot draw is shown as code points. */
export interface PdfFonts {
  readonly regular: string;
  readonly bold: string;
  readonly mono: string;
}

/** How the document is made, beside what it says. */
export interface PdfOptions {
  readonly paper: Paper;
  readonly landscape: boolean;
  readonly fonts: PdfFonts;
  /** Icons of the topology. */
  readonly icons: Icons;
  /** False leaves the topology out. */
  readonly topology?: boolean;
  /** Told the share that is done, from 0 to 1. */
  readonly onProgress?: (share: number) => void;
}

const MARGIN = 34;
const FOOTER = 30;
/** Room for a heading above a picture. */
const HEADING = 34;
/** A card's text is 12 pixels: smaller than this share of it nobody reads. */
const LEAST_SCALE = 0.4;

/**
 * The rule sheet as a PDF: cover, a sheet for each enforcement point, host rules, findings, what is left out and assumed, and the source row
 * of every line. The same plan, catalogs, date and options give the same bytes, in page and terminal. No script, no action, no attachment.
 */
export async function rulePdf(
  input: SheetInput,
  { paper, landscape, fonts, icons, topology = true, onProgress }: PdfOptions,
): Promise<Uint8Array<ArrayBuffer>> {
  const [short, long] = PAPER[paper];
  const [width, height] = (landscape ? [long, short] : [short, long]).map((side) => side - 2 * MARGIN) as [number, number];
  const material = gather(input);
  const { regular, bold, mono, writer } = facesOf(fonts);
  const drawn = (codePoint: number) => regular(codePoint) && bold(codePoint) && mono(codePoint);
  const after = annexes(material, writer);
  const points = material.points.map((section, index) => ({ section, id: `point-${index}` }));
  const contents = [
    ...(topology ? [{ id: 'topology', name: 'Topology', count: '' }] : []),
    ...points.map(({ section, id }) => ({ id, name: section.name, count: String(section.openings.length) })),
    ...after.map(({ id, name, count }) => ({ id, name, count })),
  ];
  const draw = () =>
    topologySheets(
      input,
      { theme: 'light', icons, families: { text: 'PictureText', mono: 'PictureMono' }, drawable: (text) => drawable(text, drawn) },
      { width, height: height - HEADING - FOOTER, least: LEAST_SCALE },
    );
  const content: Content[] = [
    ...coverPage(material, contents, writer),
    ...topologyPages(topology ? draw() : [], { width, height: height - HEADING - FOOTER }, writer),
    ...points.flatMap(({ section, id }) => pointPage(section, id, width, material, writer)),
    ...after.flatMap((part) => part.content),
  ];
  const subject = [input.plan.title, input.plan.revision && `Revision ${input.plan.revision}`].filter(Boolean).join('. ');
  const definition = definitionOf({ title: input.plan.title || 'Firewall rule sheet', subject, input, paper, landscape }, content, writer);
  return printed(definition, fonts, topology, onProgress);
}

/** Which characters each font draws, and a writer for them. */
export function facesOf(fonts: PdfFonts): {
  readonly regular: HasGlyph;
  readonly bold: HasGlyph;
  readonly mono: HasGlyph;
  readonly writer: Writer;
} {
  const [regular, bold, mono] = [fonts.regular, fonts.bold, fonts.mono].map((font) => glyphsOf(bytesOf(font))) as [
    HasGlyph,
    HasGlyph,
    HasGlyph,
  ];
  return { regular, bold, mono, writer: makeWriter({ text: (codePoint) => regular(codePoint) && bold(codePoint), mono }) };
}

/** What a document says of itself, and its paper. */
interface Frame {
  readonly title: string;
  /** Stands at the foot of every page. */
  readonly subject: string;
  readonly input: SheetInput;
  readonly paper: Paper;
  readonly landscape: boolean;
}

/** A document around its content: paper, what it says of itself, the foot of every page. */
export function definitionOf({ title, subject, input, paper, landscape }: Frame, content: Content[], writer: Writer): TDocumentDefinitions {
  const footer = writer.plain(subject);
  const hash = contentHash(input.plan);
  return {
    pageSize: paper === 'a4' ? 'A4' : 'LETTER',
    pageOrientation: landscape ? 'landscape' : 'portrait',
    pageMargins: [MARGIN, MARGIN, MARGIN, MARGIN + FOOTER / 2],
    info: {
      title: writer.plain(title),
      author: writer.plain(input.plan.author),
      creator: 'Portolan',
      producer: 'Portolan',
      // Fixed: the bytes tell the plan and the day, not the minute.
      creationDate: new Date(`${input.date ?? '2000-01-01'}T00:00:00Z`),
    },
    defaultStyle: { font: 'Text', fontSize: SIZE.body, color: INK.ink, lineHeight: 1.15 },
    footer: (page, pages) => ({
      margin: [MARGIN, 8, MARGIN, 0],
      columns: [
        { text: [`${footer}  `, { text: hash, font: 'Mono', fontSize: SIZE.mono }], color: INK.faint, fontSize: SIZE.caption },
        { text: `Page ${page} of ${pages}`, alignment: 'right', width: 'auto', color: INK.faint, fontSize: SIZE.caption },
      ],
    }),
    content,
  };
}

/** The bytes of a document; `pictures` brings the fonts of pictures along. */
export async function printed(definition: TDocumentDefinitions, fonts: PdfFonts, pictures: boolean, onProgress?: (share: number) => void) {
  pdfMake.addVirtualFileSystem(Object.fromEntries(Object.entries(fonts).map(([name, data]) => [`${name}.ttf`, data])));
  if (pictures)
    pdfMake.addVirtualFileSystem(
      Object.fromEntries(Object.entries(fonts).map(([name, data]) => [`picture-${name}.ttf`, renamedFont(data)])),
    );
  pdfMake.addFonts({
    PictureText: { normal: 'picture-regular.ttf', bold: 'picture-bold.ttf' },
    PictureMono: { normal: 'picture-mono.ttf', bold: 'picture-mono.ttf' },
    Text: { normal: 'regular.ttf', bold: 'bold.ttf' },
    Mono: { normal: 'mono.ttf', bold: 'mono.ttf' },
  });
  // Nothing of a document may be fetched, whatever a plan says.
  pdfMake.setUrlAccessPolicy(() => false);
  pdfMake.setProgressCallback(onProgress ?? (() => undefined));
  return new Uint8Array(await pdfMake.createPdf(definition).getBuffer());
}

function bytesOf(base64: string): Uint8Array {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}
