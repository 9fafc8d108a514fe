import { Shield } from 'lucide-react';
import { nameOf } from '../../model/plan.ts';
import { namesOf, openingsByBoundary } from '../../store/selectors.ts';
import { useWorkspace, workspace } from '../../store/workspace.ts';
import { useT } from '../messages/translate.ts';
import { Count, Section } from '../parts/Section.tsx';

/** The boundaries around some zones, with how many openings pass each; all of them where `zones` is null. */
export function BoundaryList({ zones }: { zones: ReadonlySet<string> | null }) {
  const t = useT();
  const plan = useWorkspace((state) => state.plan);
  const analysis = useWorkspace((state) => state.analysis);
  if (!analysis) return null;
  const names = namesOf(plan, analysis);
  const openings = openingsByBoundary(analysis);
  const boundaries = analysis.boundaries.filter((boundary) => zones === null || boundary.between.some((zone) => zones.has(zone)));
  if (boundaries.length === 0) return null;
  return (
    <Section
      title={
        <>
          {t('inspector.boundaries')} <Count>{boundaries.length}</Count>
        </>
      }
    >
      <ul className="-mx-1.5">
        {boundaries.map((boundary) => {
          const firewall = plan.firewalls.find((one) => one.id === boundary.firewall);
          const count = [...(openings.get(boundary.id)?.values() ?? [])].reduce((sum, list) => sum + list.length, 0);
          return (
            <li key={boundary.id}>
              <button
                type="button"
                onClick={() => workspace.getState().select({ kind: 'boundary', id: boundary.id })}
                className="flex min-h-7 w-full items-center gap-2 rounded-control px-1.5 py-0.5 text-left text-table hover:bg-hover"
              >
                <Shield aria-hidden="true" size={14} strokeWidth={1.75} className="shrink-0 text-ink2" />
                <span className="min-w-0 flex-1">
                  <span className="block truncate">{boundary.between.map((zone) => names.zone(zone)).join(' | ')}</span>
                  {firewall && <span className="block truncate text-caption text-ink2">{nameOf(firewall)}</span>}
                </span>
                <Count>{count}</Count>
              </button>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
