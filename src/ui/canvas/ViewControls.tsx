import { MiniMap, type ReactFlowState, useReactFlow, useStore } from '@xyflow/react';
import { Map as MapIcon, Maximize, Minus, Plus } from 'lucide-react';
import { memo } from 'react';
import { useT } from '../messages/translate.ts';
import { useCanvas } from './canvas-state.ts';
import type { CanvasNode } from './nodes.ts';

/** How a plan is brought into view: room around it, and never larger than life. */
export const FIT = { padding: '32px', maxZoom: 1, minZoom: 0.05 } as const;

/** Milliseconds for a movement of the view; none where motion is unwelcome. */
export function motion(milliseconds: number): number {
  return window.matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : milliseconds;
}

/** Room the overview takes in the lower left corner. */
const CORNER = { width: 160, height: 104 };

/** True where the whole plan is in view and a zone lies under the overview: then it hides more than it shows. */
function coversZone({ nodeLookup, transform: [x, y, zoom], width, height }: ReactFlowState): boolean {
  let covers = false;
  for (const { type, parentId, position, width: nodeWidth = 0, height: nodeHeight = 0 } of [...nodeLookup.values()].map(
    (node) => node.internals.userNode,
  )) {
    if (type !== 'zone' || parentId !== undefined) continue;
    const left = position.x * zoom + x;
    const top = position.y * zoom + y;
    const right = left + nodeWidth * zoom;
    const bottom = top + nodeHeight * zoom;
    if (left < 0 || top < 0 || right > width || bottom > height) return false;
    if (left < CORNER.width && bottom > height - CORNER.height) covers = true;
  }
  return covers;
}

/** Zoom, fit and overview, at the bottom of the canvas. */
export const ViewControls = memo(function ViewControls() {
  const t = useT();
  const flow = useReactFlow();
  const zoom = useStore((state) => Math.round(state.transform[2] * 100));
  const wished = useCanvas((state) => state.minimap);
  const inTheWay = useStore(coversZone);
  const minimap = wished ?? !inTheWay;
  return (
    <div className="view-corner">
      {minimap && (
        <MiniMap<CanvasNode>
          className="overview"
          ariaLabel={t('canvas.minimap')}
          nodeClassName={(node) => (node.type === 'zone' ? `overview-zone overview-${node.data.kind}` : 'overview-card')}
          nodeStrokeWidth={6}
          nodeBorderRadius={12}
          offsetScale={2}
          pannable
          zoomable
        />
      )}
      <div className="view-bar">
        <button
          type="button"
          aria-label={t('canvas.zoomOut')}
          title={t('canvas.zoomOut')}
          onClick={() => flow.zoomOut({ duration: motion(140) })}
        >
          <Minus size={16} strokeWidth={1.75} aria-hidden="true" />
        </button>
        <button
          type="button"
          className="view-zoom"
          aria-label={t('canvas.zoomReset')}
          title={t('canvas.zoomReset')}
          onClick={() => flow.zoomTo(1, { duration: motion(140) })}
        >
          {zoom}%
        </button>
        <button
          type="button"
          aria-label={t('canvas.zoomIn')}
          title={t('canvas.zoomIn')}
          onClick={() => flow.zoomIn({ duration: motion(140) })}
        >
          <Plus size={16} strokeWidth={1.75} aria-hidden="true" />
        </button>
        <span className="view-divider" />
        <button
          type="button"
          aria-label={t('canvas.zoomFit')}
          title={t('canvas.zoomFit')}
          onClick={() => flow.fitView({ ...FIT, duration: motion(240) })}
        >
          <Maximize size={16} strokeWidth={1.75} aria-hidden="true" />
        </button>
        <button
          type="button"
          aria-label={t('canvas.minimap')}
          title={t('canvas.minimap')}
          aria-pressed={minimap}
          onClick={() => useCanvas.setState({ minimap: !minimap })}
        >
          <MapIcon size={16} strokeWidth={1.75} aria-hidden="true" />
        </button>
      </div>
    </div>
  );
});
