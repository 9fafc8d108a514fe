import { useVirtualizer } from '@tanstack/react-virtual';
import clsx from 'clsx';
import { ArrowDown, ArrowUp, ChevronDown } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, useEffect, useId, useMemo, useRef, useState } from 'react';
import { useT } from '../messages/translate.ts';
import type { Column, Group, Sorting } from './column.ts';

type Line<Row> =
  | { readonly kind: 'group'; readonly group: Group<Row> }
  | { readonly kind: 'row'; readonly row: Row; readonly number: number };

const ROW = 29;
const GROUP = 28;

export interface TableProps<Row> {
  readonly label: string;
  readonly columns: readonly Column<Row>[];
  readonly groups: readonly Group<Row>[];
  /** Without headings the rows of all groups follow each other. */
  readonly headings: boolean;
  readonly rowId: (row: Row) => string;
  readonly selected: ReadonlySet<string>;
  readonly onSelect: (row: Row) => void;
  /** Enter on the active row, or a double click: look at it closer. */
  readonly onOpen?: (row: Row) => void;
  readonly sorting: Sorting;
  readonly onSort: (sorting: Sorting) => void;
  readonly minWidth: number;
  /** Classes of a row beside those of every row. */
  readonly rowClass?: (row: Row) => string;
  readonly empty: ReactNode;
}

