import type { DrawnEdge } from '../../layout/scene.ts';
import { useWorkspace, workspace } from '../../store/workspace.ts';
import { productColour } from '../parts/ProductTile.tsx';
import { type Mark, useCanvas } from './canvas-state.ts';

/** The colour of an edge: its product's, grey where several meet or it is waived, the error colour where there is no path. */
export function edgeColour(edge: Pick<DrawnEdge, 'kind' | 'label'>): string {
  if (edge.kind === 'unrouted') return 'var(--error)';
  if (edge.kind === 'waived') return 'var(--ink3)';
  return edge.label.products > 1 ? 'var(--ink2)' : productColour(edge.label.product);
}

/** How the selection sees an edge: on its path, off it, or without a path. */
export function useEdgeLight(edge: Pick<DrawnEdge, 'flows'>): 'lit' | 'dimmed' | undefined {
  return useCanvas(({ focus, connecting, marks }) => {
    if (marks) return marks.dims && !edge.flows.some((flow) => marks.flows.has(flow.id)) ? 'dimmed' : undefined;
    if (connecting) return 'dimmed';
    if (!focus) return undefined;
    return edge.flows.some((flow) => focus.flows.has(flow.id)) ? 'lit' : 'dimmed';
  });
}

/** How an edge differs while two plans are compared: as all its flows do where they agree, else it has changed. */
export function useEdgeMark({ flows }: Pick<DrawnEdge, 'flows'>): Mark | undefined {
  return useCanvas(({ marks }) => {
    if (!marks) return undefined;
    const found = new Set(flows.map(({ id }) => marks.flows.get(id)));
    return found.size > 1 ? 'changed' : [...found][0];
  });
}

/** True where this very edge is selected. */
export function useEdgeSelected(edge: Pick<DrawnEdge, 'fromKey' | 'toKey' | 'flows'>): boolean {
  return useWorkspace(
    ({ selection }) =>
      selection.kind === 'edge' &&
      selection.from === edge.fromKey &&
      selection.to === edge.toKey &&
      selection.flows[0] === edge.flows[0]?.id,
  );
}

/** Selects an edge with all its flows. */
export function selectEdge(edge: DrawnEdge): void {
  workspace.getState().select({ kind: 'edge', from: edge.fromKey, to: edge.toKey, flows: edge.flows.map((flow) => flow.id) });
}
