import { useReactFlow } from '@xyflow/react';
import { type PointerEvent, useEffect, useMemo, useRef } from 'react';
import type { Box } from '../../layout/geometry.ts';
import type { Scene } from '../../layout/scene.ts';
import { addLink } from '../../model/edits/links.ts';
import { nameOf } from '../../model/plan.ts';
import { useWorkspace, workspace } from '../../store/workspace.ts';
import { useCanvas } from './canvas-state.ts';
import { linkBetween, partnersOf } from './partners.ts';
import { drawZone, placeAt, placeEmptyHost } from './place.ts';
import { hostAt, zoneAt } from './pointing.ts';

type Point = { readonly x: number; readonly y: number };

/** A rectangle smaller than this was a click. */
const LEAST_ZONE = 40;

/** Pointer handlers of the canvas for every tool but selecting and panning, which React Flow does itself. */
export interface ToolHandlers {
  readonly onPointerDown: (event: PointerEvent<HTMLElement>) => void;
  readonly onPointerMove: (event: PointerEvent<HTMLElement>) => void;
  readonly onPointerUp: (event: PointerEvent<HTMLElement>) => void;
}

/** Draws zones, places hosts and parts, joins zones by boundaries and hosts by links. */
export function useTools(scene: { readonly current: Scene }): ToolHandlers {
  const flow = useReactFlow();
  const tool = useWorkspace((state) => state.tool);
  const placing = useWorkspace((state) => state.placing);
  const start = useRef<{ point: Point; component: string | null } | null>(null);

  // A tool that is put down leaves nothing half drawn.
  useEffect(() => {
    if (tool !== null || placing) start.current = null;
    useCanvas.setState({ sketch: null, connecting: null, boundaryFrom: null });
  }, [tool, placing]);

  return useMemo(() => {
    const at = (event: PointerEvent<HTMLElement>): Point =>
      flow.screenToFlowPosition({ x: event.clientX, y: event.clientY }, { snapToGrid: false });
    const onSurface = (event: PointerEvent<HTMLElement>): boolean =>
      event.button === 0 && event.target instanceof Element && event.target.closest('.react-flow__renderer') !== null;
    const drawsZone = tool === 'zone' || placing?.kind === 'zone';
    const zoneKind = placing?.kind === 'zone' ? placing.zoneKind : 'internal';
    const done = (): void => {
      const state = workspace.getState();
      if (state.placing) state.setPlacing(null);
      else state.setTool('select');
    };
    return {
      onPointerDown(event) {
        if (!onSurface(event) || (tool === 'select' && !placing) || tool === 'pan') return;
        const point = at(event);
        const row = event.target instanceof Element ? event.target.closest('[data-component]') : null;
        start.current = { point, component: row?.getAttribute('data-component') ?? null };
        event.currentTarget.setPointerCapture(event.pointerId);
        if (tool === 'link') {
          const { plan } = workspace.getState();
          const from = plan.hosts.find((host) => host.id === hostAt(scene.current, point));
          if (from)
            useCanvas.setState({ connecting: { from: from.id, partners: partnersOf(plan, from, start.current.component), line: null } });
        }
      },
      onPointerMove(event) {
        const from = start.current;
        if (!from) return;
        const point = at(event);
        if (drawsZone) useCanvas.setState({ sketch: boxBetween(from.point, point) });
        else if (tool === 'link') {
          const { connecting } = useCanvas.getState();
          if (connecting)
            useCanvas.setState({ connecting: { ...connecting, line: { x1: from.point.x, y1: from.point.y, x2: point.x, y2: point.y } } });
        }
      },
      onPointerUp(event) {
        const from = start.current;
        start.current = null;
        if (!from) return;
        const point = at(event);
        if (drawsZone) {
          const box = boxBetween(from.point, point);
          useCanvas.setState({ sketch: null });
          if (box.width < LEAST_ZONE || box.height < LEAST_ZONE) placeAt(scene.current, { kind: 'zone', zoneKind }, point);
          else drawZone(scene.current, { ...box, width: Math.max(box.width, 120), height: Math.max(box.height, 56) }, zoneKind);
          done();
        } else if (placing) {
          placeAt(scene.current, placing, point);
          done();
        } else if (tool === 'host') {
          placeEmptyHost(scene.current, point);
          done();
        } else if (tool === 'boundary') pickZone(scene.current, point);
        else if (tool === 'link') {
          endLink(scene.current, from.component, point);
          useCanvas.setState({ connecting: null });
        }
      },
    };
  }, [flow, scene, tool, placing]);
}

function boxBetween(a: Point, b: Point): Box {
  return { x: Math.min(a.x, b.x), y: Math.min(a.y, b.y), width: Math.abs(a.x - b.x), height: Math.abs(a.y - b.y) };
}

/** First click: one side of the boundary; second click: the other side, and the page is asked to draw it. */
function pickZone(scene: Scene, point: Point): void {
  const { boundaryFrom } = useCanvas.getState();
  const zone = zoneAt(scene, point);
  const { notify, requestBoundary, setTool } = workspace.getState();
  if (zone === null) return;
  if (boundaryFrom === null) useCanvas.setState({ boundaryFrom: zone });
  else if (boundaryFrom === zone) notify('canvas.boundarySame');
  else {
    useCanvas.setState({ boundaryFrom: null });
    setTool('select');
    requestBoundary(boundaryFrom, zone);
  }
}

function endLink(scene: Scene, component: string | null, point: Point): void {
  const { connecting } = useCanvas.getState();
  const { plan, edit, notify, select, setTool } = workspace.getState();
  const from = plan.hosts.find((host) => host.id === connecting?.from);
  const to = plan.hosts.find((host) => host.id === hostAt(scene, point));
  if (!from || !to || from.id === to.id) return;
  const link = linkBetween(from, to, component);
  if (!link) {
    notify('canvas.noPartner');
    return;
  }
  edit('link', (current) => addLink(current, link.from.id, link.to.id));
  select({ kind: 'component', host: from.id, component: link.from.id });
  notify('canvas.linked', { values: { from: nameOf(from), to: nameOf(to) }, undo: true });
  setTool('select');
}
