import { Shield } from 'lucide-react';
import { type RefObject, useCallback, useMemo } from 'react';
import type { Analysis, Opening } from '../../engine/result.ts';
import { undrawnBoundaryId } from '../../model/plan.ts';
import { selectedFlows } from '../../store/focus.ts';
import { namesOf, openingOrder } from '../../store/selectors.ts';
import { useWorkspace, workspace } from '../../store/workspace.ts';
import { useT } from '../messages/translate.ts';
import { EmptyState } from '../parts/EmptyState.tsx';
import { Count } from '../parts/Section.tsx';
import type { Group } from './column.ts';
import { type CopyRows, DockTable } from './DockTable.tsx';
import { isNarrowed, useDock } from './dock-state.ts';
import { openingColumns } from './openings-columns.tsx';
import { revealFlows } from './reveal.ts';

const openingId = (opening: Opening) => opening.id;

/** The openings that every enforcement point needs. */
export function OpeningsView({ analysis, copy }: { analysis: Analysis; copy: RefObject<CopyRows | null> }) {
  const t = useT();
  const plan = useWorkspace((state) => state.plan);
  const selection = useWorkspace((state) => state.selection);
  const grouping = useDock((state) => state.grouping);
  const narrowed = useDock((state) => isNarrowed(selection, state));
  const names = useMemo(() => namesOf(plan, analysis), [plan, analysis]);
  const columns = useMemo(
    () => openingColumns(t, names, { any: t('address.any'), missing: t('address.missing') }, openingOrder(analysis).numbers),
    [t, names, analysis],
  );

  const lit = useMemo((): ReadonlySet<string> => {
    if (selection.kind === 'opening') return new Set([selection.id]);
    if (selection.kind === 'none' || (selection.kind === 'items' && !narrowed)) return new Set();
    const flows = new Set(selectedFlows(analysis, selection)?.map((flow) => flow.id));
    const touched = analysis.openings.filter((opening) =>
      selection.kind === 'boundary'
        ? opening.crossings.some((crossing) => crossing.boundary === selection.id)
        : opening.flows.some((flow) => flows.has(flow)),
    );
    return new Set(touched.map(openingId));
  }, [analysis, selection, narrowed]);
  const rows = useMemo(
    () => (narrowed ? openingOrder(analysis).list.filter((opening) => lit.has(opening.id)) : openingOrder(analysis).list),
    [analysis, narrowed, lit],
  );

  const grouped = useCallback(
    (list: readonly Opening[]): Group<Opening>[] => {
      const found = new Map<string, Opening[]>();
      for (const opening of list) {
        const key =
          grouping === 'point' ? `${opening.point.kind} ${opening.point.id}` : undrawnBoundaryId(opening.fromZone, opening.toZone);
        const group = found.get(key);
        if (group) group.push(opening);
        else found.set(key, [opening]);
      }
      const groups = [...found].map(([id, openings]) => {
        const [first] = openings;
        const zones = [...new Set(openings.flatMap((opening) => [opening.fromZone, opening.toZone]))].map((zone) => names.zone(zone));
        const byPoint = grouping === 'point' && first;
        const name = byPoint ? first.point.name : zones.join(', ');
        const aside = byPoint && first.point.kind === 'firewall' ? zones.join(', ') : byPoint ? t('dock.noFirewall') : '';
        return { id, name, rows: openings, firewall: byPoint ? first.point.kind === 'firewall' : false, aside };
      });
      return groups.map(({ aside, ...group }) => ({
        ...group,
        heading: (
          <>
            <Shield aria-hidden="true" size={14} strokeWidth={1.75} className="shrink-0 text-ink2" />
            <span className="font-semibold">{group.name}</span>
            {aside && <span className="truncate text-ink2">{aside}</span>}
            <Count>{group.rows.length}</Count>
          </>
        ),
      }));
    },
    [grouping, names, t],
  );

  return (
    <DockTable
      tab="openings"
      label={t('dock.openings')}
      rows={rows}
      columns={columns}
      grouped={grouping === 'none' ? null : grouped}
      rowId={openingId}
      selected={lit}
      onSelect={(opening) => workspace.getState().select({ kind: 'opening', id: opening.id })}
      onOpen={(opening) => revealFlows(opening.flows)}
      copy={copy}
      empty={
        <EmptyState>{t(plan.hosts.length === 0 ? 'dock.emptyPlan' : narrowed ? 'dock.noOpeningsHere' : 'dock.noOpenings')}</EmptyState>
      }
    />
  );
}
