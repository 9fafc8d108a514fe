import { create } from 'zustand';
import { addZone } from '../../model/edits/zones.ts';
import { type ReadPlan, readPlan } from '../../model/gate.ts';
import type { GateError } from '../../model/gate-error.ts';
import { FILE_CAPS, tooLarge } from '../../model/gate-limits.ts';
import { emptyPlan, type Plan } from '../../model/plan.ts';
import { writePlan } from '../../model/write-plan.ts';
import { planFileName } from '../../share/file.ts';
import { workspace } from '../../store/workspace.ts';
import { isMessageKey, t } from '../messages/translate.ts';

/** How many files were handed out since the page was loaded. */
export const useDownloads = create<{ readonly count: number }>()(() => ({ count: 0 }));

/** Hands bytes to the browser to be saved as a file. */
export function download(name: string, content: string | Uint8Array<ArrayBuffer>, mime: string): void {
  const url = URL.createObjectURL(new Blob([content], { type: mime }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
  useDownloads.setState(({ count }) => ({ count: count + 1 }));
}

/** Saves the open plan as a plan file. */
export function downloadPlan(): void {
  const { plan } = workspace.getState();
  download(planFileName(plan.title), writePlan(plan), 'application/json');
}

/** Saves the whole analysis as JSON. */
export function downloadAnalysis(): void {
  const { plan, analysis } = workspace.getState();
  if (analysis)
    download(
      planFileName(plan.title).replace('.plan.json', '.analysis.json'),
      `${JSON.stringify(analysis, null, 2)}\n`,
      'application/json',
    );
}

/** Says why a document was refused, in the language of the page. */
export function notifyRefused(error: GateError): void {
  const key = `gate.${error.code}`;
  workspace.getState().notify(isMessageKey(key) ? key : 'gate.unreadable', { values: { where: error.where }, tone: 'error' });
}

/** The plan in a file. One that is too large is refused before a byte of it is read; never throws. */
export async function planIn(file: File): Promise<ReadPlan> {
  if (file.size > FILE_CAPS.bytes) return { ok: false, error: tooLarge(FILE_CAPS.bytes) };
  try {
    return readPlan(new Uint8Array(await file.arrayBuffer()));
  } catch {
    return { ok: false, error: { code: 'unreadable', what: 'The file cannot be read', where: 'document', expected: 'a readable file' } };
  }
}

/** Opens a plan from the text of a file; says why where it is none. */
export async function openPlanFrom(file: File): Promise<void> {
  const { open, notify } = workspace.getState();
  const read = await planIn(file);
  if (!read.ok) {
    notifyRefused(read.error);
    return;
  }
  open(read.plan, 'file');
  if (read.unknown.length > 0) notify('toast.unknownFields', { values: { count: read.unknown.length } });
}

/** Asks for a plan file and opens it. */
export function openFile(): void {
  const input = document.createElement('input');
  input.type = 'file';
  input.accept = '.json,.plan.json,application/json';
  input.onchange = () => {
    const file = input.files?.[0];
    if (file) void openPlanFrom(file);
  };
  input.click();
}

/** A plan with an Internet zone and nothing else. */
export function blankPlan(): void {
  const plan: Plan = addZone(emptyPlan(t('plan.untitled')), {
    id: 'internet',
    kind: 'internet',
    name: t('zone.kind.internet'),
    rectangle: { x: 0, y: 0, width: 240, height: 200 },
  });
  workspace.getState().open(plan, 'blank');
}
