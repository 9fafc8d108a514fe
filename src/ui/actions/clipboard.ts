import { useEffect } from 'react';
import { copyHosts, type HostCopy, pasteHosts } from '../../model/edits/copies.ts';
import { MOST_LIST, parseHostList } from '../../model/host-list.ts';
import { nameOf, type Plan } from '../../model/plan.ts';
import { useComparing } from '../../store/comparing.ts';
import type { EditName } from '../../store/edit-names.ts';
import { itemsSelection } from '../../store/selection.ts';
import { type Workspace, workspace } from '../../store/workspace.ts';
import { openDialog, useDialog } from '../dialogs/open-dialog.ts';
import { tableText } from './copy-text.ts';
import { targetZone } from './place-part.ts';

/** What was copied last, with the text that the clipboard holds for other programs: as long as it holds that, this is pasted. */
let copied: { readonly text: string; readonly copy: HostCopy } | null = null;

/** The selected hosts; a selected component stands for its host. */
function selectedHosts({ selection }: Pick<Workspace, 'selection'>): readonly string[] {
  return selection.kind === 'items' ? selection.hosts : selection.kind === 'component' ? [selection.host] : [];
}

/** True where hosts are selected. */
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
  return tableText(hosts.map((host) => [nameOf(host), ...host.addresses]));
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
      const { selection, plan } = workspace.getState();
      if (copied !== null && text.replaceAll('\r\n', '\n') === copied.text) {
        event.preventDefault();
        const { copy } = copied;
        const chosen = selection.kind === 'items' && selection.hosts.length === 0 ? selection.zones[0] : undefined;
        // Into another plan: where the zones they came from are not, they go where a part would go.
        const gone = copy.hosts.some((host) => !plan.zones.some((zone) => zone.id === host.zone));
        paste('paste', copy, chosen ?? (gone ? targetZone(plan) : null));
      } else if (text.length <= MOST_LIST && parseHostList(text).hosts.some((host) => host.addresses.length > 0)) {
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
