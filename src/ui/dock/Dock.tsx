import clsx from 'clsx';
import { ChevronDown, Columns3, Copy, Filter, PanelBottomClose, PanelBottomOpen, X } from 'lucide-react';
import { Tabs } from 'radix-ui';
import { type PointerEvent, type RefObject, useRef } from 'react';
import { boundaryName } from '../../model/edits/boundaries.ts';
import type { Selection } from '../../store/selection.ts';
import { attention, namesOf, standingFlows } from '../../store/selectors.ts';
import { type DockTab, useWorkspace, workspace } from '../../store/workspace.ts';
import { shownKeys } from '../actions/action.ts';
import { copyText } from '../actions/copy-text.ts';
import { useT } from '../messages/translate.ts';
import { Button, IconButton } from '../parts/Button.tsx';
import { EmptyState } from '../parts/EmptyState.tsx';
import { ErrorBoundary } from '../parts/ErrorBoundary.tsx';
import { Menu, MenuCheck, MenuChoice } from '../parts/Menu.tsx';
import { Count } from '../parts/Section.tsx';
import { COMPACT, useMedia } from '../parts/use-media.ts';
import type { CopyRows } from './DockTable.tsx';
import { type Grouping, isNarrowed, useDock } from './dock-state.ts';
import { FindingsView } from './FindingsView.tsx';
import { FlowsView } from './FlowsView.tsx';
import { sourceRows } from './findings-columns.tsx';
import { HostRulesView } from './HostRulesView.tsx';
import { OpeningsView } from './OpeningsView.tsx';
import { SourcesView } from './SourcesView.tsx';

const TABS: readonly DockTab[] = ['openings', 'flows', 'hosts', 'findings', 'sources'];
const LOWEST = 120;

/** The panel below: what follows from the drawing, as tables. */
export default function Dock({ full = false }: { full?: boolean }) {
  const t = useT();
  const open = useWorkspace((state) => state.panels.dock) || full;
  const tab = useWorkspace((state) => state.dockTab);
  const analysis = useWorkspace((state) => state.analysis);
  const failed = useWorkspace((state) => state.analysisState === 'failed');
  const height = useDock((state) => state.height);
  const copy = useRef<CopyRows | null>(null);
  const { setDockTab, togglePanel } = workspace.getState();

  return (
    <Tabs.Root asChild value={tab} onValueChange={(value) => setDockTab(value as DockTab)}>
      <section
        aria-label={t('dock.label')}
        className={clsx('relative z-10 flex shrink-0 flex-col border-t border-line bg-surface', full && 'min-h-0 flex-1')}
        style={full ? undefined : { height: open ? (height ?? 'var(--dock)') : 41, maxHeight: '60dvh' }}
      >
        {open && !full && <Resizer />}
        <div className="flex h-10 shrink-0 items-center gap-1 border-b border-line px-3">
          <Tabs.List aria-label={t('dock.tabs')} className="flex h-full min-w-0 items-stretch gap-1 overflow-x-auto overflow-y-hidden">
            {TABS.map((name) => (
              <Tabs.Trigger
                key={name}
                value={name}
                onClick={() => togglePanel('dock', true)}
                className={clsx(
                  'relative inline-flex items-center gap-1.5 px-2.5 text-body font-medium whitespace-nowrap outline-offset-[-2px]',
                  tab === name && open
                    ? 'text-ink after:absolute after:inset-x-0 after:bottom-[-1px] after:h-0.5 after:bg-accent'
                    : 'text-ink2 hover:text-ink',
                )}
              >
                {t(`dock.${name}`)}
                <TabCount tab={name} />
              </Tabs.Trigger>
            ))}
          </Tabs.List>
          <span className="flex-1" />
          {open && <DockTools copy={copy} />}
          {!full && (
            <IconButton
              icon={open ? PanelBottomClose : PanelBottomOpen}
              label={t(open ? 'dock.close' : 'dock.open')}
              keys={shownKeys(['\\'])}
              side="top"
              onClick={() => togglePanel('dock')}
            />
          )}
        </div>
        {open &&
          TABS.map((name) => (
            <Tabs.Content key={name} value={name} tabIndex={-1} className="flex min-h-0 flex-1 flex-col data-[state=inactive]:hidden">
              {tab === name && (
                <ErrorBoundary name={t(`dock.${name}`)}>
                  {failed ? (
                    <EmptyState action={t('error.again')} onAction={() => workspace.getState().setAnalysisState('behind')}>
                      {t('dock.failed')}
                    </EmptyState>
                  ) : analysis === null ? (
                    <EmptyState>{t('dock.working')}</EmptyState>
                  ) : (
                    <View tab={name} copy={copy} />
                  )}
                </ErrorBoundary>
              )}
            </Tabs.Content>
          ))}
      </section>
    </Tabs.Root>
  );
}

