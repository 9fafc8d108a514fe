import { useReactFlow, useStore } from '@xyflow/react';
import { useEffect, useRef } from 'react';
import { drawnFor } from '../../layout/fold.ts';
import { around, type Box, contains, grown } from '../../layout/geometry.ts';
import { labelBox } from '../../layout/route/place-labels.ts';
import type { Scene } from '../../layout/scene.ts';
import { EXTERNALS } from '../../layout/sizes.ts';
import { useWorkspace } from '../../store/workspace.ts';
import { FIT, motion } from './ViewControls.tsx';

const FIT_ROOM = 0.03;

/** Brings the plan into view when it is opened or asked for, and single things when they are revealed. */
export function useView(scene: { readonly current: Scene }): void {
  const flow = useReactFlow();
  const ready = useStore((state) => state.panZoom !== null && state.width > 0);
  const fit = useWorkspace((state) => state.fit);
  const analysed = useWorkspace((state) => state.analysis !== null);
  const revealed = useWorkspace((state) => state.revealed);
  const seen = useRef({ fit: -1, analysed: false, at: revealed.at });

  useEffect(() => {
    if (!ready) return;
    const fresh = seen.current.fit !== fit;
    // The first analysis of a plan may add the card of external services: what is in view grows once more.
    const completed = !fresh && analysed && !seen.current.analysed;
    const first = seen.current.fit === -1;
    seen.current = { ...seen.current, fit, analysed };
    if (!fresh && !completed) return;
    const bounds = boundsOf(scene.current);
    if (!bounds) return;
    const frame = requestAnimationFrame(
      () =>
        void flow.fitBounds(bounds, { padding: FIT_ROOM, duration: first || completed ? 0 : motion(240) }).then(() => keepLifeSize(flow)),
    );
    return () => cancelAnimationFrame(frame);
  }, [ready, fit, analysed, flow, scene]);

  useEffect(() => {
    if (seen.current.at === revealed.at) return;
    seen.current = { ...seen.current, at: revealed.at };
    const frame = requestAnimationFrame(() => {
      const { placement, fold } = scene.current;
      const boxes = revealed.ids.flatMap((id) => {
        const drawn = drawnFor(fold, id);
        const card = id === EXTERNALS || id.includes('/') ? (placement.externals ?? placement.zones.get(drawnFor(fold, EXTERNALS))) : null;
        return placement.hosts.get(drawn) ?? placement.zones.get(drawn) ?? card ?? [];
      });
      const bounds = around(boxes);
      // What can be seen and read already stays where it is.
      if (bounds && !isInView(flow, bounds))
        void flow.fitBounds(grown(bounds, 60), { duration: motion(240) }).then(() => keepLifeSize(flow));
    });
    return () => cancelAnimationFrame(frame);
  }, [revealed, flow, scene]);
}

/** From this zoom on a card can be read. */
const READABLE = 0.6;
/** Room for the ring around what is selected. */
const RING = 8;

function isInView(flow: ReturnType<typeof useReactFlow>, box: Box): boolean {
  const pane = document.querySelector('.canvas .react-flow')?.getBoundingClientRect();
  if (!pane || flow.getZoom() < READABLE) return false;
  const [topLeft, bottomRight] = [
    flow.screenToFlowPosition({ x: pane.left, y: pane.top }, { snapToGrid: false }),
    flow.screenToFlowPosition({ x: pane.right, y: pane.bottom }, { snapToGrid: false }),
  ];
  return contains({ ...topLeft, width: bottomRight.x - topLeft.x, height: bottomRight.y - topLeft.y }, grown(box, RING));
}

function keepLifeSize(flow: ReturnType<typeof useReactFlow>): void {
  if (flow.getZoom() > FIT.maxZoom) void flow.zoomTo(FIT.maxZoom);
}

/** Everything on the canvas, lines and gates included. */
function boundsOf(scene: Scene) {
  const { placement, gates, edges } = scene;
  const corners = edges.flatMap((edge) => edge.corners.map((corner) => ({ ...corner, width: 0, height: 0 })));
  const labels = edges.flatMap((edge) => (edge.pill ? [labelBox(edge.pill.at, edge.pill.width)] : []));
  return around([...labels, ...placement.zones.values(), ...placement.hosts.values(), ...gates.map((gate) => gate.box), ...corners]);
}
