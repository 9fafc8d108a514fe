import type { Box } from '../../layout/geometry.ts';
import type { Scene } from '../../layout/scene.ts';
import { addComponent } from '../../model/edits/components.ts';
import { nameOf } from '../../model/plan.ts';
import { shortTypeName } from '../../store/catalogs.ts';
import { itemsSelection } from '../../store/selection.ts';
import { type Part, workspace } from '../../store/workspace.ts';
import { t } from '../messages/translate.ts';
import type { DropTarget } from './canvas-state.ts';
import { hostAt, zoneAt } from './pointing.ts';
import { hostPlaced, zoneDrawn } from './scene-edits.ts';

type Point = { readonly x: number; readonly y: number };

/** Size of a zone that is placed by a click or a drop instead of being drawn. */
const ZONE_SIZE = { width: 280, height: 180 };
const LEAST_ZONE = { width: 120, height: 56 };
/** What a zone keeps free around a zone inside it: its border, and its title above. */
const INSET = 12;
const TITLE = 40;

/** The name of a palette part. */
export function partName(part: Part): string {
  return part.kind === 'type' ? shortTypeName(part.type) : t(`zone.kind.${part.zoneKind}`);
}

/** What would take a part dropped at a point; null where nothing would. `part` is null while it is not known yet. */
export function targetFor(scene: Scene, part: Part | null, point: Point): DropTarget | null {
  const { plan } = workspace.getState();
  const name = part ? partName(part) : '';
  if (part?.kind !== 'zone') {
    const host = hostAt(scene, point);
    if (host !== null) return { kind: 'host', id: host, text: t('canvas.addHere', { name }) };
  }
  const id = zoneAt(scene, point);
  const zone = plan.zones.find((one) => one.id === id);
  return zone ? { kind: 'zone', id: zone.id, text: t('canvas.dropIn', { name: nameOf(zone) }) } : null;
}

/** The rectangle of a zone that is dropped at a point: within the zone there as far as that has room, else in its full size. */
function roomFor(scene: Scene, point: Point): Box {
  const free = { x: point.x - 24, y: point.y - 20, ...ZONE_SIZE };
  const around = zoneAt(scene, point);
  const parent = around === null ? undefined : scene.placement.zones.get(around);
  if (!parent) return free;
  const width = Math.min(free.width, parent.width - 2 * INSET);
  const height = Math.min(free.height, parent.height - TITLE - INSET);
  if (width < LEAST_ZONE.width || height < LEAST_ZONE.height) return free;
  const between = (least: number, wished: number, most: number) => Math.max(least, Math.min(wished, most));
  return {
    x: between(parent.x + INSET, free.x, parent.x + parent.width - INSET - width),
    y: between(parent.y + TITLE, free.y, parent.y + parent.height - INSET - height),
    width,
    height,
  };
}

/** Places a part where it was dropped or clicked: a zone anywhere, a component on the host or in the zone there. Says why where it cannot. */
export function placeAt(scene: Scene, part: Part, point: Point): void {
  const { edit, select, notify, plan } = workspace.getState();
  if (part.kind === 'zone') {
    drawZone(scene, roomFor(scene, point), part.zoneKind);
    return;
  }
  const target = targetFor(scene, part, point);
  if (!target) {
    notify(plan.zones.length === 0 ? 'canvas.drawZoneFirst' : 'canvas.needsZone');
    return;
  }
  if (target.kind === 'host') {
    edit('addComponent', (current) => addComponent(current, target.id, part.type));
    select(itemsSelection({ hosts: [target.id] }));
    return;
  }
  placeHost(scene, target.id, point, part.type);
}

/** Places an empty host by a click. */
export function placeEmptyHost(scene: Scene, point: Point): void {
  const { notify, plan } = workspace.getState();
  const zone = zoneAt(scene, point);
  if (zone === null || !plan.zones.some((one) => one.id === zone))
    notify(plan.zones.length === 0 ? 'canvas.drawZoneFirst' : 'canvas.needsZone');
  else placeHost(scene, zone, point, null);
}

function placeHost(scene: Scene, zone: string, point: Point, type: string | null): void {
  const { edit, select } = workspace.getState();
  let made = '';
  edit(type === null ? 'addHost' : 'addComponent', (current) => {
    const result = hostPlaced(current, scene, zone, point, type);
    made = result.id;
    return result.plan;
  });
  select(itemsSelection({ hosts: [made] }));
}

/** Draws a zone as a rectangle and selects it. */
export function drawZone(scene: Scene, box: Box, kind: Extract<Part, { kind: 'zone' }>['zoneKind']): void {
  const { edit, select } = workspace.getState();
  let made = '';
  edit('addZone', (current) => {
    const result = zoneDrawn(current, scene, box, kind, t(`zone.kind.${kind}`));
    made = result.id;
    return result.plan;
  });
  select(itemsSelection({ zones: [made] }));
}
