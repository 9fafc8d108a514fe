import { useReactFlow } from '@xyflow/react';
import { type PointerEvent, useEffect, useMemo, useRef } from 'react';
import { type Box, middle } from '../../layout/geometry.ts';
import type { Scene } from '../../layout/scene.ts';
import { addLink } from '../../model/edits/links.ts';
import { nameOf } from '../../model/plan.ts';
import { itemsSelection } from '../../store/selection.ts';
import { useWorkspace, workspace } from '../../store/workspace.ts';
import { t } from '../messages/translate.ts';
import { showTarget, useCanvas } from './canvas-state.ts';
import { linkBetween, partnersOf } from './partners.ts';
import { drawZone, placeAt, placeEmptyHost } from './place.ts';
import { hostAt, zoneAt } from './pointing.ts';

type Point = { readonly x: number; readonly y: number };

/** A rectangle smaller than this was a click. */
const LEAST_ZONE = 40;
/** Nearer than this, in pixels of the screen, the pointer clicks; farther it drags. */
const THRESHOLD = 4;

/** What the pointer has taken hold of. */
interface Hold {
  readonly point: Point;
  readonly component: string | null;
  /** The host whose port it is, with no tool in hand. */
  readonly port: string | null;
}

/** Pointer handlers of the canvas for every tool but selecting and panning, which React Flow does itself. */
export interface ToolHandlers {
  readonly onPointerDown: (event: PointerEvent<HTMLElement>) => void;
  readonly onPointerMove: (event: PointerEvent<HTMLElement>) => void;
  readonly onPointerUp: (event: PointerEvent<HTMLElement>) => void;
  readonly onPointerCancel: () => void;
}

/** Draws zones, places hosts and parts, joins zones by boundaries and hosts by links. A link begins at a port of a card without any tool, too. */
export function useTools(scene: { readonly current: Scene }): ToolHandlers {
  const flow = useReactFlow();
  const tool = useWorkspace((state) => state.tool);
  const placing = useWorkspace((state) => state.placing);
  const start = useRef<Hold | null>(null);

  // A tool that is put down leaves nothing half drawn.
  useEffect(() => {
    if (tool !== null || placing) start.current = null;
    letGo();
  }, [tool, placing]);

  // Escape takes back a link that is drawn without a tool; where there is a tool, it puts that down.
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || !start.current?.port) return;
      event.preventDefault();
      event.stopPropagation();
      start.current = null;
      letGo();
    };
    window.addEventListener('keydown', onKeyDown, true);
    return () => window.removeEventListener('keydown', onKeyDown, true);
  }, []);

  return useMemo(() => {
    const at = (event: PointerEvent<HTMLElement>): Point =>
      flow.screenToFlowPosition({ x: event.clientX, y: event.clientY }, { snapToGrid: false });
    const onSurface = (event: PointerEvent<HTMLElement>): boolean =>
      event.button === 0 && event.target instanceof Element && event.target.closest('.react-flow__renderer') !== null;
    const isDrag = (from: Point, to: Point): boolean => Math.hypot(to.x - from.x, to.y - from.y) * flow.getZoom() > THRESHOLD;
    const drawsZone = tool === 'zone' || placing?.kind === 'zone';
    const zoneKind = placing?.kind === 'zone' ? placing.zoneKind : 'internal';
    const done = (): void => {
      const state = workspace.getState();
      if (state.placing) state.setPlacing(null);
      else state.setTool('select');
    };
    return {
      onPointerDown(event) {
        if (!onSurface(event) || tool === 'pan') return;
        const port = tool === 'select' && !placing ? portAt(event.target) : null;
        if (tool === 'select' && !placing && port === null) return;
        const point = at(event);
        const row = event.target instanceof Element ? event.target.closest('[data-component]') : null;
        start.current = { point, component: row?.getAttribute('data-component') ?? null, port };
        event.currentTarget.setPointerCapture(event.pointerId);
        if (tool === 'link') beginLink(hostAt(scene.current, point), start.current.component);
      },
      onPointerMove(event) {
        const from = start.current;
        if (!from) return;
        const point = at(event);
        if (drawsZone) useCanvas.setState({ sketch: boxBetween(from.point, point) });
        else if (!placing && (tool === 'link' || from.port !== null)) {
          if (!useCanvas.getState().connecting) {
            if (from.port === null || !isDrag(from.point, point)) return;
            beginLink(from.port, null);
          }
          const { connecting } = useCanvas.getState();
          const over = hostAt(scene.current, point);
          if (connecting && connecting.over !== over) useCanvas.setState({ connecting: { ...connecting, over } });
          const box = over !== null && connecting?.partners.has(over) ? scene.current.placement.hosts.get(over) : undefined;
          if (connecting) useCanvas.setState({ line: lineBetween(from.point, box ? nearestSide(box, from.point) : point) });
        } else if (tool === 'boundary' && isDrag(from.point, point)) {
          const [one, other] = [zoneAt(scene.current, from.point), zoneAt(scene.current, point)];
          if (one === null) return;
          useCanvas.setState({ boundaryFrom: one, line: lineBetween(from.point, point) });
          const zone = workspace.getState().plan.zones.find((candidate) => candidate.id === other && other !== one);
          showTarget(zone ? { kind: 'zone', id: zone.id, text: t('canvas.boundaryWith', { name: nameOf(zone) }) } : null);
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
        } else if (tool === 'boundary') {
          const begun = zoneAt(scene.current, from.point);
          // A drag from one zone to another draws at once; anything else is a click.
          if (begun !== null && begun !== zoneAt(scene.current, point)) useCanvas.setState({ boundaryFrom: begun });
          useCanvas.setState({ line: null });
          showTarget(null);
          pickZone(scene.current, point);
        } else if (from.port !== null && !useCanvas.getState().connecting) {
          workspace.getState().select(itemsSelection({ hosts: [from.port] }));
        } else if (tool === 'link' || from.port !== null) {
          endLink(scene.current, from.component, point);
          useCanvas.setState({ connecting: null, line: null });
        }
      },
      onPointerCancel() {
        start.current = null;
        letGo();
      },
    };
  }, [flow, scene, tool, placing]);
}

/** Leaves nothing half drawn. */
function letGo(): void {
  useCanvas.setState({ sketch: null, connecting: null, line: null, boundaryFrom: null });
  showTarget(null);
}

/** The host whose port was taken. */
function portAt(target: EventTarget): string | null {
  const port = target instanceof Element ? target.closest('.host-port') : null;
  return port?.closest('.react-flow__node')?.getAttribute('data-id') ?? null;
}

/** Lights the hosts that a link from a host may end at. */
function beginLink(host: string | null, component: string | null): void {
  const { plan } = workspace.getState();
  const from = plan.hosts.find((one) => one.id === host);
  if (from) useCanvas.setState({ connecting: { from: from.id, partners: partnersOf(plan, from, component), over: null } });
}

function lineBetween(a: Point, b: Point): { x1: number; y1: number; x2: number; y2: number } {
  return { x1: a.x, y1: a.y, x2: b.x, y2: b.y };
}

/** The middle of the side of a card that is nearest to a point: where a line to it ends, off its text. */
function nearestSide(box: Box, to: Point): Point {
  const { x, y } = middle(box);
  const sides = [
    { x: box.x, y },
    { x: box.x + box.width, y },
    { x, y: box.y },
    { x, y: box.y + box.height },
  ];
  return sides.reduce((best, side) => (Math.hypot(side.x - to.x, side.y - to.y) < Math.hypot(best.x - to.x, best.y - to.y) ? side : best));
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
