import { familyOf } from '../../layout/family.ts';
import { foldOf } from '../../layout/fold.ts';
import { collapsedZones, withCollapsed } from '../../model/edits/collapse.ts';
import { nameOf } from '../../model/plan.ts';
import { itemsSelection } from '../../store/selection.ts';
import { type Workspace, workspace } from '../../store/workspace.ts';
import { announce } from '../announce.ts';
import { contentText } from '../canvas/content-text.ts';
import { t } from '../messages/translate.ts';

/** The selected zones that the plan draws. */
function selectedZones({ selection, plan }: Pick<Workspace, 'selection' | 'plan'>): string[] {
  return selection.kind === 'items' ? selection.zones.filter((id) => plan.zones.some((zone) => zone.id === id)) : [];
}

/** True where a zone is selected. */
export function canCollapseSelected(state: Workspace): boolean {
  return selectedZones(state).length > 0;
}

/** Collapses the selected zones; expands them where all of them are collapsed. */
export function toggleSelectedZones(): void {
  const state = workspace.getState();
  const ids = selectedZones(state);
  const collapsed = collapsedZones(state.plan);
  setZonesCollapsed(ids, !ids.every((id) => collapsed.has(id)));
}

/** True where a zone is collapsed. */
export function hasCollapsed({ plan }: Pick<Workspace, 'plan'>): boolean {
  return foldOf(plan, familyOf(plan), null).held.size > 0;
}

/** Draws every zone with its content. */
export function expandAll(): void {
  setZonesCollapsed(collapsedZones(workspace.getState().plan), false);
}

/** Collapses or expands zones as one edit, selects them in place of what they hide, and says so. */
export function setZonesCollapsed(ids: Iterable<string>, collapsed: boolean): void {
  const { edit, select, plan } = workspace.getState();
  const zones = plan.zones.filter((zone) => new Set(ids).has(zone.id));
  edit(collapsed ? 'collapse' : 'expand', (before) => withCollapsed(before, ids, collapsed));
  if (collapsed) select(itemsSelection({ zones: zones.map(({ id }) => id) }));
  const { held } = foldOf(workspace.getState().plan, familyOf(plan), null);
  const words = zones.map((zone) => {
    const content = held.get(zone.id);
    return content
      ? t('canvas.collapsed', { name: nameOf(zone), content: contentText(content, t) })
      : t('canvas.expanded', { name: nameOf(zone) });
  });
  announce(words.join('. '));
}
