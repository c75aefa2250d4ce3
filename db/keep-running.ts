interface Watched {
  isRunning: () => Promise<boolean>;
  /** False while the disk is full: then no restart is tried. */
  hasRoom: () => Promise<boolean>;
  restart: () => Promise<unknown>;
  /** Called once, after too many failures in a short time; no restart is tried afterwards. */
  lost: () => void;
}

const usual = { everyMs: 500, failures: 3, withinMs: 60_000 };

/**
 * Restarts a process when it has ended, and gives up at the third failure within a minute. While the disk is full it
 * waits. Returns a function that stops watching.
 */
export function keepRunning({ isRunning, hasRoom, restart, lost }: Watched, limits = usual): () => void {
  let failures: number[] = [];
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;
  const look = async () => {
    if ((await isRunning()) || stopped || !(await hasRoom())) return;
    const now = Date.now();
    failures = [...failures.filter((at) => at > now - limits.withinMs), now];
    if (failures.length < limits.failures) {
      await restart();
      return;
    }
    stopped = true;
    lost();
  };
  const next = () => {
    if (stopped) return;
    // After a failed restart the next check counts it as a failure.
    timer = setTimeout(() => void look().then(next, next), limits.everyMs);
    timer.unref();
  };
  next();
  return () => {
    stopped = true;
    clearTimeout(timer);
  };
}
