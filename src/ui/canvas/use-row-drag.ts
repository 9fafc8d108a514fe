import { useReactFlow } from '@xyflow/react';
import { type MouseEvent, type PointerEvent, useContext, useEffect, useRef } from 'react';
import type { Scene } from '../../layout/scene.ts';
import { moveComponent } from '../../model/edits/components.ts';
import type { Component, Host } from '../../model/plan.ts';
import { shortTypeName } from '../../store/catalogs.ts';
import { workspace } from '../../store/workspace.ts';
import { changeHost } from '../actions/component-moves.ts';
import { t } from '../messages/translate.ts';
import { type DropTarget, showTarget, useCanvas } from './canvas-state.ts';
import { hostAt, zoneAt } from './pointing.ts';
import { componentSplit } from './scene-edits.ts';
import { SceneContext } from './use-resize.ts';

type Point = { readonly x: number; readonly y: number };

/** Farther than this the pointer drags; nearer it clicks. */
const THRESHOLD = 4;

/** Handlers of a row that can be dragged out of its card. */
export interface RowDrag {
  readonly onPointerDown: (event: PointerEvent) => void;
  /** Keeps the click that ends a dragging from selecting the row. */
  readonly onClickCapture: (event: MouseEvent) => void;
}

/** What would take a component dropped at a point: another host, or the ground of a zone; null on its own card and outside. */
export function rowTarget(scene: Scene, from: string, name: string, point: Point): DropTarget | null {
  const host = hostAt(scene, point);
  if (host !== null) return host === from ? null : { kind: 'host', id: host, text: t('canvas.moveHere', { name }) };
  const id = zoneAt(scene, point);
  const zone = workspace.getState().plan.zones.find((one) => one.id === id);
  return zone ? { kind: 'zone', id: zone.id, text: t('canvas.splitHere', { name }) } : null;
}

/** Lets a component be dragged out of a card it shares: onto another host, or onto the ground of a zone as a host of its own. Escape ends it. */
export function useRowDrag(host: Host, component: Component): RowDrag {
  const flow = useReactFlow();
  const scene = useContext(SceneContext);
  const dragged = useRef(false);
  const stop = useRef<() => void>(() => undefined);
  useEffect(() => () => stop.current(), []);

  const drop = (point: Point) => {
    if (!scene) return;
    const target = rowTarget(scene.current, host.id, shortTypeName(component.type), point);
    if (target?.kind === 'host') changeHost('moveComponent', component.id, (plan) => moveComponent(plan, component.id, target.id));
    else if (target) {
      const { current } = scene;
      changeHost('splitOff', component.id, (plan) => componentSplit(plan, current, component.id, target.id, point).plan);
    } else if (hostAt(scene.current, point) === null) workspace.getState().notify('canvas.needsZone');
  };

  return {
    onPointerDown(event) {
      dragged.current = false;
      const { tool, placing } = workspace.getState();
      if (event.button !== 0 || tool !== 'select' || placing || !scene || useCanvas.getState().marks) return;
      const start = { x: event.clientX, y: event.clientY };
      const at = (where: { clientX: number; clientY: number }) =>
        flow.screenToFlowPosition({ x: where.clientX, y: where.clientY }, { snapToGrid: false });
      const own = (other: globalThis.PointerEvent) => other.pointerId === event.pointerId;
      const move = (moved: globalThis.PointerEvent) => {
        if (!own(moved)) return;
        if (!dragged.current && Math.hypot(moved.clientX - start.x, moved.clientY - start.y) < THRESHOLD) return;
        dragged.current = true;
        useCanvas.setState({ carried: { component: component.id, type: component.type, x: moved.clientX, y: moved.clientY } });
        showTarget(rowTarget(scene.current, host.id, shortTypeName(component.type), at(moved)));
      };
      const up = (released: globalThis.PointerEvent) => {
        if (!own(released)) return;
        stop.current();
        if (dragged.current) drop(at(released));
      };
      const key = (pressed: KeyboardEvent) => {
        if (pressed.key !== 'Escape' || !dragged.current) return;
        pressed.preventDefault();
        pressed.stopPropagation();
        stop.current();
      };
      const cancel = () => stop.current();
      stop.current = () => {
        stop.current = () => undefined;
        window.removeEventListener('pointermove', move);
        window.removeEventListener('pointerup', up);
        window.removeEventListener('pointercancel', cancel);
        window.removeEventListener('keydown', key, true);
        if (useCanvas.getState().carried) useCanvas.setState({ carried: null });
        showTarget(null);
      };
      window.addEventListener('pointermove', move);
      window.addEventListener('pointerup', up);
      window.addEventListener('pointercancel', cancel);
      window.addEventListener('keydown', key, true);
    },
    onClickCapture(event) {
      if (!dragged.current) return;
      dragged.current = false;
      event.stopPropagation();
    },
  };
}
