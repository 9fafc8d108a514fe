import { type RefObject, useMemo } from 'react';
import type { Analysis, Flow } from '../../engine/result.ts';
import { selectedFlows } from '../../store/focus.ts';
import { namesOf } from '../../store/selectors.ts';
import { useWorkspace, workspace } from '../../store/workspace.ts';
import { useT } from '../messages/translate.ts';
import { EmptyState } from '../parts/EmptyState.tsx';
import { type CopyRows, DockTable } from './DockTable.tsx';
import { isNarrowed, useDock } from './dock-state.ts';
import { flowColumns } from './flows-columns.tsx';
import { revealFlows } from './reveal.ts';

const flowId = (flow: Flow) => flow.id;

/** Every derived flow, waived and carried ones included. */
export function FlowsView({ analysis, copy }: { analysis: Analysis; copy: RefObject<CopyRows | null> }) {
  const t = useT();
  const plan = useWorkspace((state) => state.plan);
  const selection = useWorkspace((state) => state.selection);
  const narrowed = useDock((state) => isNarrowed(selection, state));
  const names = useMemo(() => namesOf(plan, analysis), [plan, analysis]);
  const columns = useMemo(() => flowColumns(t, plan, names, { any: t('address.any'), missing: t('address.missing') }), [t, plan, names]);
  const chosen = useMemo(() => selectedFlows(analysis, selection), [analysis, selection]);
  const lit = useMemo(() => new Set(selection.kind === 'items' && !narrowed ? [] : chosen?.map(flowId)), [chosen, selection, narrowed]);
  return (
    <DockTable
      tab="flows"
      label={t('dock.flows')}
      rows={narrowed && chosen ? chosen : analysis.flows}
      columns={columns}
      grouped={null}
      rowId={flowId}
      selected={lit}
      onSelect={(flow) => workspace.getState().select({ kind: 'flow', id: flow.id })}
      onOpen={(flow) => revealFlows([flow.id])}
      minWidth={1240}
      copy={copy}
      empty={<EmptyState>{plan.hosts.length === 0 ? t('dock.emptyPlan') : t('dock.noFlows')}</EmptyState>}
    />
  );
}
