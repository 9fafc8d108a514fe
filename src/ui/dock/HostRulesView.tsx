import { type RefObject, useCallback, useMemo } from 'react';
import type { Analysis } from '../../engine/result.ts';
import { flowsById, selectedFlows } from '../../store/focus.ts';
import { namesOf } from '../../store/selectors.ts';
import { useWorkspace, workspace } from '../../store/workspace.ts';
import { useT } from '../messages/translate.ts';
import { EmptyState } from '../parts/EmptyState.tsx';
import { Count } from '../parts/Section.tsx';
import type { Group } from './column.ts';
import { type CopyRows, DockTable } from './DockTable.tsx';
import { isNarrowed, useDock } from './dock-state.ts';
import { type HostRuleRow, hostRuleColumns } from './flows-columns.tsx';
import { revealFlows } from './reveal.ts';

const rowKey = (row: HostRuleRow) => row.key;

/** What every host's own firewall has to let in and out. */
export function HostRulesView({ analysis, copy }: { analysis: Analysis; copy: RefObject<CopyRows | null> }) {
  const t = useT();
  const plan = useWorkspace((state) => state.plan);
  const selection = useWorkspace((state) => state.selection);
  const narrowed = useDock((state) => isNarrowed(selection, state));
  const names = useMemo(() => namesOf(plan, analysis), [plan, analysis]);
  const columns = useMemo(() => hostRuleColumns(t, names), [t, names]);
  const all = useMemo(() => {
    const byId = flowsById(analysis);
    return analysis.hosts.flatMap(({ host, inbound, outbound }) =>
      (['inbound', 'outbound'] as const).flatMap((direction) =>
        (direction === 'inbound' ? inbound : outbound).map(
          (rule, index): HostRuleRow => ({ key: `${host} ${direction} ${index}`, host, direction, rule, flow: byId.get(rule.flow) }),
        ),
      ),
    );
  }, [analysis]);
  const chosen = useMemo(() => new Set(selectedFlows(analysis, selection)?.map((flow) => flow.id)), [analysis, selection]);
  const hosts = selection.kind === 'items' ? selection.hosts : [];
  const rows = narrowed ? all.filter((row) => (hosts.length > 0 ? hosts.includes(row.host) : chosen.has(row.rule.flow))) : all;
  const lit = useMemo(
    () => new Set(selection.kind === 'items' ? [] : all.filter((row) => chosen.has(row.rule.flow)).map(rowKey)),
    [all, chosen, selection],
  );
  const grouped = useCallback(
    (list: readonly HostRuleRow[]): Group<HostRuleRow>[] => {
      const found = new Map<string, HostRuleRow[]>();
      for (const row of list) {
        const group = found.get(row.host);
        if (group) group.push(row);
        else found.set(row.host, [row]);
      }
      return [...found].map(([host, rules]) => ({
        id: host,
        name: names.hostName(host),
        rows: rules,
        heading: (
          <>
            <span className="font-semibold">{names.hostName(host)}</span>
            <span className="text-ink2">{names.zone(names.host.get(host)?.zone ?? '')}</span>
            <Count>{rules.length}</Count>
          </>
        ),
      }));
    },
    [names],
  );
  return (
    <DockTable
      tab="hosts"
      label={t('dock.hosts')}
      rows={rows}
      columns={columns}
      grouped={grouped}
      rowId={rowKey}
      selected={lit}
      onSelect={(row) => workspace.getState().select({ kind: 'flow', id: row.rule.flow })}
      onOpen={(row) => revealFlows([row.rule.flow])}
      copy={copy}
      empty={<EmptyState>{plan.hosts.length === 0 ? t('dock.emptyPlan') : t('dock.noHostRules')}</EmptyState>}
    />
  );
}
