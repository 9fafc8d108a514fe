import type { ZoneKind } from '../../model/plan.ts';
import { zoneIcons } from './icons.ts';

/** The coloured tile of a zone kind with its icon. Decoration: the name stands beside it. */
export function ZoneTile({ kind, size = 20 }: { kind: ZoneKind; size?: number }) {
  const Icon = zoneIcons[kind];
  const icon = Math.round(size * 0.6);
  return (
    <span
      aria-hidden="true"
      className="inline-grid shrink-0 place-items-center text-on-tile"
      style={{ width: size, height: size, borderRadius: size < 18 ? 4 : 5, background: `var(--zone-${kind})` }}
    >
      <Icon size={icon} strokeWidth={2} />
    </span>
  );
}