function View({ tab, copy }: { tab: DockTab; copy: RefObject<CopyRows | null> }) {
  const analysis = useWorkspace((state) => state.analysis);
  if (!analysis) return null;
  switch (tab) {
    case 'openings':
      return <OpeningsView analysis={analysis} copy={copy} />;
    case 'flows':
      return <FlowsView analysis={analysis} copy={copy} />;
    case 'hosts':
      return <HostRulesView analysis={analysis} copy={copy} />;
    case 'findings':
      return <FindingsView analysis={analysis} copy={copy} />;
    case 'sources':
      return <SourcesView analysis={analysis} copy={copy} />;
  }
}

function TabCount({ tab }: { tab: DockTab }) {
  const count = useWorkspace(({ analysis }) => {
    if (!analysis) return null;
    if (tab === 'openings') return analysis.openings.length;
    if (tab === 'flows') return analysis.flows.length;
    if (tab === 'hosts') return analysis.hosts.reduce((sum, host) => sum + host.inbound.length + host.outbound.length, 0);
    if (tab === 'findings') return analysis.findings.length;
    return sourceRows(standingFlows(analysis)).length;
  });
  const errors = useWorkspace(
    ({ analysis }) => tab === 'findings' && analysis !== null && attention(analysis).some((one) => one.severity === 'error'),
  );
  return count === null ? null : <Count tone={errors ? 'error' : 'plain'}>{count}</Count>;
}

function DockTools({ copy }: { copy: RefObject<CopyRows | null> }) {
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

function Resizer() {
  const t = useT();
  const from = useRef<{ y: number; height: number } | null>(null);
  const set = (height: number) => useDock.setState({ height: Math.round(Math.min(window.innerHeight * 0.6, Math.max(LOWEST, height))) });
  const current = (element: Element) => element.parentElement?.getBoundingClientRect().height ?? 240;
  const onPointerMove = (event: PointerEvent) => {
    if (from.current) set(from.current.height + from.current.y - event.clientY);
  };
  return (
    <div
      role="separator"
      aria-label={t('dock.resize')}
      aria-orientation="horizontal"
      aria-valuenow={useDock((state) => state.height) ?? 240}
      aria-valuemin={LOWEST}
      aria-valuemax={Math.round(window.innerHeight * 0.6)}
      tabIndex={0}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        from.current = { y: event.clientY, height: current(event.currentTarget) };
      }}
      onPointerMove={onPointerMove}
      onPointerUp={() => {
        from.current = null;
      }}
      onDoubleClick={() => useDock.setState({ height: null })}
      onKeyDown={(event) => {
        const step = event.key === 'ArrowUp' ? 24 : event.key === 'ArrowDown' ? -24 : 0;
        if (step === 0) return;
        event.preventDefault();
        set(current(event.currentTarget) + step);
      }}
      className="absolute inset-x-0 -top-1 z-20 h-2 cursor-row-resize touch-none hover:bg-accent/30"
    />
  );
}
