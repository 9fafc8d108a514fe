import { ChevronsDownUp, ChevronsUpDown } from 'lucide-react';
import { nameOf, type Zone } from '../../model/plan.ts';
import { useComparing } from '../../store/comparing.ts';
import { setZonesCollapsed } from '../actions/collapse.ts';
import { useT } from '../messages/translate.ts';

/** Collapses a zone to its title, or expands it again. The keyboard stops here only where it means this zone: `reachable`. */
export function FoldButton({ zone, collapsed, reachable }: { zone: Zone; collapsed: boolean; reachable: boolean }) {
  const t = useT();
  const comparing = useComparing((state) => state.open);
  if (comparing) return null;
  const Icon = collapsed ? ChevronsUpDown : ChevronsDownUp;
  const label = t(collapsed ? 'canvas.expand' : 'canvas.collapse', { name: nameOf(zone) });
  return (
    <button
      type="button"
      className="zone-fold nodrag nopan"
      tabIndex={reachable ? 0 : -1}
      aria-label={label}
      aria-expanded={!collapsed}
      title={label}
      onClick={(event) => {
        event.stopPropagation();
        setZonesCollapsed([zone.id], !collapsed);
      }}
    >
      <Icon size={14} strokeWidth={2} aria-hidden="true" />
    </button>
  );
}
