import { create } from 'zustand';
import type { Finding, Flow } from '../../engine/result.ts';

/** The dialog that is open, if any. */
export type OpenDialog =
  | { readonly kind: 'commands' }
  | { readonly kind: 'share' }
  | { readonly kind: 'paste' }
  | { readonly kind: 'sealed'; readonly link: string }
  | { readonly kind: 'shortcuts' }
  | { readonly kind: 'revisions' }
  | { readonly kind: 'stranger' }
  | { readonly kind: 'requirement' }
  | { readonly kind: 'hostList'; readonly text: string }
  | { readonly kind: 'pdf' }
  | { readonly kind: 'csv' }
  | { readonly kind: 'picture' }
  | { readonly kind: 'configuration'; readonly firewall: string | null }
  | { readonly kind: 'accept'; readonly finding: Finding }
  | { readonly kind: 'waive'; readonly flow: Flow };

interface DialogState {
  readonly open: OpenDialog | null;
}

/** Which dialog is open. Not part of the workspace: it is no part of the work. */
export const useDialog = create<DialogState>()(() => ({ open: null }));

/** Opens a dialog in place of any other. */
export function openDialog(dialog: OpenDialog): void {
  useDialog.setState({ open: dialog });
}

/** Closes the open dialog. */
export function closeDialog(): void {
  useDialog.setState({ open: null });
}
