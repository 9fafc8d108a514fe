import { memo } from 'react';
import { useWorkspace } from '../../store/workspace.ts';
import { useT } from '../messages/translate.ts';
import { ZoneTile } from '../parts/ZoneTile.tsx';
import { useCanvas } from './canvas-state.ts';
import { contentText } from './content-text.ts';
import { FoldButton } from './FoldButton.tsx';
import { HeldFindings } from './HeldFindings.tsx';
import { MarkBadge } from './MarkBadge.tsx';
import type { ZoneNode as ZoneNodeType } from './nodes.ts';
import { useHoldsSelection } from './use-holds-selection.ts';
import { ZoneHandles } from './ZoneHandles.tsx';

/** The frame of a zone: its border says how far it is trusted, its tile what it is for. */
export const ZoneNode = memo(function ZoneNode({ id, data, selected }: { id: string; data: ZoneNodeType['data']; selected?: boolean }) {
  const { zone, kind, name, least, held } = data;
  const t = useT();
  const target = useCanvas((state) => (state.target?.kind === 'zone' && state.target.id === id ? state.target.text : null));
  const chosen = useCanvas((state) => state.boundaryFrom === id);
  const alone = useWorkspace(
    ({ selection, tool, placing }) =>
      selection.kind === 'items' && selection.zones.length === 1 && selection.hosts.length === 0 && tool === 'select' && !placing,
  );
  const mark = useCanvas(({ marks }) => marks?.zones.get(id));
  const holds = useHoldsSelection(held);
  const frame = zone?.filtering === false;
  const [network, ...others] = zone?.cidrs ?? [];
  return (
    <div
      className="zone"
      data-kind={kind}
      data-frame={frame || undefined}
      data-collapsed={held !== null || undefined}
      data-ringed={selected || chosen || holds || undefined}
      data-target={target !== null || undefined}
      data-mark={mark}
      style={{ '--zone': `var(--zone-${kind})`, '--zone-tint': `var(--zone-${kind}-tint)` }}
    >
      {selected && alone && held === null && <ZoneHandles id={id} least={least} />}
      <svg className="zone-frame" aria-hidden="true">
        <rect x="0.75" y="0.75" rx="11.25" className="zone-border" />
        {kind === 'restricted' && !frame && <rect x="4.75" y="4.75" rx="7.5" className="zone-border zone-border-inner" />}
      </svg>
      <div className="zone-title">
        <ZoneTile kind={kind} size={20} />
        <span className="zone-name" title={name}>
          {name}
        </span>
        {zone && <FoldButton zone={zone} collapsed={held !== null} reachable={selected === true || held !== null} />}
        {held && <span className="zone-held">{contentText(held, t)}</span>}
        <span className="zone-cidr" hidden={held !== null}>
          {frame ? t('canvas.frame') : (network ?? (kind === 'internet' ? t('canvas.any') : ''))}
          {others.length > 0 && ` +${others.length}`}
        </span>
      </div>
      {held && <HeldFindings held={held} />}
      {mark && <MarkBadge mark={mark} />}
      {target !== null && <div className="zone-drop">{target}</div>}
    </div>
  );
});
