import { setTimeout as wait } from "node:timers/promises";
import { log } from "./log";

/** Shutdown takes less than ten seconds, after which Docker and process managers kill the process. */
const wholeEndMs = 9_500;
const partMs = 1_000;
/** Running responses get three seconds: server/http/listen.ts. */
const listenerMs = 3_500;

/** The pool and PostgreSQL, which is killed when it does not stop in time. */
export const databaseEndMs = 4_200;

type End = () => Promise<unknown>;

/** The parts that were started, stopped in reverse order when the process ends. */
export class Running {
  private readonly listeners: { end: End; withinMs: number }[] = [];
  private readonly parts: { end: End; withinMs: number }[] = [];
  private ending: Promise<void> | undefined;

  constructor(
    private readonly exit: (code: number) => void = (code) => process.exit(code),
    private readonly wholeMs = wholeEndMs,
  ) {}

  /** Registers a part; it is skipped when it has not stopped in time. */
  add(end: End, withinMs = partMs): void {
    this.parts.push({ end, withinMs });
  }

  /** Registers a listener; the last one is stopped first, and all of them before all other parts. */
  addListener(end: End): void {
    this.listeners.push({ end, withinMs: listenerMs });
  }

  /** Stops all parts once, however often it is called, and exits within ten seconds. */
  end(exitCode: number): void {
    this.ending ??= this.endAll(exitCode);
  }

  private async endAll(exitCode: number): Promise<void> {
    let code = exitCode;
    const late = setTimeout(() => {
      log.error("The end took too long and was cut short.");
      this.exit(1);
    }, this.wholeMs);
    for (const { end, withinMs } of [...this.listeners.reverse(), ...this.parts.reverse()]) {
      const ended = end().then(() => true);
      const inTime = await Promise.race([ended, wait(withinMs, false)]).catch((problem: unknown) => {
        log.error({ err: problem }, "A part of the instance did not end cleanly.");
        return false;
      });
      if (!inTime) code = 1;
    }
    clearTimeout(late);
    this.exit(code);
  }
}

/**
 * Exits with code 1 when the embedded PostgreSQL cannot be kept running, so that the process manager restarts the
 * process.
 */
export const lostDatabase = (running: Running) => () => {
  log.error("PostgreSQL ended three times within a minute; its messages are in postgresql.log in DATA_DIR.");
  running.end(1);
};
