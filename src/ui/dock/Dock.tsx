import clsx from 'clsx';
import { PanelBottomClose, PanelBottomOpen } from 'lucide-react';
import { Tabs } from 'radix-ui';
import { type PointerEvent, type RefObject, useRef } from 'react';
import { attention, standingFlows } from '../../store/selectors.ts';
import { type DockTab, useWorkspace, workspace } from '../../store/workspace.ts';
import { shownKeys } from '../actions/action.ts';
import { useT } from '../messages/translate.ts';
import { IconButton } from '../parts/Button.tsx';
import { EmptyState } from '../parts/EmptyState.tsx';
import { ErrorBoundary } from '../parts/ErrorBoundary.tsx';
import { Count } from '../parts/Section.tsx';
import type { CopyRows } from './DockTable.tsx';
import { DockTools } from './DockTools.tsx';
import { useDock } from './dock-state.ts';
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
        data-tables
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
