import { addressSuffix } from '../../layout/address-suffix.ts';
import type { ExternalRow } from '../../layout/bundle.ts';
import type { Held } from '../../layout/fold.ts';
import type { Box } from '../../layout/geometry.ts';
import { CARD_HEADER, CARD_ROW, isGroup } from '../../layout/sizes.ts';
import { type Host, nameOf } from '../../model/plan.ts';
import type { Brush } from './brush.ts';
import { element } from './element.ts';
import type { CardFacts } from './facts.ts';
import { monoWidth } from './text-width.ts';

/** The card of a host: name and address, a row for each component, and a pill where findings ask for attention. */
export function hostCard(host: Host, box: Box, cidrs: readonly string[], facts: CardFacts, brush: Brush): string {
  const { palette } = brush;
  const name = nameOf(host);
  const sheet = (by: number) => brush.plate({ ...box, x: box.x + by, y: box.y + by });
  const [address, ...others] = host.addresses;
  const count = host.count > 1 ? `×${host.count}` : '';
  const suffix = address === undefined ? '' : addressSuffix(address, cidrs);
  const right = count || `${suffix}${others.length > 0 ? ` +${others.length}` : ''}`;
  const rightWidth = Math.min(right === '' ? 0 : monoWidth(right, 11) + 8, box.width * 0.58);
  const { count: found, error } = facts.findings(host);
  const rows = facts.rows(host);
  return brush.group(name, [
    ...(isGroup(host) ? [sheet(8), sheet(4)] : []),
    brush.plate(box),
    element('path', { d: `M${box.x} ${box.y + CARD_HEADER}H${box.x + box.width}`, stroke: palette.line, fill: 'none' }),
    brush.icon(facts.icon(host), box.x + 10, box.y + 8, 15, palette.ink2, 1.75),
    brush.text(name, box.x + 33, box.y + 20.5, 12.5, { bold: true, room: box.width - 43 - rightWidth }),
    brush.mono(right, box.x + box.width - 10, box.y + 20.5, 11, { anchor: 'end', room: box.width * 0.55 }),
    ...rows.map((row, index) => {
      const y = box.y + CARD_HEADER + 2 + index * CARD_ROW;
      const portWidth = row.port === '' ? 0 : monoWidth(row.port, 11) + 8;
      return [
        brush.tile(row.product, row.letters, box.x + 10, y + 3.5, 17),
        brush.text(row.name, box.x + 35, y + 16, 12, { room: box.width - 45 - portWidth }),
        brush.mono(row.port, box.x + box.width - 10, y + 16, 11, { anchor: 'end', room: box.width / 2 }),
      ].join('');
    }),
    ...(rows.length === 0
      ? [brush.text('No component', box.x + box.width / 2, box.y + CARD_HEADER + 18, 11.5, { anchor: 'middle', fill: palette.ink2 })]
      : []),
    ...(found > 0 ? [findingPill(found, error, box, brush)] : []),
  ]);
}

/** The card of the vendor services that flows use: a row for each, with the ports opened there. */
export function externalsCard(rows: readonly ExternalRow[], box: Box, facts: CardFacts, brush: Brush): string {
  return brush.group('Vendor services', [
    brush.plate(box),
    element('path', { d: `M${box.x} ${box.y + CARD_HEADER}H${box.x + box.width}`, stroke: brush.palette.line, fill: 'none' }),
    brush.icon('cloud', box.x + 10, box.y + 8, 15, brush.palette.ink2, 1.75),
    brush.text('Vendor services', box.x + 33, box.y + 20.5, 12.5, { bold: true, room: box.width - 43 }),
    ...rows.map(({ external, fqdns, ports }, index) => {
      const y = box.y + CARD_HEADER + 2 + index * CARD_ROW;
      const port = `${ports[0] ?? ''}${ports.length > 1 ? ` +${ports.length - 1}` : ''}`;
      const name = external === null ? fqdns.join(', ') : facts.external(external);
      return [
        brush.icon('globe', box.x + 10, y + 5, 14, brush.palette.ink2, 1.75),
        brush.text(name, box.x + 33, y + 16, 12, { room: box.width - 51 - monoWidth(port, 11) }),
        brush.mono(port, box.x + box.width - 10, y + 16, 11, { anchor: 'end', room: box.width / 2 }),
      ].join('');
    }),
  ]);
}

/** What the frame of a collapsed zone says it holds. */
export function contentText({ hosts, zones }: Pick<Held, 'hosts' | 'zones'>): string {
  const counted = (count: number, word: string) => `${count} ${word}${count === 1 ? '' : 's'}`;
  return zones === 0 ? counted(hosts, 'host') : `${counted(hosts, 'host')}, ${counted(zones, 'zone')}`;
}

/** The pill on the corner of a box: how many findings ask for attention. */
export function findingPill(count: number, error: boolean, box: Box, brush: Brush): string {
  const width = 18 + 7 * String(count).length;
  const fill = error ? brush.palette.error : brush.palette.warnFill;
  const ink = error ? brush.palette.card : brush.palette.onWarnFill;
  const x = box.x + box.width + 6 - width;
  return (
    element('rect', { x, y: box.y - 9, width, height: 18, rx: 9, fill }) +
    brush.text(`! ${count}`, x + width / 2, box.y + 4, 11, { bold: true, anchor: 'middle', fill: ink })
  );
}
