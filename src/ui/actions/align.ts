import { descendants } from '../../layout/family.ts';
import { type Box, snapped } from '../../layout/geometry.ts';
import type { Scene } from '../../layout/scene.ts';
import type { EditName } from '../../store/edit-names.ts';
import { type Workspace, workspace } from '../../store/workspace.ts';
import { type Drop, droppedAt } from '../canvas/scene-edits.ts';
import { sceneNow } from '../canvas/scene-now.ts';

export type Alignment = 'left' | 'top' | 'across' | 'down';

/** What things keep between them where they would lie on each other. */
const GAP = 24;

interface Thing {
  readonly id: string;
  readonly box: Box;
}

/** True where several things are selected that can be put in a line. */
export function canAlign({ selection }: Pick<Workspace, 'selection'>): boolean {
  return selection.kind === 'items' && selection.zones.length + selection.hosts.length > 1;
}

/** Puts the selected things in a line, or spaces them evenly. One edit; zones take their content along. */
export function alignSelected(how: Alignment): void {
  const scene = sceneNow();
  const { edit, selection, plan } = workspace.getState();
  if (!scene || selection.kind !== 'items') return;
  const inside = new Set(selection.zones.flatMap((id) => (scene.family.parentOf.has(id) ? [...descendants(scene.family, id)] : [id])));
  const zones = selection.zones.filter((id) => !selection.zones.some((other) => other !== id && holds(scene, other, id)));
  const hosts = selection.hosts.filter((id) => !inside.has(plan.hosts.find((host) => host.id === id)?.zone ?? ''));
  const things = [...zones, ...hosts].flatMap((id): Thing[] => {
    const box = scene.placement.zones.get(id) ?? scene.placement.hosts.get(id);
    return box ? [{ id, box }] : [];
  });
  const drops = aligned(things, how);
  const name: EditName = how === 'left' || how === 'top' ? 'align' : 'space';
  if (drops.length > 0) edit(name, (current) => droppedAt(current, scene, drops));
}

function holds(scene: Scene, outer: string, inner: string): boolean {
  return scene.family.parentOf.has(outer) && descendants(scene.family, outer).includes(inner);
}

/** Where things go: what would lie on another one gives way along the line. Only what moves is named. */
export function aligned(things: readonly Thing[], how: Alignment): Drop[] {
  const [along, across, length] = how === 'left' || how === 'down' ? (['y', 'x', 'height'] as const) : (['x', 'y', 'width'] as const);
  const sorted = [...things].sort((a, b) => a.box[along] - b.box[along] || a.box[across] - b.box[across] || (a.id < b.id ? -1 : 1));
  const [first] = sorted;
  const last = sorted.at(-1);
  if (!first || !last) return [];
  const lines = how === 'left' || how === 'top';
  const edge = snapped(Math.min(...sorted.map(({ box }) => box[across])));
  const end = Math.max(...sorted.map(({ box }) => box[along] + box[length]));
  const room = end - first.box[along] - sorted.reduce((sum, { box }) => sum + box[length], 0);
  const gap = lines ? GAP : Math.max(GAP, room / (sorted.length - 1));
  let next = first.box[along];
  return sorted.flatMap(({ id, box }): Drop[] => {
    const at = snapped(lines ? Math.max(box[along], next) : next);
    next = (lines ? at : next) + box[length] + gap;
    const place = { [along]: at, [across]: lines ? edge : box[across] } as { x: number; y: number };
    return place.x === box.x && place.y === box.y ? [] : [{ id, x: place.x, y: place.y }];
  });
}