/** A table of any length: only the lines in view are in the page. Arrow keys move, Enter or Space selects; above the first row they reach the headings, which sort. */
export function Table<Row>(props: TableProps<Row>) {
  const { label, columns, groups, headings, rowId, selected, onSelect, onOpen, sorting, onSort, minWidth, empty, rowClass } = props;
  const t = useT();
  const scroller = useRef<HTMLDivElement>(null);
  const base = useId();
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set());
  const [active, setActive] = useState<number | null>(null);
  /** The active line is marked only for those who move it by keys; the pointer marks by itself. */
  const [byKeys, setByKeys] = useState(false);

  const lines = useMemo(() => {
    const result: Line<Row>[] = [];
    let number = 0;
    for (const group of groups) {
      if (headings) result.push({ kind: 'group', group });
      for (const row of group.rows) {
        number += 1;
        if (!headings || !folded.has(group.id)) result.push({ kind: 'row', row, number });
      }
    }
    return result;
  }, [groups, headings, folded]);

  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => (lines[index]?.kind === 'group' ? GROUP : ROW),
    overscan: 8,
    scrollPaddingStart: GROUP,
  });

  // A selection made elsewhere brings its first row into view.
  const firstSelected = useMemo(() => {
    if (selected.size === 0) return -1;
    return lines.findIndex((line) => line.kind === 'row' && selected.has(rowId(line.row)));
  }, [lines, selected, rowId]);
  const own = useRef(false);
  useEffect(() => {
    if (own.current) own.current = false;
    else if (firstSelected >= 0) virtual.scrollToIndex(firstSelected, { align: 'auto' });
  }, [firstSelected, virtual]);

  const choose = (row: Row) => {
    own.current = true;
    onSelect(row);
  };
  const fold = (id: string) =>
    setFolded((before) => {
      const next = new Set(before);
      if (!next.delete(id)) next.add(id);
      return next;
    });
  /** Keys in the header: left and right to the next column, Enter sorts, down goes back to the rows. */
  const inHeader = (event: KeyboardEvent, from: HTMLElement) => {
    const headings = [...(scroller.current?.querySelectorAll<HTMLElement>('[role="columnheader"] button') ?? [])];
    const at = headings.indexOf(from);
    const targets: Record<string, HTMLElement | null | undefined> = {
      ArrowLeft: headings[at - 1],
      ArrowRight: headings[at + 1],
      Home: headings[0],
      End: headings.at(-1),
      ArrowDown: scroller.current,
      Escape: scroller.current,
    };
    if (!(event.key in targets)) return;
    event.preventDefault();
    event.stopPropagation();
    targets[event.key]?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const heading = event.target instanceof HTMLElement && event.target.closest('[role="columnheader"]') !== null;
    // One ring at a time: the row has none while a heading has the keyboard.
    setByKeys(!heading || event.key === 'ArrowDown' || event.key === 'Escape');
    if (event.target instanceof HTMLElement && heading) {
      inHeader(event, event.target);
      return;
    }
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 200) / ROW) - 1);
    const steps: Record<string, number> = {
      ArrowDown: 1,
      ArrowUp: -1,
      PageDown: page,
      PageUp: -page,
      Home: -lines.length,
      End: lines.length,
    };
    const step = steps[event.key];
    if (step !== undefined) {
      event.preventDefault();
      if (event.key === 'ArrowUp' && active === 0) {
        setByKeys(false);
        scroller.current?.querySelector<HTMLElement>('[role="columnheader"] button')?.focus();
        return;
      }
      const from = active ?? (step > 0 ? -1 : lines.length);
      const next = Math.min(lines.length - 1, Math.max(0, from + (active === null ? Math.sign(step) : step)));
      if (lines.length === 0) return;
      setActive(next);
      virtual.scrollToIndex(next, { align: 'auto' });
      return;
    }
    const line = active === null ? undefined : lines[active];
    if (!line) return;
    if (line.kind === 'group' && ['Enter', ' ', 'ArrowLeft', 'ArrowRight'].includes(event.key)) {
      event.preventDefault();
      fold(line.group.id);
    } else if (line.kind === 'row' && event.key === ' ') {
      event.preventDefault();
      choose(line.row);
    } else if (line.kind === 'row' && event.key === 'Enter') {
      event.preventDefault();
      choose(line.row);
      onOpen?.(line.row);
    }
  };

  const template = columns.map((column) => column.width).join(' ');
  const sortBy = (column: Column<Row>) => {
    if (sorting?.column !== column.id) onSort({ column: column.id, down: false });
    else onSort(sorting.down ? null : { column: column.id, down: true });
  };
  if (lines.length === 0) return <div className="min-h-0 flex-1">{empty}</div>;
  return (
    <div
      ref={scroller}
      role="grid"
      aria-label={label}
      aria-rowcount={lines.length + 1}
      aria-colcount={columns.length}
      tabIndex={0}
      aria-activedescendant={active === null ? undefined : `${base}-${active}`}
      onKeyDown={onKeyDown}
      onFocus={(event) => {
        if (event.target !== event.currentTarget || active !== null) return;
        setActive(Math.max(0, firstSelected));
        setByKeys(event.currentTarget.matches(':focus-visible'));
      }}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) setActive(null);
      }}
      className="min-h-0 flex-1 overflow-auto overscroll-contain outline-offset-[-2px]"
    >
      <div style={{ minWidth }}>
        <div role="rowgroup" className="sticky top-0 z-10 bg-surface">
          <div
            role="row"
            aria-rowindex={1}
            className="grid h-7 items-center border-b border-line px-3"
            style={{ gridTemplateColumns: template }}
          >
            {columns.map((column) => (
              <div
                key={column.id}
                role="columnheader"
                aria-sort={sorting?.column === column.id ? (sorting.down ? 'descending' : 'ascending') : undefined}
                className={clsx('min-w-0 pr-3', column.align === 'right' && 'text-right')}
              >
                {column.decoration ? (
                  <span className={column.id === '#' ? 'text-[12px] leading-5 font-medium text-ink2' : 'sr-only'}>{column.label}</span>
                ) : (
                  <button
                    type="button"
                    tabIndex={-1}
                    title={t('dock.sortBy', { column: column.label })}
                    onClick={() => sortBy(column)}
                    className="inline-flex max-w-full items-center gap-1 truncate rounded-[4px] text-[12px] leading-5 font-medium text-ink2 hover:text-ink"
                  >
                    {column.label}
                    {sorting?.column === column.id &&
                      (sorting.down ? (
                        <ArrowDown aria-hidden="true" size={12} strokeWidth={2} />
                      ) : (
                        <ArrowUp aria-hidden="true" size={12} strokeWidth={2} />
                      ))}
                  </button>
                )}
              </div>
            ))}
          </div>
        </div>
        <div role="rowgroup" className="relative" style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map((item) => {
            const line = lines[item.index];
            if (!line) return null;
            const place = { transform: `translateY(${item.start}px)`, height: item.size };
            const isActive = byKeys && active === item.index;
            if (line.kind === 'group') {
              const open = !folded.has(line.group.id);
              return (
                <div
                  key={`group ${line.group.id}`}
                  id={`${base}-${item.index}`}
                  role="row"
                  aria-rowindex={item.index + 2}
                  className={clsx(
                    'absolute inset-x-0 top-0 border-b border-line bg-sunken',
                    isActive && 'outline-2 -outline-offset-2 outline-accent',
                  )}
                  style={place}
                >
                  <div role="gridcell" aria-colspan={columns.length} className="h-full">
                    <button
                      type="button"
                      tabIndex={-1}
                      aria-expanded={open}
                      onClick={() => fold(line.group.id)}
                      className="flex h-full w-full items-center gap-2 px-2.5 text-left text-table"
                    >
                      <ChevronDown
                        aria-hidden="true"
                        size={14}
                        strokeWidth={1.75}
                        className={clsx('shrink-0 text-ink2 transition-transform duration-[140ms]', !open && '-rotate-90')}
                      />
                      {line.group.heading}
                    </button>
                  </div>
                </div>
              );
            }
            const id = rowId(line.row);
            const isSelected = selected.has(id);
            return (
              <div
                key={`row ${id}`}
                id={`${base}-${item.index}`}
                role="row"
                aria-rowindex={item.index + 2}
                aria-selected={isSelected}
                onClick={() => {
                  setActive(item.index);
                  setByKeys(false);
                  choose(line.row);
                }}
                onDoubleClick={() => onOpen?.(line.row)}
                className={clsx(
                  'absolute inset-x-0 top-0 grid items-center border-b border-line px-3 text-table',
                  isSelected ? 'bg-accent-soft shadow-[inset_3px_0_0_var(--accent)]' : (rowClass?.(line.row) ?? 'hover:bg-hover'),
                  isActive && 'outline-2 -outline-offset-2 outline-accent',
                )}
                style={{ ...place, gridTemplateColumns: template }}
              >
                {columns.map((column) => (
                  <div
                    key={column.id}
                    role="gridcell"
                    className={clsx('min-w-0 truncate pr-3', column.align === 'right' && 'text-right text-ink2')}
                  >
                    {column.id === '#' ? (column.cell(line.row) ?? line.number) : column.cell(line.row)}
                  </div>
                ))}
              </div>
            );
          })}
        </div>
      </div>
    </div>
  );
}
