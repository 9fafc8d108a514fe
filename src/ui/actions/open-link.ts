import { workspace } from '../../store/workspace.ts';
import { openDialog } from '../dialogs/open-dialog.ts';
import { notifyRefused } from './files.ts';

/**
 * Opens the plan of a share link as a copy, or asks for the passphrase of a sealed one. The reader of links is loaded when there is one.
 * Gives true where the link had a plan.
 */
export async function openLink(text: string): Promise<boolean> {
  const { decodeLink } = await import('../../share/link.ts');
  const read = decodeLink(text);
  if (read.ok) {
    workspace.getState().open(read.plan, 'link');
    return true;
  }
  if (read.error.code === 'sealed-link') openDialog({ kind: 'sealed', link: text });
  else notifyRefused(read.error);
  return false;
}
