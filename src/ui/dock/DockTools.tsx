import { ChevronDown, Columns3, Copy, Filter, X } from 'lucide-react';
import type { RefObject } from 'react';
import { boundaryName } from '../../model/edits/boundaries.ts';
import type { Selection } from '../../store/selection.ts';
import { namesOf } from '../../store/selectors.ts';
import { type DockTab, useWorkspace } from '../../store/workspace.ts';
import { copyText } from '../actions/copy-text.ts';
import { useT } from '../messages/translate.ts';
import { Button, IconButton } from '../parts/Button.tsx';
import { Menu, MenuCheck, MenuChoice } from '../parts/Menu.tsx';
import { COMPACT, useMedia } from '../parts/use-media.ts';
import type { CopyRows } from './DockTable.tsx';
import { type Grouping, isNarrowed, useDock } from './dock-state.ts';

/** What can be done with the table that is shown: narrow, group, filter, choose columns, copy, fold. */
export function DockTools({ copy }: { copy: RefObject<CopyRows | null> }) {
  const t = useT();
  const compact = useMedia(COMPACT);
  const tab = useWorkspace((state) => state.dockTab);
  const selection = useWorkspace((state) => state.selection);
  const { filter, filterShown, grouping } = useDock();
  const narrowed = useDock((state) => isNarrowed(selection, state)) && tab !== 'findings' && tab !== 'sources';
  return (
    <div className="flex shrink-0 items-center gap-0.5">
      {narrowed && <Narrowed selection={selection} />}
      {tab === 'openings' && (
        <Menu
          trigger={
            <Button size="small" className="text-ink2">
              {t(`dock.group.${grouping}`)}
              <ChevronDown aria-hidden="true" size={14} strokeWidth={1.75} />
            </Button>
          }
        >
          <MenuChoice
            value={grouping}
            options={(['point', 'zones', 'none'] as const).map((value) => ({ value, label: t(`dock.group.${value}`) }))}
            onChange={(value) => useDock.setState({ grouping: value as Grouping })}
          />
        </Menu>
      )}
      {filterShown || filter ? (
        <span className="relative">
          <input
            type="search"
            aria-label={t('dock.filter')}
            placeholder={t('dock.filterHint')}
            value={filter}
            ref={(input) => {
              if (input && filterShown && !filter && document.activeElement === document.body) input.focus();
            }}
            onChange={(event) => useDock.setState({ filter: event.target.value })}
            onBlur={() => useDock.setState({ filterShown: false })}
            onKeyDown={(event) => {
              if (event.key !== 'Escape') return;
              event.stopPropagation();
              useDock.setState({ filter: '', filterShown: false });
            }}
            // biome-ignore lint/a11y/noAutofocus: the field appears because somebody asked to type into it
            autoFocus={filterShown}
            className="h-7 w-48 appearance-none rounded-control border border-control bg-surface px-2 pr-7 text-table outline-offset-1 [&::-webkit-search-cancel-button]:hidden"
          />
          {filter && (
            <IconButton
              icon={X}
              label={t('dock.clearFilter')}
              iconSize={13}
              side="top"
              className="absolute top-0.5 right-0.5 !size-6"
              onClick={() => useDock.setState({ filter: '', filterShown: false })}
            />
          )}
        </span>
      ) : (
        <ToolButton icon={Filter} label={t('dock.filter')} compact={compact} onClick={() => useDock.setState({ filterShown: true })} />
      )}
      <ColumnsMenu tab={tab} compact={compact} />
      <ToolButton
        icon={Copy}
        label={t('dock.copy')}
        compact={compact}
        onClick={() => {
          const rows = copy.current?.();
          if (rows) void copyText(rows.text, 'toast.copiedRows', { count: rows.count });
        }}
      />
    </div>
  );
}

function ToolButton({ icon, label, compact, onClick }: { icon: typeof Copy; label: string; compact: boolean; onClick: () => void }) {
  if (compact) return <IconButton icon={icon} label={label} side="top" onClick={onClick} />;
  return (
    <Button size="small" icon={icon} className="text-ink2" onClick={onClick}>
      {label}
    </Button>
  );
}

