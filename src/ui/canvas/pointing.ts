import type { Family } from '../../layout/family.ts';
import { type Box, contains, holds } from '../../layout/geometry.ts';
import type { Scene } from '../../layout/scene.ts';

type Point = { readonly x: number; readonly y: number };

/** The innermost zone under a point, `except` aside; null on the open canvas. */
export function zoneAt(scene: Pick<Scene, 'placement' | 'family'>, point: Point, except: ReadonlySet<string> = new Set()): string | null {
  return innermost(scene, (box) => holds(box, point), except);
}

/** The innermost zone that holds a whole rectangle. */
export function zoneAround(scene: Pick<Scene, 'placement' | 'family'>, box: Box): string | null {
  return innermost(scene, (zone) => contains(zone, box), new Set());
}

function innermost(scene: Pick<Scene, 'placement' | 'family'>, matches: (box: Box) => boolean, except: ReadonlySet<string>): string | null {
  let found: { id: string; depth: number } | null = null;
  for (const [id, box] of scene.placement.zones) {
    if (except.has(id) || !matches(box)) continue;
    const depth = depthOf(scene.family, id);
    if (!found || depth >= found.depth) found = { id, depth };
  }
  return found?.id ?? null;
}

/** How many zones hold this one. */
export function depthOf(family: Family, zone: string): number {
  let depth = 0;
  for (let at = family.parentOf.get(zone) ?? null; at !== null; at = family.parentOf.get(at) ?? null) depth += 1;
  return depth;
}

/** The host under a point; the last one where cards overlap, since it is drawn on top. */
export function hostAt(scene: Pick<Scene, 'placement'>, point: Point): string | null {
  let found: string | null = null;
  for (const [id, box] of scene.placement.hosts) if (holds(box, point)) found = id;
  return found;
}
