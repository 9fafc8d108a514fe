import { nameOf, type Zone } from '../model/plan.ts';
import type { Box } from './geometry.ts';

/** What is written in the title line of a zone, as boxes that lines and gates keep off: tile and name at the left, networks at the right. */
export function titleBoxes(zone: Pick<Zone, 'id' | 'name' | 'cidrs'>, box: Box): Box[] {
  const name = { x: box.x + 8, y: box.y + 6, width: Math.min(box.width - 16, 40 + nameOf(zone).length * 7.2), height: 28 };
  const networks = zone.cidrs[0];
  if (networks === undefined) return [name];
  const width = Math.min(box.width / 2, networks.length * 6.8 + 16);
  return [name, { x: box.x + box.width - width, y: box.y + 8, width, height: 24 }];
}
