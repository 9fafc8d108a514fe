import { ViewportPortal } from '@xyflow/react';
import { memo, type ReactNode } from 'react';
import { useCanvas } from './canvas-state.ts';
import { EdgeLabelPill } from './EdgeLabelPill.tsx';
import { edgeColour, selectEdge, useEdgeLight } from './edge-light.ts';
import { endAngle, pathOf } from './route/path.ts';
import type { DrawnEdge } from './scene.ts';

/** How far the line stops before its end, for the arrow. */
const ARROW = 7;

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
  return (
    <ViewportPortal>
      <svg className="edges" data-faded={faded || undefined} aria-hidden="true">
        {edges.map((edge) => (
          <EdgeLine key={edge.id} edge={edge} />
        ))}
      </svg>
      <div className="edge-labels" data-faded={faded || undefined}>
        {edges.map((edge) => (
          <EdgeLabelPill key={edge.id} edge={edge} from={names(edge.from)} to={names(edge.to)} />
        ))}
      </div>
    </ViewportPortal>
  );
});

const EdgeLine = memo(function EdgeLine({ edge }: { edge: DrawnEdge }): ReactNode {
  const light = useEdgeLight(edge);
  const hovered = useCanvas((state) => state.hovered === edge.id);
  const start = edge.corners[0];
  const end = edge.corners.at(-1);
  if (!start || !end) return null;
  const path = pathOf(edge.corners, ARROW);
  return (
    <g className="edge" data-kind={edge.kind} data-light={light} data-hovered={hovered || undefined} style={{ '--edge': edgeColour(edge) }}>
      <path d={path} className="edge-halo" />
      {light === 'lit' && <path d={path} className="edge-glow" />}
      <path d={path} className="edge-line" />
      <path d="M0 0L-9 -4.5V4.5Z" className="edge-arrow" transform={`translate(${end.x} ${end.y}) rotate(${endAngle(edge.corners)})`} />
      <circle cx={start.x} cy={start.y} r={3.25} className="edge-ring" />
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the label is the button for keyboard and screen reader; this widens what the pointer can hit */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: see above */}
      <path d={path} className="edge-hit" onClick={() => selectEdge(edge)} />
    </g>
  );
});
