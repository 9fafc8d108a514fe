import { removeItems } from '../../model/edits/remove.ts';
import { nameOf, type Plan } from '../../model/plan.ts';
import { workspace } from '../../store/workspace.ts';

/** True where the selection is something that can be deleted. */
export function canRemoveSelected(): boolean {
  const { selection } = workspace.getState();
  return selection.kind === 'items' || selection.kind === 'component' || (selection.kind === 'boundary' && !selection.id.startsWith('~'));
}

/** Deletes what is selected and offers to take that back. */
export function removeSelected(): void {
  const { selection, edit, plan, notify } = workspace.getState();
  const remove = (removal: Parameters<typeof removeItems>[1], name: string, count: number) => {
    edit('remove', (before: Plan) => removeItems(before, removal));
    notify(count === 1 ? 'toast.deleted' : 'toast.deletedMany', { values: { name, count }, undo: true });
  };
  if (selection.kind === 'items') {
    const things = [
      ...plan.zones.filter((zone) => selection.zones.includes(zone.id)),
      ...plan.hosts.filter((host) => selection.hosts.includes(host.id)),
    ];
    const [first] = things;
    if (first) remove({ zones: selection.zones, hosts: selection.hosts }, nameOf(first), things.length);
  } else if (selection.kind === 'component') {
    const host = plan.hosts.find((one) => one.id === selection.host);
    if (host) remove({ components: [selection.component] }, selection.component, 1);
  } else if (selection.kind === 'boundary') {
    const boundary = plan.boundaries.find((one) => one.id === selection.id);
    if (boundary) remove({ boundaries: [boundary.id] }, nameOf(boundary), 1);
  }
}
