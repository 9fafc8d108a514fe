import type { Scene } from '../../layout/scene.ts';

let shown: Scene | null = null;

/** Remembers what the canvas shows, for actions that need to know where things stand. */
export function showScene(scene: Scene): void {
  shown = scene;
}

/** What the canvas shows now; null before it has shown anything. */
export function sceneNow(): Scene | null {
  return shown;
}
