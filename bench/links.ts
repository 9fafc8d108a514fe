import { deflateSync, strToU8 } from 'fflate';
import { type Plan, planSchema } from '../src/model/plan.ts';
import { packPlan } from '../src/model/write-plan.ts';
import { decodeLink, encodeLink } from '../src/share/link.ts';
import { campus } from './campus.ts';

/** Positions as a drawing has them: zones in rows, hosts on a grid of 20 within their zone. */
function placed(plan: Plan): Plan {
  const zones: Record<string, object> = {};
  const hosts: Record<string, object> = {};
  const taken = new Map<string, number>();
  plan.zones.forEach(({ id }, at) => {
    zones[id] = { x: (at % 4) * 480, y: Math.floor(at / 4) * 360, width: 440, height: 320 };
  });
  for (const { id, zone } of plan.hosts) {
    const at = taken.get(zone) ?? 0;
    taken.set(zone, at + 1);
    const index = plan.zones.findIndex((each) => each.id === zone);
    hosts[id] = { x: (index % 4) * 480 + 20 + (at % 2) * 200, y: Math.floor(index / 4) * 360 + 40 + Math.floor(at / 2) * 80 };
  }
  return planSchema.parse({ ...plan, layout: { zones, hosts } });
}

/** Characters of the link's encoded part, and of the deflated JSON of the same plan as base64url; throws where the link gives another plan. */
export function measure(components: number, zones: number): { link: number; json: number } {
  const plan = placed(campus(components, zones));
  const encoded = encodeLink(plan);
  if (!encoded.ok) throw new Error(encoded.error.what);
  const read = decodeLink(encoded.link);
  if (!read.ok || packPlan(read.plan) !== packPlan(plan)) throw new Error('the link gives another plan');
  const json = deflateSync(strToU8(packPlan(plan)), { level: 9 });
  return { link: encoded.link.length - '#p=0.'.length, json: Math.ceil((json.length * 4) / 3) };
}
