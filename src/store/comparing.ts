import { wrap } from 'comlink';
import { create } from 'zustand';
import type { Comparison } from '../engine/comparison.ts';
import type { Plan } from '../model/plan.ts';
import type { ChangeOptions } from '../share/change-documents.ts';
import type { MadeDocument } from '../share/documents.ts';
import type { ConfigurationOrder, Engine, NamedConfiguration } from '../worker/engine.worker.ts';
import { startEngine } from './start-engine.ts';
import { workspace } from './workspace.ts';

/** One of the two plans that are compared. `current` is the plan on the desk, whatever becomes of it. */
export interface Side {
  /** `current`, or where the plan was taken from: a revision, a kept plan, a file or a link. */
  readonly id: string;
  readonly name: string;
  /** Milliseconds since 1970, null where unknown. */
  readonly savedAt: number | null;
  readonly plan: Plan | null;
}

/** The plan on the desk. */
export const CURRENT: Side = { id: 'current', name: '', savedAt: null, plan: null };

interface Comparing {
  readonly open: boolean;
  readonly before: Side | null;
  readonly after: Side;
  /** Plans taken from files and links, to be chosen again. */
  readonly guests: readonly Side[];
  readonly state: 'idle' | 'working' | 'done' | 'failed';
  readonly comparison: Comparison | null;
  /** Whether the canvas dims what did not change, and shows what is gone. */
  readonly dims: boolean;
  readonly showsRemoved: boolean;
}

/** Which plans are compared, and what came out. */
export const useComparing = create<Comparing>()(() => ({
  open: false,
  before: null,
  after: CURRENT,
  guests: [],
  state: 'idle',
  comparison: null,
  dims: true,
  showsRemoved: true,
}));

// Another plan on the desk ends the comparison.
workspace.subscribe((state, before) => {
  if (state.document !== before.document)
    useComparing.setState({ open: false, before: null, after: CURRENT, guests: [], state: 'idle', comparison: null });
});

/** How long two plans, either of which may be a stranger's, may keep the worker busy. */
const LIMIT = 10_000;

/** Compares two plans in a worker of its own. Gives what calls it off; `answer` gets null where it did not work. */
export function comparePlans(before: Plan, after: Plan, answer: (comparison: Comparison | null) => void): () => void {
  const worker = startEngine();
  let waiting = true;
  const end = (comparison: Comparison | null) => {
    if (!waiting) return;
    waiting = false;
    clearTimeout(limit);
    worker.terminate();
    answer(comparison);
  };
  const limit = setTimeout(() => end(null), LIMIT);
  worker.onerror = () => end(null);
  wrap<Engine>(worker)
    .compare(before, after)
    .then(end, () => end(null));
  return () => {
    waiting = false;
    clearTimeout(limit);
    worker.terminate();
  };
}

/** A document of what lies between two plans. Made in a worker of its own. */
export async function changeDocument(before: Plan, after: Plan, format: string, options: ChangeOptions): Promise<MadeDocument> {
  const worker = startEngine();
  try {
    return await wrap<Engine>(worker).changeDocument(before, after, format, options);
  } finally {
    worker.terminate();
  }
}

/** The firewall configuration of what lies between two plans; with `order.remove` what has to go. Made in a worker of its own. */
export async function changeConfiguration(before: Plan, after: Plan, order: ConfigurationOrder): Promise<NamedConfiguration> {
  const worker = startEngine();
  try {
    return await wrap<Engine>(worker).changeConfiguration(before, after, order);
  } finally {
    worker.terminate();
  }
}
