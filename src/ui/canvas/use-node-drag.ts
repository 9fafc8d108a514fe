import type { OnNodeDrag } from '@xyflow/react';
import { useReactFlow } from '@xyflow/react';
import { useCallback, useEffect, useRef, useState } from 'react';
import { descendants } from '../../layout/family.ts';
import { type Box, moved } from '../../layout/geometry.ts';
import { drawn, redrawn, type Scene, type SeveralText } from '../../layout/scene.ts';
import { EXTERNALS } from '../../layout/sizes.ts';
import { nameOf } from '../../model/plan.ts';
import { workspace } from '../../store/workspace.ts';
import { t } from '../messages/translate.ts';
import { showTarget } from './canvas-state.ts';
import type { CanvasNode } from './nodes.ts';
import { zoneAt } from './pointing.ts';
import { type Drop, droppedAt } from './scene-edits.ts';

/** Dragging a zone draws all lines anew while there are no more than this; beyond, they fade until it is dropped. */
const LIVE_EDGES = 60;

/** What dragging gives the canvas: handlers, the scene with the lines as they are while dragging, and whether lines are out of date. */
export interface NodeDrag {
  readonly onNodeDragStart: OnNodeDrag<CanvasNode>;
  readonly onNodeDrag: OnNodeDrag<CanvasNode>;
  readonly onNodeDragStop: OnNodeDrag<CanvasNode>;
  readonly live: Scene | null;
  readonly faded: boolean;
}

/** Moves hosts and zones: only what is dragged moves, lines of its hosts follow, and the drop is one edit. */
export function useNodeDrag(scene: { readonly current: Scene }, several: SeveralText, reset: () => void): NodeDrag {
  const flow = useReactFlow<CanvasNode>();
  const [live, setLive] = useState<Scene | null>(null);
  const [faded, setFaded] = useState(false);
  const frame = useRef(0);
  const started = useRef<Scene | null>(null);

  const boxesOf = useCallback(
    (nodes: readonly CanvasNode[]): Map<string, Box> => {
      const boxes = new Map<string, Box>();
      for (const node of nodes) {
        const position = flow.getInternalNode(node.id)?.internals.positionAbsolute;
        if (position) boxes.set(node.id, { x: position.x, y: position.y, width: node.width ?? 0, height: node.height ?? 0 });
      }
      return boxes;
    },
    [flow],
  );

  const onNodeDragStart = useCallback<OnNodeDrag<CanvasNode>>(() => {
    started.current = scene.current;
  }, [scene]);

  const onNodeDrag = useCallback<OnNodeDrag<CanvasNode>>(
    (event, node, nodes) => {
      const before = started.current;
      if (!before) return;
      const point = flow.screenToFlowPosition(pointOf(event), { snapToGrid: false });
      const own = ownZones(before, nodes);
      const into = zoneAt(before, point, own);
      const { plan, analysis, shown } = workspace.getState();
      const home =
        node.type === 'zone'
          ? (before.family.parentOf.get(node.id) ?? null)
          : (plan.hosts.find((host) => host.id === node.id)?.zone ?? null);
      const zone = plan.zones.find((one) => one.id === into);
      showTarget(
        zone && into !== home && node.type !== 'externals'
          ? { kind: 'zone', id: zone.id, text: t('canvas.dropHere', { name: nodeName(node) }) }
          : null,
      );
      const boxes = boxesOf(nodes);
      cancelAnimationFrame(frame.current);
      frame.current = requestAnimationFrame(() => {
        const placement = placementWith(before, plan.hosts, boxes);
        const zonesMove = nodes.some((one) => one.type === 'zone');
        if (zonesMove) {
          if (before.edges.length > LIVE_EDGES) setFaded(true);
          else setLive(drawn(plan, analysis, shown, several, { ...before, placement }, null));
          return;
        }
        const touched = new Set(before.edges.filter((edge) => boxes.has(edge.from) || boxes.has(edge.to)).map((edge) => edge.id));
        setLive(redrawn(before, plan, placement, touched, several));
      });
    },
    [flow, boxesOf, several],
  );

  const onNodeDragStop = useCallback<OnNodeDrag<CanvasNode>>(
    (event, node, nodes) => {
      cancelAnimationFrame(frame.current);
      showTarget(null);
      setFaded(false);
      const before = started.current;
      started.current = null;
      if (!before) return;
      const { plan, edit, notify } = workspace.getState();
      const point = flow.screenToFlowPosition(pointOf(event), { snapToGrid: false });
      const own = ownZones(before, nodes);
      const boxes = boxesOf(nodes);
      const drops: Drop[] = [];
      let homeless = false;
      for (const one of nodes) {
        const box = boxes.get(one.id);
        if (!box) continue;
        const known = before.placement.hosts.get(one.id) ?? before.placement.zones.get(one.id) ?? before.placement.externals;
        if (known && known.x === box.x && known.y === box.y) continue;
        const under = zoneAt(before, one.id === node.id ? point : { x: box.x + box.width / 2, y: box.y + box.height / 2 }, own);
        const zone = plan.zones.some((drawnZone) => drawnZone.id === under) ? under : null;
        if (one.type === 'host' && zone === null) homeless = true;
        drops.push({ id: one.id, x: Math.round(box.x), y: Math.round(box.y), into: one.type === 'externals' ? undefined : zone });
      }
      if (homeless) {
        notify('canvas.needsZone');
        setLive(null);
        reset();
        return;
      }
      if (drops.length > 0) edit('move', (current) => droppedAt(current, before, drops));
      setLive(null);
    },
    [flow, boxesOf, reset],
  );

  useEffect(() => () => cancelAnimationFrame(frame.current), []);
  return { onNodeDragStart, onNodeDrag, onNodeDragStop, live, faded };
}

