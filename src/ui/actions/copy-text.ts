import { workspace } from '../../store/workspace.ts';

/** Puts text on the clipboard and says so, or says that it did not work. */
export async function copyText(text: string, message: string, values: Readonly<Record<string, string | number>> = {}): Promise<void> {
  const { notify } = workspace.getState();
  try {
    await navigator.clipboard.writeText(text);
    notify(message, { values });
  } catch {
    notify('toast.copyFailed', { tone: 'error' });
  }
}
