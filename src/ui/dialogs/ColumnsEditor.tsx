import clsx from 'clsx';
import { ArrowDown, ArrowUp } from 'lucide-react';
import { type KeyboardEvent, useId, useLayoutEffect, useRef, useState } from 'react';
import { COLUMN_IDS, type ColumnId, WARNING_COLUMNS } from '../../report/columns.ts';
import { useT } from '../messages/translate.ts';
import { IconButton } from '../parts/Button.tsx';

/** Which columns, in which order: the chosen ones first, then the others. One stop of the Tab key; arrow keys walk, Alt with them moves. */
export function ColumnsEditor({ columns, onChange }: { columns: readonly ColumnId[]; onChange: (columns: readonly ColumnId[]) => void }) {
  const t = useT();
  const id = useId();
  const all = [...columns, ...COLUMN_IDS.filter((each) => !columns.includes(each))];
  const [picked, setPicked] = useState<ColumnId>(all[0] ?? 'rule_id');
  const [said, setSaid] = useState('');
  const { list, keep } = useKeptFocus(columns);
  const place = columns.indexOf(picked);

  const move = (by: -1 | 1) => {
    const to = place + by;
    if (place < 0 || to < 0 || to >= columns.length) return;
    const moved = columns.filter((each) => each !== picked);
    onChange([...moved.slice(0, to), picked, ...moved.slice(to)]);
    setSaid(t('columns.at', { column: t(`column.${picked}`), place: to + 1, count: columns.length }));
  };
  const toggle = (column: ColumnId) => {
    const at = columns.indexOf(column);
    // What is left out goes away below: the focus stays at the place.
    keep(at < 0 ? column : (columns[at + 1] ?? columns[at - 1] ?? column));
    onChange(at < 0 ? [...columns, column] : columns.filter((each) => each !== column));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : null;
    if (by === null) return;
    event.preventDefault();
    if (event.altKey) {
      keep(picked);
      move(by);
      return;
    }
    const next = all[all.indexOf(picked) + by];
    if (next) list.current?.querySelector<HTMLElement>(`[data-column="${next}"]`)?.focus();
  };
  return (
    <div className="flex min-h-0 flex-col">
      <div className="mb-1 flex items-center gap-1">
        <span id={id} className="flex-1 text-[12px] text-ink2">
          {t('columns.chosen', { count: columns.length })}
        </span>
        <IconButton icon={ArrowUp} label={t('columns.up')} keys="Alt+↑" disabled={place <= 0} onClick={() => move(-1)} />
        <IconButton
          icon={ArrowDown}
          label={t('columns.down')}
          keys="Alt+↓"
          disabled={place < 0 || place === columns.length - 1}
          onClick={() => move(1)}
        />
      </div>
      <div
        ref={list}
        role="group"
        aria-label={t('columns.title')}
        aria-describedby={`${id}-keys`}
        onKeyDown={onKeyDown}
        className="h-[228px] overflow-y-auto rounded-control border border-line2 bg-surface py-1"
      >
        {all.map((column, index) => (
          <Row
            key={column}
            column={column}
            chosen={columns.includes(column)}
            picked={column === picked}
            stays={lastWarning(columns, column)}
            first={index === columns.length}
            onPick={() => setPicked(column)}
            onToggle={() => toggle(column)}
          />
        ))}
      </div>
      <p id={`${id}-keys`} className="mt-1 text-caption text-ink2">
        {t('columns.keys')}
      </p>
      <p role="status" className="sr-only">
        {said}
      </p>
    </div>
  );
}

/** True for the one chosen column that is left to say that a line cannot be ordered. */
function lastWarning(columns: readonly ColumnId[], column: ColumnId): boolean {
  const left = WARNING_COLUMNS.filter((each) => columns.includes(each));
  return left.length === 1 && left[0] === column;
}

/** The list, and a way to keep the focus on a column that changes its place: the browser lets go of what moves. */
function useKeptFocus(columns: readonly ColumnId[]) {
  const list = useRef<HTMLDivElement>(null);
  const wanted = useRef<ColumnId | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: after the columns have their new places
  useLayoutEffect(() => {
    if (wanted.current) list.current?.querySelector<HTMLElement>(`[data-column="${wanted.current}"]`)?.focus();
    wanted.current = null;
  }, [columns]);
  return {
    list,
    keep: (column: ColumnId) => {
      wanted.current = column;
    },
  };
}

function Row({
  column,
  chosen,
  picked,
  stays,
  first,
  onPick,
  onToggle,
}: {
  column: ColumnId;
  chosen: boolean;
  picked: boolean;
  stays: boolean;
  /** The first that is not chosen. */
  first: boolean;
  onPick: () => void;
  onToggle: () => void;
}) {
  const t = useT();
  return (
    <label
      className={clsx(
        'flex h-7 items-center gap-2 px-2 text-table',
        picked ? 'bg-accent-soft' : 'hover:bg-hover',
        first && 'border-t border-line2',
      )}
    >
      <input
        type="checkbox"
        data-column={column}
        checked={chosen}
        aria-disabled={stays || undefined}
        tabIndex={picked ? 0 : -1}
        onFocus={onPick}
        onChange={() => {
          if (!stays) onToggle();
        }}
        title={stays ? t('columns.stays') : undefined}
        className={clsx('accent-(--accent)', stays && 'opacity-60')}
      />
      <span className="flex-1 truncate">{t(`column.${column}`)}</span>
      <span className="mono truncate text-[11px] text-ink2">{stays ? t('columns.stays') : column}</span>
    </label>
  );
}
