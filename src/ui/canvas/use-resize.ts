import type { ResizeParams } from '@xyflow/react';
import { createContext, useCallback, useContext } from 'react';
import type { Scene } from '../../layout/scene.ts';
import { resizeZone } from '../../model/edits/zones.ts';
import { workspace } from '../../store/workspace.ts';
import { pinned } from './scene-edits.ts';

/** The scene on the canvas, for what acts on it later than it draws. */
export const SceneContext = createContext<{ readonly current: Scene } | null>(null);

const SIZE = ['x', 'y', 'width', 'height'] as const;

/** Ends the resizing of a zone: one edit, content stays where it is. */
export function useResize(id: string): (event: unknown, params: ResizeParams) => void {
  const scene = useContext(SceneContext);
  return useCallback(
    (_event, { x, y, width, height }) => {
      if (!scene) return;
      const parent = scene.current.family.parentOf.get(id) ?? null;
      const frame = parent === null ? null : scene.current.placement.zones.get(parent);
      const place = {
        x: Math.round(x + (frame?.x ?? 0)),
        y: Math.round(y + (frame?.y ?? 0)),
        width: Math.round(width),
        height: Math.round(height),
      };
      const before = scene.current.placement.zones.get(id);
      if (before && SIZE.every((measure) => before[measure] === place[measure])) return;
      workspace.getState().edit('resize', (plan) => resizeZone(pinned(plan, scene.current), id, place));
    },
    [id, scene],
  );
}
