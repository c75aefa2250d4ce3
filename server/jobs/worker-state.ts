// The worker is in the server's module graph and the health check in Next's: they share this value through globalThis.
const shared = globalThis as typeof globalThis & { consortaWorkerRuns?: boolean };

export function noteWorker(runs: boolean): void {
  shared.consortaWorkerRuns = runs;
}

/** True while this process runs jobs. */
export const workerRunsHere = (): boolean => shared.consortaWorkerRuns === true;
