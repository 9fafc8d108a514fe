import { workspace } from '../../store/workspace.ts';

/** Opens the tables and moves the keyboard to the rows, or to the tab where there are none. */
export function focusTables(): void {
  workspace.getState().togglePanel('dock', true);
  requestAnimationFrame(() => {
    const tables = document.querySelector<HTMLElement>('[data-tables]');
    (
      tables?.querySelector<HTMLElement>('[role="grid"]') ?? tables?.querySelector<HTMLElement>('[role="tab"][aria-selected="true"]')
    )?.focus();
  });
}
