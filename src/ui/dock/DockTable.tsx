import { type ReactNode, type RefObject, useEffect, useMemo } from 'react';
import type { DockTab } from '../../store/workspace.ts';
import { useT } from '../messages/translate.ts';
import { EmptyState } from '../parts/EmptyState.tsx';
import { arranged, type Column, type Group, tabSeparated } from './column.ts';
import { useDock } from './dock-state.ts';
import { Table } from './Table.tsx';

/** What is copied when somebody asks for the rows: the text and how many rows it holds. */
export type CopyRows = () => { readonly text: string; readonly count: number };

/** A table of the dock with filter, sorting and choice of columns applied. */
export function DockTable<Row>({
  tab,
  label,
  rows,
  columns,
  grouped,
  rowId,
  selected,
  onSelect,
  onOpen,
  minWidth = 1040,
  empty,
  copy,
}: {
  tab: DockTab;
  label: string;
  rows: readonly Row[];
  columns: readonly Column<Row>[];
  /** Puts rows under headings; null shows them in one list. */
  grouped: ((rows: readonly Row[]) => readonly Group<Row>[]) | null;
  rowId: (row: Row) => string;
  selected: ReadonlySet<string>;
  onSelect: (row: Row) => void;
  onOpen?: (row: Row) => void;
  minWidth?: number;
  empty: ReactNode;
  copy: RefObject<CopyRows | null>;
}) {
  const t = useT();
  const filter = useDock((state) => state.filter);
  const sorting = useDock((state) => state.sorting[tab] ?? null);
  const hidden = useDock((state) => state.hidden[tab]);
  const shownColumns = useMemo(() => columns.filter((column) => !hidden?.includes(column.id)), [columns, hidden]);
  const shownRows = useMemo(() => arranged(rows, columns, filter, sorting), [rows, columns, filter, sorting]);
  const groups = useMemo(
    () => (grouped ? grouped(shownRows) : [{ id: 'all', heading: null, name: '', rows: shownRows }]),
    [grouped, shownRows],
  );

  useEffect(() => {
    copy.current = () => {
      const listed = groups.flatMap((group) => group.rows);
      return { text: tabSeparated(listed, shownColumns), count: listed.length };
    };
    return () => {
      copy.current = null;
    };
  }, [copy, groups, shownColumns]);

  return (
    <Table
      label={label}
      columns={shownColumns}
      groups={groups}
      headings={grouped !== null}
      rowId={rowId}
      selected={selected}
      onSelect={onSelect}
      {...(onOpen ? { onOpen } : {})}
      sorting={sorting}
      onSort={(next) => useDock.setState((state) => ({ sorting: { ...state.sorting, [tab]: next } }))}
      minWidth={minWidth}
      empty={
        filter && rows.length > 0 ? (
          <EmptyState action={t('dock.clearFilter')} onAction={() => useDock.setState({ filter: '' })}>
            {t('dock.noMatch', { filter })}
          </EmptyState>
        ) : (
          empty
        )
      }
    />
  );
}
