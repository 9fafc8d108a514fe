import { drawBoundary } from '../../model/edits/boundaries.ts';
import { addComponent, setSetting } from '../../model/edits/components.ts';
import { freshId } from '../../model/edits/fresh-id.ts';
import { addHost, moveHosts, updateHost } from '../../model/edits/hosts.ts';
import { waive } from '../../model/edits/judgements.ts';
import { addLink } from '../../model/edits/links.ts';
import { removeItems } from '../../model/edits/remove.ts';
import { rename, updatePlan } from '../../model/edits/rename.ts';
import { addZone, setZoneParent } from '../../model/edits/zones.ts';
import type { Plan } from '../../model/plan.ts';

const TEXTS = ['Core', '', 'Büro "Süd"', '\\u202e', '"},{"id":"x', '__proto__', '\n\t', '\u202eabc', '𝄞', 'é', '>>><<<'];

/** One edit decided by a number, of every kind the page has. Some change nothing. */
export function randomEdit(plan: Plan, choice: number): Plan {
  const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(choice / 16) % Math.max(1, list.length)];
  const zone = pick(plan.zones);
  const host = pick(plan.hosts);
  const component = pick(plan.hosts.flatMap((one) => one.components));
  const text = pick(TEXTS) ?? '';
  switch (choice % 16) {
    case 0:
    case 1:
      return addZone(plan, { id: freshId(plan, 'zone'), kind: 'internal', rectangle: { x: choice, y: 0, width: 200, height: 100 } });
    case 2:
    case 3:
    case 4:
      return zone ? addHost(plan, { id: freshId(plan, 'host'), zone: zone.id, place: { x: choice, y: 1 } }) : plan;
    case 5:
    case 6:
      return host ? addComponent(plan, host.id, 'tanium/client') : plan;
    case 7:
      return host ? moveHosts(plan, [{ id: host.id, zone: zone?.id ?? host.zone, x: choice, y: -choice }]) : plan;
    case 8:
      return zone ? rename(plan, zone.id, text) : plan;
    case 9:
      return updatePlan(plan, { title: text, description: `${text}${choice}` });
    case 10:
      return component ? setSetting(plan, component.id, text || 'port', choice) : plan;
    case 11:
      return zone && plan.zones[0] ? drawBoundary(plan, plan.zones[0].id, zone.id) : plan;
    case 12:
      return component ? waive(plan, { rule: 'tanium/x', from: { component: component.id }, to: null, reason: text }) : plan;
    case 13:
      return host ? updateHost(plan, host.id, { addresses: [`10.0.0.${choice % 250}`], count: (choice % 7) + 1 }) : plan;
    case 14:
      return component && host ? addLink(plan, component.id, host.id) : setZoneParent(plan, zone?.id ?? '', plan.zones[0]?.id ?? null);
    default:
      return zone && choice % 3 === 0 ? removeItems(plan, { zones: [zone.id] }) : removeItems(plan, { hosts: host ? [host.id] : [] });
  }
}
