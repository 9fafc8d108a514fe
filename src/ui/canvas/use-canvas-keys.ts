import { type KeyboardEvent, useCallback } from 'react';
import type { Scene } from '../../layout/scene.ts';
import { EXTERNALS } from '../../layout/sizes.ts';
import { itemsSelection } from '../../store/selection.ts';
import { workspace } from '../../store/workspace.ts';
import { type Drop, droppedAt } from './scene-edits.ts';

const STEP = 4;
const LONG_STEP = 20;
const ARROWS: Record<string, readonly [number, number]> = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

/** Keys on the canvas: arrows move what is selected, Enter and Space select what has the focus, Enter again goes to the inspector. */
export function useCanvasKeys(scene: { readonly current: Scene }): (event: KeyboardEvent<HTMLElement>) => void {
  return useCallback(
    (event) => {
      if (!(event.target instanceof HTMLElement) || event.target.closest('input, textarea, select')) return;
      const arrow = ARROWS[event.key];
      if (arrow && !event.ctrlKey && !event.metaKey && !event.altKey) {
        const by = event.shiftKey ? LONG_STEP : STEP;
        if (moveSelected(scene.current, arrow[0] * by, arrow[1] * by)) event.preventDefault();
        return;
      }
      const node = event.target.classList.contains('react-flow__node') ? event.target.getAttribute('data-id') : null;
      if (node !== null && (event.key === 'Enter' || event.key === ' ')) {
        event.preventDefault();
        if (!selectNode(scene.current, node) && event.key === 'Enter') openInspector();
      }
    },
    [scene],
  );
}

/** Selects the node; false where it is selected already. */
function selectNode(scene: Scene, id: string): boolean {
  const { selection, select } = workspace.getState();
  if (id === EXTERNALS) {
    const first = scene.externals?.rows.find((row) => row.external !== null)?.external;
    if (!first || (selection.kind === 'external' && selection.id === first)) return false;
    select({ kind: 'external', id: first });
    return true;
  }
  const zone = scene.placement.zones.has(id);
  if (selection.kind === 'items' && (zone ? selection.zones : selection.hosts).includes(id)) return false;
  select(itemsSelection(zone ? { zones: [id] } : { hosts: [id] }));
  return true;
}

/** Opens the inspector and moves the keyboard to its first field. */
export function openInspector(): void {
  workspace.getState().togglePanel('inspector', true);
  requestAnimationFrame(() => {
    const first = (kinds: string) => document.querySelector<HTMLElement>(`#canvas ~ aside :is(${kinds})`);
    (first('input, select, textarea') ?? first('button, a[href]'))?.focus();
  });
}

function moveSelected(scene: Scene, dx: number, dy: number): boolean {
  const { selection, edit } = workspace.getState();
  if (selection.kind !== 'items') return false;
  const drops = [...selection.zones, ...selection.hosts].flatMap((id): Drop[] => {
    const box = scene.placement.zones.get(id) ?? scene.placement.hosts.get(id);
    return box ? [{ id, x: box.x + dx, y: box.y + dy }] : [];
  });
  if (drops.length === 0) return false;
  edit('move', (plan) => droppedAt(plan, scene, drops));
  return true;
}
