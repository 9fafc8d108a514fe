import { Ban, Clock, Unplug } from 'lucide-react';
import { memo } from 'react';
import { labelText } from '../../layout/label.ts';
import type { DrawnEdge } from '../../layout/scene.ts';
import { useT } from '../messages/translate.ts';
import { ProductTile } from '../parts/ProductTile.tsx';
import { useCanvas } from './canvas-state.ts';
import { edgeColour, selectEdge, useEdgeLight, useEdgeMark, useEdgeSelected } from './edge-light.ts';
import { MarkBadge } from './MarkBadge.tsx';

/** The pill on a line: whose flows they are and what opens. It is the button of the edge. */
export const EdgeLabelPill = memo(function EdgeLabelPill({ edge, from, to }: { edge: DrawnEdge; from: string; to: string }) {
  const t = useT();
  const light = useEdgeLight(edge);
  const mark = useEdgeMark(edge);
  const selected = useEdgeSelected(edge);
  const { label, pill, kind } = edge;
  if (!pill) return null;
  const several = t('canvas.several', { products: label.products, flows: label.flows });
  const service = label.products > 1 ? several : label.service;
  const spoken = [
    t('canvas.aria.edge', { from, to, service }),
    ...(mark ? [t(`compare.${mark}`)] : []),
    ...(label.more > 0 ? [t('canvas.aria.more', { count: label.more })] : []),
    ...(label.deviates ? [t('canvas.aria.deviates')] : []),
    ...(label.temporary ? [t('canvas.aria.temporary')] : []),
    ...(kind === 'waived' ? [t('canvas.aria.waived')] : []),
    ...(kind === 'unrouted' ? [t('canvas.aria.unrouted')] : []),
    ...(kind === 'local' ? [t('canvas.aria.local')] : []),
    ...(kind === 'same-zone' ? [t('canvas.aria.sameZone')] : []),
  ].join(', ');
  const { service: text, more } = labelText(label, pill.form);
  const worded = pill.form !== 'tile';
  return (
    <button
      type="button"
      className="edge-label nopan nodrag"
      data-kind={kind}
      data-light={light}
      data-mark={mark}
      data-several={label.products > 1 || undefined}
      aria-label={spoken}
      title={pill.form === 'full' ? undefined : spoken}
      aria-pressed={selected}
      onClick={() => selectEdge(edge)}
      onPointerEnter={() => useCanvas.setState({ hovered: edge.id })}
      onPointerLeave={() => useCanvas.setState({ hovered: null })}
      style={{
        '--edge': mark ? `var(--${mark})` : edgeColour(edge),
        transform: `translate(${pill.at.x}px, ${pill.at.y}px) translate(-50%, -50%)`,
        width: pill.width,
      }}
    >
      {mark && <MarkBadge mark={mark} />}
      {kind === 'waived' && <Ban size={12} strokeWidth={2} aria-hidden="true" />}
      {kind === 'unrouted' && <Unplug size={12} strokeWidth={2} aria-hidden="true" />}
      {label.products === 1 && kind !== 'waived' && kind !== 'unrouted' && <ProductTile product={label.product} size={14} />}
      {worded && <span className="edge-label-text">{label.products > 1 ? (pill.form === 'full' ? several : label.flows) : text}</span>}
      {worded && more > 0 && label.products === 1 && <span>+{more}</span>}
      {worded && label.deviates && <span className="edge-label-mark">≠</span>}
      {!worded && label.products > 1 && <span className="edge-label-text">{label.flows}</span>}
      {worded && label.temporary && <Clock size={11} strokeWidth={2} aria-hidden="true" />}
    </button>
  );
});
