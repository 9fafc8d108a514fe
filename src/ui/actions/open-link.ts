import { workspace } from '../../store/workspace.ts';
import { notifyRefused } from './files.ts';

/** Opens the plan of a share link as a copy. The reader of links is loaded when there is one. Gives true where the link had a plan. */
export async function openLink(text: string): Promise<boolean> {
  const { decodeLink } = await import('../../share/link.ts');
  const read = decodeLink(text);
  if (!read.ok) {
    notifyRefused(read.error);
    return false;
  }
  workspace.getState().open(read.plan, 'link');
  return true;
}
