import clsx from 'clsx';
import { Copy, Shield } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { Comparison, DifferenceLine } from '../../engine/comparison.ts';
import type { OpeningEnd } from '../../engine/result.ts';
import { productOf } from '../../store/catalogs.ts';
import { namesOf } from '../../store/selectors.ts';
import { workspace } from '../../store/workspace.ts';
import { copyText } from '../actions/copy-text.ts';
import { Arrow, Products } from '../dock/cells.tsx';
import { arranged, type Column, type Group, type Sorting, tabSeparated } from '../dock/column.ts';
import { Table } from '../dock/Table.tsx';
import { openingEnds, serviceText } from '../dock/words.ts';
import { useT } from '../messages/translate.ts';
import { Button } from '../parts/Button.tsx';
import { EmptyState } from '../parts/EmptyState.tsx';
import { Count } from '../parts/Section.tsx';
import { ChangeMark, FILLS, type What } from './ChangeMark.tsx';
import { causeText } from './part-words.ts';

/** One value of a cell: kept, put in, or taken out. */
interface Piece {
  readonly text: string;
  readonly what: 'kept' | 'added' | 'removed';
}

function pieces(now: readonly string[], old: readonly string[] | null, gone: boolean): Piece[] {
  if (gone) return now.map((text) => ({ text, what: 'removed' }));
  if (old === null) return now.map((text) => ({ text, what: 'kept' }));
  return [
    ...now.map((text): Piece => ({ text, what: old.includes(text) ? 'kept' : 'added' })),
    ...old.filter((text) => !now.includes(text)).map((text): Piece => ({ text, what: 'removed' })),
  ];
}

const plain = (list: readonly Piece[]) =>
  list.map(({ text, what }) => (what === 'added' ? `+ ${text}` : what === 'removed' ? `- ${text}` : text)).join(', ');

function Pieces({ list, mono = false }: { list: readonly Piece[]; mono?: boolean }) {
  return (
    <span title={plain(list)} className={mono ? 'mono text-[12px]' : undefined}>
      {list.map(({ text, what }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one cell have no other identity and never move
        <span key={index}>
          {index > 0 && ', '}
          {what === 'kept' ? (
            text
          ) : what === 'added' ? (
            <ins className="font-semibold text-added no-underline">+ {text}</ins>
          ) : (
            <del>{text}</del>
          )}
        </span>
      ))}
    </span>
  );
}

const rowId = ({ what, opening }: DifferenceLine) => `${what} ${opening.id}`;
const rowClass = ({ what }: DifferenceLine) => FILLS[what];

const KINDS: readonly What[] = ['added', 'removed', 'changed'];

/** Below: the openings to add, change and remove, by enforcement point, each with what in the plan caused it. */
export function DeltaTable({ comparison }: { comparison: Comparison }) {
  const t = useT();
  const [hidden, setHidden] = useState<ReadonlySet<What>>(new Set());
  const [sorting, setSorting] = useState<Sorting>(null);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const { lines } = comparison;
  const columns = useMemo(() => deltaColumns(comparison, t), [comparison, t]);
  const groups = useMemo((): Group<DifferenceLine>[] => {
    const rows = arranged(
      lines.filter(({ what }) => !hidden.has(what)),
      columns,
      '',
      sorting,
    );
    const found = new Map<string, DifferenceLine[]>();
    for (const line of rows) {
      const { kind, id } = line.opening.point;
      const key = JSON.stringify([kind, id]);
      found.set(key, [...(found.get(key) ?? []), line]);
    }
    return [...found].map(([id, mine]) => {
      const name = mine[0]?.opening.point.name ?? '';
      return {
        id,
        name,
        rows: mine,
        heading: (
          <>
            <Shield aria-hidden="true" size={14} strokeWidth={1.75} className="shrink-0 text-ink2" />
            <span className="font-semibold">{name}</span>
            {mine[0]?.opening.point.kind !== 'firewall' && <span className="text-ink2">{t('dock.noFirewall')}</span>}
            <Count>{mine.length}</Count>
          </>
        ),
      };
    });
  }, [lines, hidden, sorting, columns, t]);

  const look = ({ opening }: DifferenceLine) => {
    const ids = [...opening.sources, ...opening.destinations].flatMap((end: OpeningEnd) =>
      'host' in end ? [end.host] : 'zone' in end ? [end.zone] : [],
    );
    workspace.getState().reveal(ids);
  };
  return (
    <section aria-label={t('compare.delta')} className="flex h-(--dock) shrink-0 flex-col border-t border-line bg-surface">
      <div className="flex h-10 shrink-0 items-center gap-1.5 border-b border-line px-3">
        <h2 className="flex flex-1 items-center gap-1.5 text-body font-semibold">
          {t('compare.delta')} <Count>{lines.length}</Count>
        </h2>
        {KINDS.map((what) => (
          <button
            key={what}
            type="button"
            aria-pressed={!hidden.has(what)}
            onClick={() =>
              setHidden((now) => {
                const next = new Set(now);
                if (!next.delete(what)) next.add(what);
                return next;
              })
            }
            className={clsx(
              'inline-flex h-7 items-center gap-2 rounded-control border border-line2 px-2 text-table',
              hidden.has(what) ? 'bg-surface' : FILLS[what],
            )}
          >
            <ChangeMark what={what} />
            {lines.filter((line) => line.what === what).length}
          </button>
        ))}
        <Button
          size="small"
          icon={Copy}
          className="text-ink2"
          onClick={() => {
            const rows = groups.flatMap((group) => group.rows);
            void copyText(tabSeparated(rows, columns), 'toast.copiedRows', { count: rows.length });
          }}
        >
          {t('dock.copy')}
        </Button>
      </div>
      <Table
        label={t('compare.delta')}
        columns={columns}
        groups={groups}
        headings
        rowId={rowId}
        selected={selected}
        onSelect={(line) => setSelected(new Set([rowId(line)]))}
        onOpen={look}
        sorting={sorting}
        onSort={setSorting}
        rowClass={rowClass}
        minWidth={1040}
        empty={<EmptyState>{t(lines.length > 0 ? 'compare.noMatch' : 'compare.sameOpenings')}</EmptyState>}
      />
    </section>
  );
}

