import type { Edge } from '../../layout/bundle.ts';
import type { ZoneKind } from '../../model/plan.ts';

/** The colours of a picture: those of the page in light or dark. */
export interface Palette {
  readonly canvas: string;
  readonly card: string;
  readonly sunken: string;
  readonly line: string;
  readonly line2: string;
  readonly ink: string;
  readonly ink2: string;
  readonly ink3: string;
  readonly gate: string;
  readonly onGate: string;
  readonly onTile: string;
  readonly error: string;
  readonly warnFill: string;
  readonly onWarnFill: string;
  /** How much of its colour the ground of a zone has. */
  readonly tint: number;
  readonly zones: Readonly<Record<ZoneKind, string>>;
  readonly products: Readonly<Record<string, string>>;
}

const LIGHT: Palette = {
  canvas: '#f7f8fa',
  card: '#ffffff',
  sunken: '#f0f2f5',
  line: '#e6e9ee',
  line2: '#d5dae2',
  ink: '#161b24',
  ink2: '#566072',
  ink3: '#727b89',
  gate: '#2b3442',
  onGate: '#ffffff',
  onTile: '#ffffff',
  error: '#c4183c',
  warnFill: '#f2b431',
  onWarnFill: '#161b24',
  tint: 0.065,
  zones: {
    internet: '#f1426b',
    dmz: '#b0810f',
    internal: '#2c53d2',
    restricted: '#550690',
    management: '#064a47',
    client: '#0f7236',
    partner: '#944779',
    cloud: '#2c95bd',
  },
  products: { tpm: '#0c3292', tanium: '#c55308', sms: '#2a855d', netwrix: '#a94fc3', usm: '#593d00', infra: '#70757f' },
};

const DARK: Palette = {
  canvas: '#101317',
  card: '#1e242b',
  sunken: '#20262e',
  line: '#262d36',
  line2: '#38424e',
  ink: '#e8ebf0',
  ink2: '#a3adba',
  ink3: '#7d8896',
  gate: '#39444f',
  onGate: '#f2f4f7',
  onTile: '#101317',
  error: '#ffa3b1',
  warnFill: '#f2c14e',
  onWarnFill: '#101317',
  tint: 0.1,
  zones: {
    internet: '#ea5a48',
    dmz: '#feb952',
    internal: '#6985b8',
    restricted: '#c3a0fc',
    management: '#4fbab8',
    client: '#9ab78d',
    partner: '#a97689',
    cloud: '#bae6fb',
  },
  products: { tpm: '#5196fd', tanium: '#e25732', sms: '#8af9c2', netwrix: '#a2779f', usm: '#eac053', infra: '#ccd2dd' },
};

export type Theme = 'light' | 'dark';
export const PALETTES: Readonly<Record<Theme, Palette>> = { light: LIGHT, dark: DARK };

/** The colour of a product; every one without its own, and none at all, takes that of the infrastructure. */
export function productInk(palette: Palette, product: string | null): string {
  const known = product !== null && Object.hasOwn(palette.products, product) ? palette.products[product] : undefined;
  return known ?? palette.products.infra ?? palette.ink2;
}

/** A colour laid thinly over another, as one opaque colour. Both as `#rrggbb`. */
export function mixed(colour: string, share: number, ground: string): string {
  const part = (text: string, at: number) => Number.parseInt(text.slice(at, at + 2), 16);
  const channels = [1, 3, 5].map((at) => Math.round(part(colour, at) * share + part(ground, at) * (1 - share)));
  return `#${channels.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}

/** The colour of a line: its product's, grey where several meet or it is waived, the error's where there is no path. */
export function edgeInk(palette: Palette, { kind, label }: Pick<Edge, 'kind' | 'label'>): string {
  if (kind === 'unrouted') return palette.error;
  if (kind === 'waived') return palette.ink3;
  return label.products > 1 ? palette.ink2 : productInk(palette, label.product);
}
