import { componentOn, moveComponent, splitOff } from '../../model/edits/components.ts';
import { nameOf, type Plan } from '../../model/plan.ts';
import { shortTypeName } from '../../store/catalogs.ts';
import type { EditName } from '../../store/edit-names.ts';
import { type Workspace, workspace } from '../../store/workspace.ts';

/** True where the selected component shares its host, so that it can be split off. */
export function canSplitSelected({ selection, plan }: Pick<Workspace, 'selection' | 'plan'>): boolean {
  return selection.kind === 'component' && canSplit(plan, selection.component);
}

/** True where a component shares its host with others. */
export function canSplit(plan: Plan, component: string): boolean {
  return (componentOn(plan, component)?.host.components.length ?? 0) > 1;
}

/** Splits off the selected component. */
export function splitSelected(): void {
  const { selection } = workspace.getState();
  if (selection.kind === 'component') splitToNewHost(selection.component);
}

/** Puts a component on a new host in the same zone; the canvas finds a free place for it. */
export function splitToNewHost(component: string): void {
  changeHost('splitOff', component, (plan) => splitOff(plan, component).plan);
  showHost(component);
}

/** Puts a component on another host. */
export function moveToHost(component: string, host: string): void {
  changeHost('moveComponent', component, (plan) => moveComponent(plan, component, host));
  showHost(component);
}

/** Brings the host of a component into view: who did not point at a place has not seen it yet. */
function showHost(component: string): void {
  const { plan, reveal } = workspace.getState();
  const found = componentOn(plan, component);
  if (found) reveal([found.host.id]);
}

/** One edit after which a component runs elsewhere: it is selected there, and the page says where it runs now. */
export function changeHost(name: EditName, component: string, change: (plan: Plan) => Plan): void {
  const { edit, select, notify, plan } = workspace.getState();
  edit(name, change);
  const after = workspace.getState().plan;
  const found = componentOn(after, component);
  if (after === plan || !found) return;
  select({ kind: 'component', host: found.host.id, component });
  notify('canvas.split', { values: { name: shortTypeName(found.component.type), host: nameOf(found.host) }, undo: true });
}
