import { addComponent } from '../../model/edits/components.ts';
import { freshId, freshName } from '../../model/edits/fresh-id.ts';
import { hostNameFor } from '../../model/edits/host-name.ts';
import { addHost } from '../../model/edits/hosts.ts';
import { addZone } from '../../model/edits/zones.ts';
import type { Plan, ZoneKind } from '../../model/plan.ts';
import { itemsSelection } from '../../store/selection.ts';
import { type Part, workspace } from '../../store/workspace.ts';
import { t } from '../messages/translate.ts';

/** A zone of that kind, named after it, inside `parent` or at the top level. Gives the plan and the zone's id. */
function withZone(plan: Plan, kind: ZoneKind, parent: string | null): { plan: Plan; id: string } {
  const id = freshId(plan, kind);
  const name = freshName(plan, t(`zone.kind.${kind}`));
  return { plan: addZone(plan, { id, kind, name, parent }), id };
}

/** The zone a part goes to without pointing: the selected one, else that of the selected host, else the first that is no Internet zone. */
export function targetZone(plan: Plan): string | null {
  const { selection } = workspace.getState();
  if (selection.kind === 'items') {
    if (selection.zones[0] && plan.zones.some((zone) => zone.id === selection.zones[0])) return selection.zones[0];
    const host = plan.hosts.find((one) => one.id === selection.hosts[0]);
    if (host) return host.zone;
  }
  return (plan.zones.find((zone) => zone.kind !== 'internet') ?? plan.zones[0])?.id ?? null;
}

/**
 * Places a part without pointing at the canvas: a component on the selected host, else on a new host in the selected or first zone;
 * a zone inside the selected zone, else at the top level. The canvas finds a free place for what has none.
 */
export function placePart(part: Part): void {
  const { edit, select, selection, setPlacing, reveal } = workspace.getState();
  setPlacing(null);
  if (part.kind === 'zone') {
    let made = '';
    edit('addZone', (plan) => {
      const parent = selection.kind === 'items' && selection.hosts.length === 0 ? (selection.zones[0] ?? null) : null;
      const known = parent !== null && plan.zones.some((zone) => zone.id === parent) ? parent : null;
      const added = withZone(plan, part.zoneKind, known);
      made = added.id;
      return added.plan;
    });
    select(itemsSelection({ zones: [made] }));
    reveal([made]);
    return;
  }
  const onHost =
    selection.kind === 'items' && selection.hosts.length === 1 && selection.zones.length === 0 ? selection.hosts[0] : undefined;
  let host = onHost ?? '';
  edit('addComponent', (plan) => {
    if (onHost !== undefined) return addComponent(plan, onHost, part.type);
    const zone = targetZone(plan);
    const placed = zone === null ? withZone(plan, 'internal', null) : { plan, id: zone };
    const name = hostNameFor(placed.plan, part.type);
    host = freshId(placed.plan, name);
    return addComponent(addHost(placed.plan, { id: host, zone: placed.id, name }), host, part.type);
  });
  select(itemsSelection({ hosts: [host] }));
  reveal([host]);
}

/** A new host without components in the selected or first zone. */
export function placeHost(): void {
  const { edit, select, reveal } = workspace.getState();
  let host = '';
  edit('addHost', (plan) => {
    const zone = targetZone(plan);
    const placed = zone === null ? withZone(plan, 'internal', null) : { plan, id: zone };
    const name = hostNameFor(placed.plan, null);
    host = freshId(placed.plan, name);
    return addHost(placed.plan, { id: host, zone: placed.id, name });
  });
  select(itemsSelection({ hosts: [host] }));
  reveal([host]);
}
