import { noFormula } from '../../report/formula.ts';
import { workspace } from '../../store/workspace.ts';

/** Lines of cells as tab-separated text for the clipboard: every cell one line, and never the start of a formula in a spreadsheet. */
export function tableText(lines: readonly (readonly string[])[]): string {
  return lines.map((line) => line.map((cell) => noFormula(cell.replace(/[\t\r\n]+/g, ' '))).join('\t')).join('\n');
}

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
