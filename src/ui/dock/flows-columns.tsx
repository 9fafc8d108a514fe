import { type Flow, type HostRule, isNamed } from '../../engine/result.ts';
import type { Plan } from '../../model/plan.ts';
import { productOf, ruleOf, shortTypeName } from '../../store/catalogs.ts';
import type { Names } from '../../store/selectors.ts';
import type { useT } from '../messages/translate.ts';
import { Arrow, Ends, Products, Service, StandingWord } from './cells.tsx';
import type { Column } from './column.ts';
import { type AddressWords, flowEnd, serviceText } from './words.ts';

/** The columns of the flows: every derived one, whether or not it needs an opening. */
export function flowColumns(t: ReturnType<typeof useT>, plan: Plan, names: Names, words: AddressWords): readonly Column<Flow>[] {
  const from = (flow: Flow) => flowEnd(flow.from, plan, names, words);
  const to = (flow: Flow) => flowEnd(flow.to, plan, names, words);
  const text = (end: { name: string; addresses: string }) => (end.addresses ? `${end.name} (${end.addresses})` : end.name);
  const part = (host: string | null, component: string | null) => {
    const type = host === null ? undefined : names.host.get(host)?.components.find((one) => one.id === component)?.type;
    return type === undefined ? '' : shortTypeName(type);
  };
  const parts = (flow: Flow) =>
    [part(flow.from.host, flow.from.component), isNamed(flow.to) ? '' : part(flow.to.host, flow.to.component)].filter(Boolean).join(' → ');
  const scope = (flow: Flow) => (flow.waived ? t('scope.waived') : t(`scope.${flow.scope}`));
  return [
    { id: '#', label: '#', width: '44px', align: 'right', fixed: true, decoration: true, cell: () => null, text: () => '' },
    {
      id: 'from',
      label: t('column.from'),
      width: 'minmax(180px,1.1fr)',
      fixed: true,
      cell: (row) => <Ends ends={[from(row)]} />,
      text: (row) => text(from(row)),
    },
    { id: 'arrow', label: t('column.arrow'), width: '28px', decoration: true, fixed: true, cell: () => <Arrow />, text: () => '' },
    {
      id: 'to',
      label: t('column.to'),
      width: 'minmax(180px,1.1fr)',
      fixed: true,
      cell: (row) => <Ends ends={[to(row)]} />,
      text: (row) => text(to(row)),
    },
    {
      id: 'service',
      label: t('column.service'),
      width: 'minmax(130px,.75fr)',
      fixed: true,
      cell: (row) => (
        <span className={row.waived ? 'text-ink2 line-through' : ''}>
          <Service text={serviceText(row)} deviates={row.deviations.length > 0} temporary={row.phase !== 'operation'} />
        </span>
      ),
      text: serviceText,
    },
    { id: 'parts', label: t('column.parts'), width: 'minmax(150px,.9fr)', cell: parts, text: parts },
    {
      id: 'why',
      label: t('column.why'),
      width: 'minmax(200px,1.5fr)',
      cell: (row) => <span title={row.purpose}>{row.purpose}</span>,
      text: (row) => row.purpose,
    },
    { id: 'scope', label: t('column.scope'), width: '112px', cell: scope, text: scope },
    {
      id: 'product',
      label: t('column.product'),
      width: '120px',
      cell: (row) => <Products products={row.product === null ? [] : [row.product]} />,
      text: (row) => (row.product === null ? t('dock.own') : (productOf(row.product)?.name ?? row.product)),
    },
    { id: 'need', label: t('column.need'), width: '104px', cell: (row) => t(`need.${row.need}`), text: (row) => t(`need.${row.need}`) },
    {
      id: 'standing',
      label: t('column.standing'),
      width: '124px',
      cell: (row) => <StandingWord standing={row.standing} />,
      text: (row) => (row.standing === null ? t('dock.own') : t(`standing.${row.standing}`)),
    },
    {
      id: 'rule',
      label: t('column.rule'),
      width: '190px',
      cell: (row) => <code className="text-[11px]">{row.rule}</code>,
      text: (row) => row.rule,
    },
  ];
}

/** One line of a host's own firewall, with the flow it serves. */
export interface HostRuleRow {
  readonly key: string;
  readonly host: string;
  readonly direction: 'inbound' | 'outbound';
  readonly rule: HostRule;
  readonly flow: Flow | undefined;
}

/** The columns of the host rules. */
export function hostRuleColumns(t: ReturnType<typeof useT>, names: Names): readonly Column<HostRuleRow>[] {
  const peer = (row: HostRuleRow) => {
    const { peer } = row.rule;
    if (names.host.has(peer)) return names.hostName(peer);
    const external = names.external(peer);
    return external === peer ? names.zone(peer) : external;
  };
  const why = (row: HostRuleRow) => row.flow?.purpose ?? ruleOf(row.rule.flow)?.purpose ?? '';
  return [
    { id: '#', label: '#', width: '44px', align: 'right', fixed: true, decoration: true, cell: () => null, text: () => '' },
    {
      id: 'direction',
      label: t('column.direction'),
      width: '110px',
      fixed: true,
      cell: (row) => t(`direction.${row.direction}`),
      text: (row) => t(`direction.${row.direction}`),
    },
    { id: 'peer', label: t('column.peer'), width: 'minmax(180px,1fr)', fixed: true, cell: peer, text: peer },
    {
      id: 'service',
      label: t('column.service'),
      width: 'minmax(130px,.8fr)',
      fixed: true,
      cell: (row) => <Service text={serviceText(row.rule)} deviates={false} temporary={false} />,
      text: (row) => serviceText(row.rule),
    },
    {
      id: 'process',
      label: t('column.process'),
      width: 'minmax(140px,.9fr)',
      cell: (row) => <code className="text-[11px]">{row.rule.process ?? ''}</code>,
      text: (row) => row.rule.process ?? '',
    },
    { id: 'why', label: t('column.why'), width: 'minmax(220px,1.8fr)', cell: (row) => <span title={why(row)}>{why(row)}</span>, text: why },
    {
      id: 'product',
      label: t('column.product'),
      width: '132px',
      cell: (row) => <Products products={row.flow?.product ? [row.flow.product] : []} />,
      text: (row) => productOf(row.flow?.product ?? '')?.name ?? '',
    },
  ];
}
