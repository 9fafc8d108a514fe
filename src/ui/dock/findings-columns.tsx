import { CircleX, Info, TriangleAlert } from 'lucide-react';
import type { Finding, Flow, Severity } from '../../engine/result.ts';
import type { Citation } from '../../model/catalog.ts';
import { productOf, sourceOf } from '../../store/catalogs.ts';
import type { useFindingWords } from '../messages/finding-text.ts';
import type { useT } from '../messages/translate.ts';
import { ProductTile } from '../parts/ProductTile.tsx';
import type { Column } from './column.ts';

const SEVERITY_ORDER: Record<Severity, number> = { error: 0, warning: 1, info: 2 };

/** Icon and word of a severity. */
export function SeverityWord({ severity, t }: { severity: Severity; t: ReturnType<typeof useT> }) {
  const Icon = severity === 'error' ? CircleX : severity === 'warning' ? TriangleAlert : Info;
  const tone = severity === 'error' ? 'text-error' : severity === 'warning' ? 'text-warn' : 'text-info';
  return (
    <span className="inline-flex items-center gap-1.5">
      <Icon aria-hidden="true" size={14} strokeWidth={1.75} className={tone} />
      {t(`severity.${severity}`)}
    </span>
  );
}

/** A finding, open or accepted. */
export interface FindingRow {
  readonly key: string;
  readonly finding: Finding;
  /** Why it is accepted; null where it is open. */
  readonly accepted: string | null;
}

/** The columns of the findings: how grave, what, why, what next. */
export function findingColumns(t: ReturnType<typeof useT>, words: ReturnType<typeof useFindingWords>): readonly Column<FindingRow>[] {
  return [
    { id: '#', label: '#', width: '44px', align: 'right', fixed: true, decoration: true, cell: () => null, text: () => '' },
    {
      id: 'severity',
      label: t('column.severity'),
      width: '112px',
      fixed: true,
      cell: (row) => (row.accepted === null ? <SeverityWord severity={row.finding.severity} t={t} /> : t('severity.accepted')),
      text: (row) => (row.accepted === null ? t(`severity.${row.finding.severity}`) : t('severity.accepted')),
      order: (row) => SEVERITY_ORDER[row.finding.severity] + (row.accepted === null ? 0 : 3),
    },
    {
      id: 'what',
      label: t('column.what'),
      width: 'minmax(240px,1.2fr)',
      fixed: true,
      cell: (row) => (
        <span className="font-medium" title={words(row.finding).what}>
          {words(row.finding).what}
        </span>
      ),
      text: (row) => words(row.finding).what,
    },
    {
      id: 'why',
      label: t('column.why'),
      width: 'minmax(240px,1.4fr)',
      cell: (row) => <span title={row.accepted ?? words(row.finding).why}>{row.accepted ?? words(row.finding).why}</span>,
      text: (row) => row.accepted ?? words(row.finding).why,
    },
    {
      id: 'next',
      label: t('column.next'),
      width: 'minmax(220px,1.2fr)',
      cell: (row) => (
        <span className="text-accent-text" title={words(row.finding).next}>
          {words(row.finding).next}
        </span>
      ),
      text: (row) => words(row.finding).next,
    },
    {
      id: 'code',
      label: t('column.code'),
      width: '150px',
      cell: (row) => <code className="text-[11px] text-ink2">{row.finding.code}</code>,
      text: (row) => row.finding.code,
    },
  ];
}

/** A row of a vendor page and the flows that stand on it. */
export interface SourceRow {
  readonly key: string;
  readonly product: string;
  readonly citation: Citation;
  readonly flows: readonly Flow[];
}

/** Every cited row of the flows, with the flows that cite it. */
export function sourceRows(flows: readonly Flow[]): SourceRow[] {
  const rows = new Map<string, { key: string; product: string; citation: Citation; flows: Flow[] }>();
  for (const flow of flows) {
    if (flow.product === null) continue;
    for (const citation of flow.sources) {
      const key = JSON.stringify([flow.product, citation.id, citation.row]);
      const row = rows.get(key);
      if (row) row.flows.push(flow);
      else rows.set(key, { key, product: flow.product, citation, flows: [flow] });
    }
  }
  return [...rows.values()];
}

/** The columns of the sources. */
export function sourceColumns(t: ReturnType<typeof useT>): readonly Column<SourceRow>[] {
  const title = (row: SourceRow) => sourceOf(row.product, row.citation.id)?.title ?? row.citation.id;
  const purposes = (row: SourceRow) => [...new Set(row.flows.map((flow) => flow.purpose))].join('; ');
  return [
    { id: '#', label: '#', width: '44px', align: 'right', fixed: true, decoration: true, cell: () => null, text: () => '' },
    {
      id: 'product',
      label: t('column.product'),
      width: '190px',
      fixed: true,
      cell: (row) => (
        <span className="inline-flex max-w-full items-center gap-1.5">
          <ProductTile product={row.product} size={15} />
          <span className="truncate">{productOf(row.product)?.name ?? row.product}</span>
        </span>
      ),
      text: (row) => productOf(row.product)?.name ?? row.product,
    },
    {
      id: 'source',
      label: t('column.source'),
      width: 'minmax(240px,1.3fr)',
      fixed: true,
      cell: (row) => {
        const url = sourceOf(row.product, row.citation.id)?.url;
        return url && /^https?:/.test(url) ? (
          <a
            href={url}
            target="_blank"
            rel="noreferrer noopener"
            tabIndex={-1}
            onClick={(event) => event.stopPropagation()}
            className="text-accent-text underline underline-offset-2"
          >
            {title(row)}
          </a>
        ) : (
          title(row)
        );
      },
      text: title,
    },
    { id: 'row', label: t('column.row'), width: '190px', cell: (row) => row.citation.row, text: (row) => row.citation.row },
    {
      id: 'read',
      label: t('column.read'),
      width: '110px',
      cell: (row) => sourceOf(row.product, row.citation.id)?.read ?? '',
      text: (row) => sourceOf(row.product, row.citation.id)?.read ?? '',
    },
    {
      id: 'count',
      label: t('column.flows'),
      width: '72px',
      cell: (row) => row.flows.length,
      text: (row) => String(row.flows.length),
      order: (row) => row.flows.length,
    },
    {
      id: 'why',
      label: t('column.why'),
      width: 'minmax(220px,1.6fr)',
      cell: (row) => <span title={purposes(row)}>{purposes(row)}</span>,
      text: purposes,
    },
  ];
}
