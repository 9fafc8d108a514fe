import type { CustomTableLayout } from 'pdfmake/interfaces.js';
import type { ZoneKind } from '../../model/plan.ts';

/** Colours of the printed sheet: the light theme of the page. */
export const INK = {
  ink: '#161b24',
  faint: '#566072',
  line: '#d5dae2',
  head: '#161b24',
  accent: '#0b7168',
  ok: '#0f7b45',
  warn: '#7a5200',
  error: '#c4183c',
  info: '#1f5fbf',
} as const;

const PRODUCTS: ReadonlyMap<string, string> = new Map([
  ['tpm', '#0c3292'],
  ['tanium', '#c55308'],
  ['sms', '#2a855d'],
  ['netwrix', '#a94fc3'],
  ['usm', '#593d00'],
]);

/** The colour of a product; every one without its own takes the grey of the infrastructure. */
export function productColour(product: string): string {
  return PRODUCTS.get(product) ?? '#70757f';
}

/** The colour of each kind of zone. */
export const ZONE_COLOURS: Readonly<Record<ZoneKind, string>> = {
  internet: '#f1426b',
  dmz: '#b0810f',
  internal: '#2c53d2',
  restricted: '#550690',
  management: '#064a47',
  client: '#0f7236',
  partner: '#944779',
  cloud: '#2c95bd',
};

/** Sizes in points. */
export const SIZE = { title: 22, section: 14, body: 8.5, table: 7.5, mono: 6.8, caption: 6.8 } as const;

/** Rows between thin lines, a strong one below the header, no vertical lines: the sheet of the design. */
export const RULED: CustomTableLayout = {
  hLineWidth: (index, node) => (index < (node.table.headerRows ?? 0) ? 0 : index === node.table.headerRows ? 0.9 : 0.4),
  hLineColor: (index, node) => (index === (node.table.headerRows ?? 0) ? INK.head : INK.line),
  vLineWidth: () => 0,
  paddingLeft: () => 0,
  paddingRight: () => 7,
  paddingTop: () => 3,
  paddingBottom: () => 3,
};
