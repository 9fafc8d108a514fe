import { around, type Box, grown } from '../../layout/geometry.ts';
import type { Route } from '../../layout/route/route.ts';
import { refined, refining, type Scene, sceneOf } from '../../layout/scene.ts';
import type { ReportInput } from '../names.ts';

/** Which flows a picture draws beside those that cross a boundary. */
const SHOWN = { sameZone: true, local: false, waived: false, offers: false } as const;

/** With more lines than this nobody follows a single one: the drafts stay. */
const MOST_REFINED = 400;

/** What a label says where several products meet. */
export const severalText = (products: number, flows: number) => `${products} products, ${flows} flows`;

/** Where everything of a plan stands in its picture: what the canvas shows, with every line drawn properly. */
export function pictureScene({ plan, analysis }: ReportInput): Scene {
  const scene = sceneOf(plan, analysis, SHOWN, severalText);
  if (scene.coarse.size === 0 || scene.coarse.size > MOST_REFINED) return scene;
  const routes = new Map<string, Route>(refining(scene));
  return refined(scene, routes, severalText);
}

/** The room around what is drawn, in pixels. */
const MARGIN = 32;

/** The rectangle that holds the whole picture; a small one where the plan is empty. */
export function boundsOf(scene: Scene): Box {
  const { placement, gates, edges } = scene;
  const corners = edges.flatMap((edge) => edge.corners.map((corner) => ({ ...corner, width: 0, height: 0 })));
  const pills = edges.flatMap(({ pill }) =>
    pill ? [{ x: pill.at.x - pill.width / 2, y: pill.at.y - 10, width: pill.width, height: 20 }] : [],
  );
  const names = gates.flatMap(({ box, firewall }) => (firewall ? [grown(box, 24)] : []));
  const all = around([
    ...placement.zones.values(),
    ...[...placement.hosts.values()].map((box) => grown(box, 10)),
    ...(placement.externals ? [placement.externals] : []),
    ...gates.map((gate) => gate.box),
    ...names,
    ...corners,
    ...pills,
  ]);
  return grown(all ?? { x: 0, y: 0, width: 320, height: 160 }, MARGIN);
}
