import { workspace } from '../../store/workspace.ts';

/** Does what makes a file; where that fails, a notice says why. Never rejects. */
export async function orTold(make: () => Promise<void>): Promise<void> {
  try {
    await make();
  } catch (problem) {
    workspace
      .getState()
      .notify('export.failed', { values: { problem: problem instanceof Error ? problem.message : String(problem) }, tone: 'error' });
  }
}
