// The worker lives in the server's module graph, health in Next's: they meet here.
const shared = globalThis as typeof globalThis & { consortaWorkerRuns?: boolean };

export function noteWorker(runs: boolean): void {
  shared.consortaWorkerRuns = runs;
}

/** True while this process works off the queue itself. */
export const workerRunsHere = (): boolean => shared.consortaWorkerRuns === true;
