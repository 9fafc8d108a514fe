import type { Opening } from '../../engine/result.ts';
import { productOf } from '../../store/catalogs.ts';
import type { Names } from '../../store/selectors.ts';
import type { useT } from '../messages/translate.ts';
import { Arrow, Ends, Products, Service } from './cells.tsx';
import type { Column } from './column.ts';
import { type AddressWords, type EndWords, openingEnds, servicesText } from './words.ts';

const NEED_ORDER = { required: 0, recommended: 1, optional: 2 };

const joined = (ends: readonly EndWords[]) => ends.map((end) => (end.addresses ? `${end.name} (${end.addresses})` : end.name)).join('; ');

/** The columns of the openings: who, what, why, by whose word. */
export function openingColumns(
  t: ReturnType<typeof useT>,
  names: Names,
  words: AddressWords,
  numbers: ReadonlyMap<string, number>,
): readonly Column<Opening>[] {
  const from = (opening: Opening) => openingEnds(opening.sources, names, words);
  const to = (opening: Opening) => openingEnds(opening.destinations, names, words);
  const products = (opening: Opening) => opening.products.map((product) => productOf(product)?.name ?? product).join('; ');
  return [
    {
      id: '#',
      label: '#',
      width: '44px',
      align: 'right',
      fixed: true,
      decoration: true,
      cell: (row) => numbers.get(row.id),
      text: () => '',
    },
    {
      id: 'from',
      label: t('column.from'),
      width: 'minmax(190px,1.15fr)',
      fixed: true,
      cell: (row) => <Ends ends={from(row)} />,
      text: (row) => joined(from(row)),
    },
    { id: 'arrow', label: t('column.arrow'), width: '28px', decoration: true, fixed: true, cell: () => <Arrow />, text: () => '' },
    {
      id: 'to',
      label: t('column.to'),
      width: 'minmax(190px,1.1fr)',
      fixed: true,
      cell: (row) => <Ends ends={to(row)} />,
      text: (row) => joined(to(row)),
    },
    {
      id: 'service',
      label: t('column.service'),
      width: 'minmax(130px,.8fr)',
      fixed: true,
      cell: (row) => (
        <Service text={servicesText(row.services)} deviates={row.deviations.length > 0} temporary={row.phase !== 'operation'} />
      ),
      text: (row) => servicesText(row.services),
    },
    {
      id: 'why',
      label: t('column.why'),
      width: 'minmax(220px,1.9fr)',
      cell: (row) => <span title={row.justification}>{row.justification}</span>,
      text: (row) => row.justification,
    },
    {
      id: 'product',
      label: t('column.product'),
      width: 'minmax(132px,.55fr)',
      cell: (row) => <Products products={row.products} />,
      text: products,
    },
    {
      id: 'need',
      label: t('column.need'),
      width: '104px',
      cell: (row) => t(`need.${row.need}`),
      text: (row) => t(`need.${row.need}`),
      order: (row) => NEED_ORDER[row.need],
    },
    {
      id: 'order',
      label: t('column.order'),
      width: '132px',
      cell: (row) =>
        row.orderable ? <span className="text-ok">{t('order.ready')}</span> : <span className="text-warn">{t('order.waits')}</span>,
      text: (row) => (row.orderable ? t('order.ready') : t('order.waits')),
    },
    {
      id: 'zones',
      label: t('column.zones'),
      width: 'minmax(150px,.8fr)',
      cell: (row) => `${names.zone(row.fromZone)} → ${names.zone(row.toZone)}`,
      text: (row) => `${names.zone(row.fromZone)} → ${names.zone(row.toZone)}`,
    },
  ];
}
