import EngineWorker from '../worker/engine.worker.ts?worker&inline';

/** Starts a worker with the engine from the text inside the page: a page opened from disk has no files beside it. */
export function startEngine(): Worker {
  return new EngineWorker();
}
