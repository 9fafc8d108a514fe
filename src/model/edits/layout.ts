import { dictionary } from '../dictionary.ts';
import type { Layout, Plan, Point, Rectangle } from '../plan.ts';

/** The layout of the plan, or an empty one. */
export function layoutOf(plan: Plan): Layout {
  return plan.layout ?? { zones: dictionary<Rectangle>(), hosts: dictionary<Point>() };
}

/** The plan with some places of zones and hosts set; `null` forgets a place. A layout that holds nothing is left out. */
export function placed(
  plan: Plan,
  changes: {
    readonly zones?: Iterable<readonly [string, Rectangle | null]>;
    readonly hosts?: Iterable<readonly [string, Point | null]>;
  },
): Plan {
  const before = layoutOf(plan);
  const layout: Layout = {
    ...before,
    zones: dictionary(Object.entries(before.zones)),
    hosts: dictionary(Object.entries(before.hosts)),
  };
  for (const [id, rectangle] of changes.zones ?? []) {
    if (rectangle) layout.zones[id] = { ...layout.zones[id], ...rectangle };
    else delete layout.zones[id];
  }
  for (const [id, point] of changes.hosts ?? []) {
    if (point) layout.hosts[id] = { ...layout.hosts[id], ...point };
    else delete layout.hosts[id];
  }
  const empty = Object.keys(layout).length === 2 && Object.keys(layout.zones).length === 0 && Object.keys(layout.hosts).length === 0;
  if (!empty) return { ...plan, layout };
  const { layout: _gone, ...rest } = plan;
  return rest;
}
