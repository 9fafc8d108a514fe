import { useReactFlow } from '@xyflow/react';
import { type DragEvent, useEffect, useMemo, useRef } from 'react';
import type { Scene } from '../../layout/scene.ts';
import { ZONE_KINDS } from '../../model/plan.ts';
import { type Part, workspace } from '../../store/workspace.ts';
import { showTarget } from './canvas-state.ts';
import { placeAt, targetFor } from './place.ts';

/** The type under which a palette part travels while it is dragged. */
const MIME = 'application/x-portolan';

/** Reads a dragged part; null for anything else, since other pages can drag things here too. */
export function partOf(text: string): Part | null {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    // Not a part: some other page's data under our type.
    return null;
  }
  if (typeof data !== 'object' || data === null || !('kind' in data)) return null;
  if (data.kind === 'type' && 'type' in data && typeof data.type === 'string') return { kind: 'type', type: data.type };
  if (data.kind === 'zone' && 'zoneKind' in data) {
    const zoneKind = ZONE_KINDS.find((kind) => kind === data.zoneKind);
    if (zoneKind) return { kind: 'zone', zoneKind };
  }
  return null;
}

/** Lets palette parts be dropped on the canvas. */
export function usePaletteDrop(scene: { readonly current: Scene }): {
  readonly onDragOver: (event: DragEvent<HTMLElement>) => void;
  readonly onDragLeave: (event: DragEvent<HTMLElement>) => void;
  readonly onDrop: (event: DragEvent<HTMLElement>) => void;
} {
  const flow = useReactFlow();
  const dragged = useRef<Part | null>(null);

  // What is dragged can only be read when dragging starts and when it ends; in between, its name is wanted.
  useEffect(() => {
    const started = (event: globalThis.DragEvent) => {
      dragged.current = partOf(event.dataTransfer?.getData(MIME) ?? '');
    };
    const ended = () => {
      dragged.current = null;
      showTarget(null);
    };
    window.addEventListener('dragstart', started);
    window.addEventListener('dragend', ended);
    return () => {
      window.removeEventListener('dragstart', started);
      window.removeEventListener('dragend', ended);
    };
  }, []);

  return useMemo(() => {
    const at = (event: DragEvent<HTMLElement>) => flow.screenToFlowPosition({ x: event.clientX, y: event.clientY }, { snapToGrid: false });
    return {
      onDragOver(event) {
        if (!event.dataTransfer.types.includes(MIME)) return;
        event.preventDefault();
        event.dataTransfer.dropEffect = 'copy';
        showTarget(targetFor(scene.current, dragged.current, at(event)));
      },
      onDragLeave(event) {
        if (!(event.relatedTarget instanceof Node) || !event.currentTarget.contains(event.relatedTarget)) showTarget(null);
      },
      onDrop(event) {
        const part = partOf(event.dataTransfer.getData(MIME));
        showTarget(null);
        if (!part) return;
        event.preventDefault();
        workspace.getState().setPlacing(null);
        placeAt(scene.current, part, at(event));
      },
    };
  }, [flow, scene]);
}
