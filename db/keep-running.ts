interface Watched {
  isRunning: () => Promise<boolean>;
  /** False while the disk is full: then starting is not tried. */
  hasRoom: () => Promise<boolean>;
  restart: () => Promise<unknown>;
  /** Called once, when too many failures came too soon after each other; nothing is tried after it. */
  lost: () => void;
}

const usual = { everyMs: 500, failures: 3, withinMs: 60_000 };

/**
 * Starts something again whenever it ended by itself, and gives up at the third failure within a minute. While the disk
 * is full it waits instead: it comes back when there is room. Answers how to stop watching.
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
    // A look that throws found nothing running either: the next one counts it.
    timer = setTimeout(() => void look().then(next, next), limits.everyMs);
    timer.unref();
  };
  next();
  return () => {
    stopped = true;
    clearTimeout(timer);
  };
}
