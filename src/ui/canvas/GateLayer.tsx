import { ViewportPortal } from '@xyflow/react';
import { ArrowDown, ArrowLeft, ArrowRight, ArrowUp, type LucideIcon, Shield, ShieldAlert } from 'lucide-react';
import { memo } from 'react';
import type { Gate } from '../../layout/gates.ts';
import { itemsSelection } from '../../store/selection.ts';
import { findingsOf } from '../../store/selectors.ts';
import { useWorkspace, workspace } from '../../store/workspace.ts';
import { useT } from '../messages/translate.ts';
import { useCanvas } from './canvas-state.ts';
import { MarkBadge } from './MarkBadge.tsx';

/** All gates, above cards and lines. */
export const GateLayer = memo(function GateLayer({
  gates,
  zoneName,
  faded,
}: {
  gates: readonly Gate[];
  zoneName: (id: string) => string;
  faded: boolean;
}) {
  return (
    <ViewportPortal>
      <div className="gates" data-faded={faded || undefined}>
        {gates.map((gate) => (
          <GateButton key={gate.id} gate={gate} low={zoneName(gate.low)} high={zoneName(gate.high)} />
        ))}
      </div>
    </ViewportPortal>
  );
});

const GateButton = memo(function GateButton({ gate, low, high }: { gate: Gate; low: string; high: string }) {
  const t = useT();
  const { boundary, firewall, axis, box, forward, backward } = gate;
  const selected = useWorkspace(({ selection }) => selection.kind === 'boundary' && selection.id === boundary);
  const error = useWorkspace(
    ({ analysis }) =>
      boundary !== null &&
      [...findingsOf(analysis, 'boundary', boundary), ...(firewall ? findingsOf(analysis, 'firewall', firewall.id) : [])].some(
        (finding) => finding.severity === 'error',
      ),
  );
  const mark = useCanvas(({ marks }) => marks?.gates.get(gate.id));
  const light = useCanvas(({ focus, connecting, marks }) => {
    if (marks) return marks.dims && !marks.gates.has(gate.id) ? 'dimmed' : undefined;
    if (connecting) return 'dimmed';
    if (!focus) return undefined;
    if (boundary !== null && focus.boundaries.has(boundary)) return 'lit';
    return firewall && focus.firewalls.has(firewall.id) ? 'ringed' : 'dimmed';
  });
  const ShieldIcon = error ? ShieldAlert : Shield;
  const [Back, Forth]: [LucideIcon, LucideIcon] = axis === 'x' ? [ArrowLeft, ArrowRight] : [ArrowUp, ArrowDown];
  const spoken = [
    firewall ? t('canvas.aria.gateFirewall', { name: gate.name, firewall: firewall.name }) : t('canvas.aria.gate', { name: gate.name }),
    ...(backward > 0 ? [t('canvas.aria.openings', { count: backward, from: high, to: low })] : []),
    ...(forward > 0 ? [t('canvas.aria.openings', { count: forward, from: low, to: high })] : []),
    ...(forward + backward === 0 ? [t('canvas.aria.noOpenings')] : []),
    ...(mark ? [t(`compare.${mark}`)] : []),
    ...(error ? [t('canvas.aria.error')] : []),
  ].join(', ');
  return (
    <div
      className="gate"
      data-axis={axis}
      data-light={light}
      data-mark={mark}
      style={{ transform: `translate(${box.x}px, ${box.y}px)`, width: box.width, height: box.height }}
    >
      <button
        type="button"
        className="gate-body nopan nodrag"
        aria-label={spoken}
        aria-pressed={selected}
        data-error={error || undefined}
        title={gate.name}
        onClick={() =>
          workspace.getState().select(boundary === null ? itemsSelection({ zones: [gate.low] }) : { kind: 'boundary', id: boundary })
        }
      >
        <ShieldIcon size={15} strokeWidth={1.75} aria-hidden="true" />
        {backward > 0 && (
          <span className="gate-count">
            <Back size={13} strokeWidth={2} aria-hidden="true" />
            {backward}
          </span>
        )}
        {forward > 0 && (
          <span className="gate-count">
            <Forth size={13} strokeWidth={2} aria-hidden="true" />
            {forward}
          </span>
        )}
      </button>
      {mark && <MarkBadge mark={mark} />}
      {firewall && (
        <span className="gate-firewall" aria-hidden="true">
          {firewall.name}
        </span>
      )}
    </div>
  );
});
