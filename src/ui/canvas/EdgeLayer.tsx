import { useOnViewportChange, useStore, useStoreApi, ViewportPortal } from '@xyflow/react';
import { memo, type PointerEvent, type ReactNode, useMemo, useState } from 'react';
import { grown } from '../../layout/geometry.ts';
import { endAngle, pathOf } from '../../layout/route/path.ts';
import { crosses, type DrawnEdge } from '../../layout/scene.ts';
import { useCanvas } from './canvas-state.ts';
import { EdgeLabelPill } from './EdgeLabelPill.tsx';
import { edgeColour, selectEdge, useEdgeLight, useEdgeMark } from './edge-light.ts';

/** How far the line stops before its end, for the arrow. */
const ARROW = 7;

/** Up to this number all edges are in the page; beyond, those in view. */
const ALL = 250;
/** More labels than this cannot be read at once. */
const MOST_LABELS = 500;

/** The edges in or near the view, settled whenever it comes to rest. */
function useSeen(edges: readonly DrawnEdge[]): readonly DrawnEdge[] {
  const store = useStoreApi();
  const [rest, setRest] = useState(0);
  useOnViewportChange({ onEnd: () => setRest((count) => count + 1) });
  const size = useStore(({ width, height }) => width * 10_000 + height);
  return useMemo(() => {
    if (edges.length <= ALL || rest < 0 || size < 0) return edges;
    const { transform, width, height } = store.getState();
    const [x, y, zoom] = transform;
    // Half a view more on every side, so that a short pan shows lines at once.
    const view = grown({ x: -x / zoom, y: -y / zoom, width: width / zoom, height: height / zoom }, Math.max(width, height) / zoom / 2);
    return edges.filter((edge) => crosses(edge.corners, view));
  }, [edges, rest, size, store]);
}

/** All lines, below the cards and above the zones, and their labels above everything. */
export const EdgeLayer = memo(function EdgeLayer({
  edges,
  names,
  faded,
}: {
  edges: readonly DrawnEdge[];
  names: (id: string) => string;
  faded: boolean;
}) {
  const seen = useSeen(edges);
  return (
    <ViewportPortal>
      <svg className="edges" data-faded={faded || undefined} aria-hidden="true">
        {seen.map((edge) => (
          <EdgeLine key={edge.id} edge={edge} />
        ))}
      </svg>
      <div className="edge-labels" data-faded={faded || undefined}>
        {(seen.length > MOST_LABELS ? [] : seen).map((edge) => (
          <EdgeLabelPill key={edge.id} edge={edge} from={names(edge.from)} to={names(edge.to)} />
        ))}
      </div>
    </ViewportPortal>
  );
});

/** With Shift the rubber band begins anywhere, on a line too: lines lie beside the pane that draws it, not within. */
function beginBand(event: PointerEvent): void {
  if (!event.shiftKey || event.button !== 0) return;
  const pane = event.currentTarget.closest('.react-flow__pane');
  pane?.dispatchEvent(new globalThis.PointerEvent('pointerdown', event.nativeEvent));
}

const EdgeLine = memo(function EdgeLine({ edge }: { edge: DrawnEdge }): ReactNode {
  const light = useEdgeLight(edge);
  const mark = useEdgeMark(edge);
  const hovered = useCanvas((state) => state.hovered === edge.id);
  const start = edge.corners[0];
  const end = edge.corners.at(-1);
  if (!start || !end) return null;
  const path = pathOf(edge.corners, ARROW);
  return (
    <g
      className="edge"
      data-kind={edge.kind}
      data-light={light}
      data-hovered={hovered || undefined}
      data-mark={mark}
      style={{ '--edge': mark ? `var(--${mark})` : edgeColour(edge) }}
    >
      <path d={path} className="edge-halo" />
      {light === 'lit' && <path d={path} className="edge-glow" />}
      <path d={path} className="edge-line" />
      <path d="M0 0L-9 -4.5V4.5Z" className="edge-arrow" transform={`translate(${end.x} ${end.y}) rotate(${endAngle(edge.corners)})`} />
      <circle cx={start.x} cy={start.y} r={3.25} className="edge-ring" />
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the label is the button for keyboard and screen reader; this widens what the pointer can hit */}
      <path d={path} className="edge-hit" onClick={() => selectEdge(edge)} onPointerDown={beginBand} />
    </g>
  );
});