function deltaColumns({ before, after }: Comparison, t: ReturnType<typeof useT>): Column<DifferenceLine>[] {
  const old = namesOf(before.plan, before.analysis);
  const now = namesOf(after.plan, after.analysis);
  const words = { any: t('address.any'), missing: t('address.missing') };
  const ends = ({ what, opening, old: replaced }: DifferenceLine, side: 'sources' | 'destinations') => {
    const said = (list: readonly OpeningEnd[], names: typeof now) =>
      openingEnds(list, names, words).map(({ name, addresses }) => (addresses ? `${name} ${addresses}` : name));
    return pieces(said(opening[side], what === 'removed' ? old : now), replaced && said(replaced[side], old), what === 'removed');
  };
  const services = ({ what, opening, old: replaced }: DifferenceLine) =>
    pieces(opening.services.map(serviceText), replaced?.services.map(serviceText) ?? null, what === 'removed');
  const causes = ({ causes: found }: DifferenceLine) =>
    found.length === 0
      ? t('compare.noCause')
      : found.map((change) => causeText(change, change.what === 'removed' ? old : now, t)).join(', ');
  return [
    {
      id: 'change',
      label: t('compare.change'),
      width: '116px',
      fixed: true,
      cell: ({ what }) => <ChangeMark what={what} />,
      text: ({ what }) => t(`compare.${what}`),
    },
    {
      id: 'from',
      label: t('column.from'),
      width: 'minmax(190px,1.1fr)',
      fixed: true,
      cell: (row) => <Pieces list={ends(row, 'sources')} />,
      text: (row) => plain(ends(row, 'sources')),
    },
    { id: 'arrow', label: t('column.arrow'), width: '28px', decoration: true, fixed: true, cell: () => <Arrow />, text: () => '' },
    {
      id: 'to',
      label: t('column.to'),
      width: 'minmax(190px,1.1fr)',
      fixed: true,
      cell: (row) => <Pieces list={ends(row, 'destinations')} />,
      text: (row) => plain(ends(row, 'destinations')),
    },
    {
      id: 'service',
      label: t('column.service'),
      width: 'minmax(140px,.8fr)',
      fixed: true,
      cell: (row) => <Pieces list={services(row)} mono />,
      text: (row) => plain(services(row)),
    },
    {
      id: 'cause',
      label: t('compare.cause'),
      width: 'minmax(240px,1.6fr)',
      cell: (row) => <span title={causes(row)}>{causes(row)}</span>,
      text: causes,
    },
    {
      id: 'why',
      label: t('column.why'),
      width: 'minmax(180px,1.2fr)',
      cell: ({ opening }) => <span title={opening.justification}>{opening.justification}</span>,
      text: ({ opening }) => opening.justification,
    },
    {
      id: 'product',
      label: t('column.product'),
      width: 'minmax(120px,.5fr)',
      cell: ({ opening }) => <Products products={opening.products} />,
      text: ({ opening }) => opening.products.map((product) => productOf(product)?.name ?? product).join('; '),
    },
  ];
}