function pointOf(
  event: { readonly clientX?: number; readonly clientY?: number; readonly changedTouches?: unknown } | MouseEvent | TouchEvent,
): { x: number; y: number } {
  if ('changedTouches' in event && event instanceof TouchEvent) {
    const touch = event.changedTouches[0];
    return { x: touch?.clientX ?? 0, y: touch?.clientY ?? 0 };
  }
  const mouse = event as { readonly clientX?: number; readonly clientY?: number };
  return { x: mouse.clientX ?? 0, y: mouse.clientY ?? 0 };
}

function nodeName(node: CanvasNode): string {
  return node.type === 'host' ? nameOf(node.data.host) : node.type === 'zone' ? node.data.name : '';
}

/** The zones that are dragged, with everything in them: nothing can be dropped into itself. */
function ownZones(scene: Scene, nodes: readonly CanvasNode[]): Set<string> {
  return new Set(
    nodes.flatMap((node) =>
      node.type === 'zone' ? (scene.family.parentOf.has(node.id) ? descendants(scene.family, node.id) : [node.id]) : [],
    ),
  );
}

/** The placement with dragged things where the pointer has them, content of zones included. */
function placementWith(
  scene: Scene,
  hosts: readonly { readonly id: string; readonly zone: string }[],
  boxes: ReadonlyMap<string, Box>,
): Scene['placement'] {
  const zones = new Map(scene.placement.zones);
  const cards = new Map(scene.placement.hosts);
  let { externals } = scene.placement;
  for (const [id, box] of boxes) {
    const zone = scene.placement.zones.get(id);
    if (zone) {
      const inside = new Set(scene.family.parentOf.has(id) ? descendants(scene.family, id) : [id]);
      const dx = box.x - zone.x;
      const dy = box.y - zone.y;
      for (const one of inside) {
        const inner = scene.placement.zones.get(one);
        if (inner) zones.set(one, moved(inner, dx, dy));
      }
      for (const host of hosts) {
        const card = scene.placement.hosts.get(host.id);
        if (card && inside.has(host.zone)) cards.set(host.id, moved(card, dx, dy));
      }
      if (externals && scene.externals && inside.has(scene.externals.zone)) externals = moved(externals, dx, dy);
    } else if (id === EXTERNALS) externals = externals && { ...externals, x: box.x, y: box.y };
    else {
      const card = scene.placement.hosts.get(id);
      if (card) cards.set(id, { ...card, x: box.x, y: box.y });
    }
  }
  return { zones, hosts: cards, externals };
}
