import { proxy, wrap } from 'comlink';
import type { Plan } from '../model/plan.ts';
import type { MadeDocument } from '../share/documents.ts';
import type { ConfigurationOrder, DocumentOrder, Engine, NamedConfiguration } from '../worker/engine.worker.ts';
import { startEngine } from './start-engine.ts';

/** Reports of one plan, made off the main thread. */
export interface ReportMaker {
  readonly configuration: (order: ConfigurationOrder) => Promise<NamedConfiguration>;
  readonly document: (order: DocumentOrder, onProgress?: (share: number) => void) => Promise<MadeDocument>;
  /** Ends the worker; what was asked and not answered stays unanswered. */
  readonly close: () => void;
}

/** Starts a worker of its own for the reports of a plan: the one that keeps the analysis current is never held up. */
export function makeReports(plan: Plan): ReportMaker {
  const worker = startEngine();
  const engine = wrap<Engine>(worker);
  const broken = new Promise<never>((_, reject) => {
    worker.onerror = () => reject(new Error('The worker stopped'));
  });
  broken.catch(() => undefined);
  const ready = engine.openForReports(plan);
  ready.catch(() => undefined);
  return {
    configuration: (order) => Promise.race([broken, ready.then(() => engine.configuration(order))]),
    document: (order, onProgress = () => undefined) => Promise.race([broken, ready.then(() => engine.document(order, proxy(onProgress)))]),
    close: () => worker.terminate(),
  };
}
