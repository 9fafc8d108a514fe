import { useEffect } from 'react';
import { copyHosts, type HostCopy, pasteHosts } from '../../model/edits/copies.ts';
import { parseHostList } from '../../model/host-list.ts';
import { nameOf, type Plan } from '../../model/plan.ts';
import { useComparing } from '../../store/comparing.ts';
import type { EditName } from '../../store/edit-names.ts';
import { itemsSelection } from '../../store/selection.ts';
import { type Workspace, workspace } from '../../store/workspace.ts';
import { openDialog, useDialog } from '../dialogs/open-dialog.ts';

/** What was copied last, with the text that the clipboard holds for other programs: as long as it holds that, this is pasted. */
let copied: { readonly text: string; readonly copy: HostCopy } | null = null;

/** The selected hosts; a selected component stands for its host. */
function selectedHosts({ selection }: Pick<Workspace, 'selection'>): readonly string[] {
  return selection.kind === 'items' ? selection.hosts : selection.kind === 'component' ? [selection.host] : [];
}

export function canDuplicate(state: Pick<Workspace, 'selection'>): boolean {
  return selectedHosts(state).length > 0;
}

/** Puts copies of the selected hosts beside them. */
export function duplicateSelected(): void {
  const state = workspace.getState();
  paste('duplicate', copyHosts(state.plan, selectedHosts(state)), null);
}

function paste(name: EditName, copy: HostCopy, zone: string | null): void {
  const { edit, select, reveal } = workspace.getState();
  let ids: string[] = [];
  edit(name, (plan) => {
    const pasted = pasteHosts(plan, copy, zone);
    ids = pasted.ids;
    return pasted.plan;
  });
  if (ids.length === 0) return;
  select(itemsSelection({ hosts: ids }));
  reveal(ids);
}

/** Names and addresses as a table, for spreadsheets and for other plans. */
function listOf(plan: Plan, ids: readonly string[]): string {
  const hosts = plan.hosts.filter((host) => ids.includes(host.id));
  return hosts.map((host) => [nameOf(host), ...host.addresses].map((text) => text.replace(/[\t\r\n]+/g, ' ')).join('\t')).join('\n');
}

/** True where the clipboard belongs to something else: a field, a dialog, text that is marked, two plans side by side. */
function isBusy(target: EventTarget | null): boolean {
  if (target instanceof HTMLElement && (target.isContentEditable || target.closest('input, textarea, select'))) return true;
  return useDialog.getState().open !== null || useComparing.getState().open || !workspace.getState().opened;
}

/** Copies selected hosts and pastes them, and takes pasted lists of names and addresses, as long as the page is there. */
export function useClipboard(): void {
  useEffect(() => {
    const onCopy = (event: ClipboardEvent) => {
      const state = workspace.getState();
      const ids = selectedHosts(state);
      if (isBusy(event.target) || ids.length === 0 || !(document.getSelection()?.isCollapsed ?? true)) return;
      event.preventDefault();
      const text = listOf(state.plan, ids);
      event.clipboardData?.setData('text/plain', text);
      copied = { text, copy: copyHosts(state.plan, ids) };
      state.notify('toast.copiedHosts', { values: { count: ids.length } });
    };
    const onPaste = (event: ClipboardEvent) => {
      if (isBusy(event.target)) return;
      const text = event.clipboardData?.getData('text/plain') ?? '';
      const { selection } = workspace.getState();
      if (copied !== null && text.replaceAll('\r\n', '\n') === copied.text) {
        event.preventDefault();
        const zone = selection.kind === 'items' && selection.hosts.length === 0 ? (selection.zones[0] ?? null) : null;
        paste('paste', copied.copy, zone);
      } else if (parseHostList(text).hosts.some((host) => host.addresses.length > 0)) {
        event.preventDefault();
        openDialog({ kind: 'hostList', text });
      }
    };
    document.addEventListener('copy', onCopy);
    document.addEventListener('paste', onPaste);
    return () => {
      document.removeEventListener('copy', onCopy);
      document.removeEventListener('paste', onPaste);
    };
  }, []);
}
