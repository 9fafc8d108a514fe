import { isNamed } from '../../engine/result.ts';
import { flowsById } from '../../store/focus.ts';
import { workspace } from '../../store/workspace.ts';

/** Brings the ends of flows into view on the canvas. */
export function revealFlows(ids: Iterable<string>): void {
  const { analysis, reveal } = workspace.getState();
  if (!analysis) return;
  const byId = flowsById(analysis);
  const ends = new Set<string>();
  for (const id of ids) {
    const flow = byId.get(id);
    if (!flow) continue;
    ends.add(flow.from.host ?? flow.from.zone);
    ends.add(isNamed(flow.to) ? (flow.to.external ?? flow.to.zone) : (flow.to.host ?? flow.to.zone));
  }
  reveal([...ends]);
}
