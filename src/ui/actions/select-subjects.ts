import type { Finding } from '../../engine/result.ts';
import { selectionOf } from '../../store/subject-selection.ts';
import { workspace } from '../../store/workspace.ts';

/** Selects what a finding is about and brings it into view. */
export function selectSubjects(finding: Pick<Finding, 'subjects'>): void {
  const { plan, analysis, select, reveal } = workspace.getState();
  const selection = selectionOf(finding, plan, analysis);
  select(selection);
  if (selection.kind === 'items') reveal([...selection.zones, ...selection.hosts]);
  else if (selection.kind === 'component') reveal([selection.host]);
  else if (selection.kind === 'external') reveal([selection.id]);
}