/** Columns that may be left out, by table. */
const OPTIONAL: Record<
  DockTab,
  readonly (readonly [
    string,
    (
      | 'why'
      | 'product'
      | 'need'
      | 'order'
      | 'zones'
      | 'parts'
      | 'scope'
      | 'standing'
      | 'rule'
      | 'process'
      | 'next'
      | 'code'
      | 'row'
      | 'read'
      | 'flows'
    ),
  ])[]
> = {
  openings: [
    ['why', 'why'],
    ['product', 'product'],
    ['need', 'need'],
    ['order', 'order'],
    ['zones', 'zones'],
  ],
  flows: [
    ['parts', 'parts'],
    ['why', 'why'],
    ['scope', 'scope'],
    ['product', 'product'],
    ['need', 'need'],
    ['standing', 'standing'],
    ['rule', 'rule'],
  ],
  hosts: [
    ['process', 'process'],
    ['why', 'why'],
    ['product', 'product'],
  ],
  findings: [
    ['why', 'why'],
    ['next', 'next'],
    ['code', 'code'],
  ],
  sources: [
    ['row', 'row'],
    ['read', 'read'],
    ['count', 'flows'],
    ['why', 'why'],
  ],
};

function ColumnsMenu({ tab, compact }: { tab: DockTab; compact: boolean }) {
  const t = useT();
  const hidden = useDock((state) => state.hidden[tab]) ?? [];
  const label = t('dock.columns');
  return (
    <Menu
      trigger={
        compact ? (
          <IconButton icon={Columns3} label={label} side="top" />
        ) : (
          <Button size="small" icon={Columns3} className="text-ink2">
            {label}
          </Button>
        )
      }
    >
      {OPTIONAL[tab].map(([id, word]) => (
        <MenuCheck
          key={id}
          checked={!hidden.includes(id)}
          onChange={(shown) =>
            useDock.setState((state) => {
              const before = state.hidden[tab] ?? [];
              return { hidden: { ...state.hidden, [tab]: shown ? before.filter((one) => one !== id) : [...before, id] } };
            })
          }
        >
          {t(`column.${word}`)}
        </MenuCheck>
      ))}
    </Menu>
  );
}

function Narrowed({ selection }: { selection: Selection }) {
  const t = useT();
  const plan = useWorkspace((state) => state.plan);
  const analysis = useWorkspace((state) => state.analysis);
  const names = namesOf(plan, analysis);
  const ofKey = (key: string) =>
    key.startsWith('host:') ? names.hostName(key.slice(5)) : key.startsWith('external:') ? names.external(key.slice(9)) : null;
  const name = (() => {
    if (selection.kind === 'boundary') {
      const between = analysis?.boundaries.find((one) => one.id === selection.id)?.between;
      const drawn = plan.boundaries.find((one) => one.id === selection.id);
      return drawn ? boundaryName(plan, drawn) : (between?.map((zone) => names.zone(zone)).join(' | ') ?? selection.id);
    }
    if (selection.kind === 'items' && selection.hosts.length === 1 && selection.zones.length === 0)
      return names.hostName(selection.hosts[0] ?? '');
    const [from, to] = selection.kind === 'edge' ? [ofKey(selection.from), ofKey(selection.to)] : [null, null];
    return from !== null && to !== null ? t('flow.fromTo', { from, to }) : t('dock.selection');
  })();
  return (
    <span className="mr-1 inline-flex h-6 max-w-72 items-center gap-1 rounded-control bg-accent-soft pl-2 text-table text-accent-text">
      <span className="truncate">{t('dock.only', { name })}</span>
      <IconButton
        icon={X}
        label={t('dock.showAll')}
        iconSize={13}
        side="top"
        className="!size-6 !text-accent-text"
        onClick={() => useDock.setState({ widened: selection, narrowed: null })}
      />
    </span>
  );
}
