/** Starts a worker with the engine. The build of one single file puts `start-engine.single.ts` in the place of this. */
export function startEngine(): Worker {
  return new Worker(new URL('../worker/engine.worker.ts', import.meta.url), { type: 'module' });
}
