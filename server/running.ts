import { setTimeout as wait } from "node:timers/promises";
import { log } from "./log";

/** The whole end takes less than ten seconds, after which Docker and systemd-like supervisors kill what is left. */
const wholeEndMs = 9_500;
const partMs = 1_000;
/** Answers under way get three seconds: server/http/listen.ts. */
const listenerMs = 3_500;

/** The pool and PostgreSQL, which is killed when it does not end by itself. */
export const databaseEndMs = 4_200;

type End = () => Promise<unknown>;

/** What was started so far, ended in the opposite order when the process ends. */
export class Running {
  private readonly listeners: { end: End; withinMs: number }[] = [];
  private readonly parts: { end: End; withinMs: number }[] = [];
  private ending: Promise<void> | undefined;

  constructor(
    private readonly exit: (code: number) => void = (code) => process.exit(code),
    private readonly wholeMs = wholeEndMs,
  ) {}

  /** A part that is left behind when it has not ended in time. */
  add(end: End, withinMs = partMs): void {
    this.parts.push({ end, withinMs });
  }

  /** What accepts requests ends before everything that answers them. */
  addListener(end: End): void {
    this.listeners.push({ end, withinMs: listenerMs });
  }

  /** Ends everything once, however often it is called, and then the process, within ten seconds whatever hangs. */
  end(exitCode: number): void {
    this.ending ??= this.endAll(exitCode);
  }

  private async endAll(exitCode: number): Promise<void> {
    let code = exitCode;
    const late = setTimeout(() => {
      log.error("The end took too long and was cut short.");
      this.exit(1);
    }, this.wholeMs);
    for (const { end, withinMs } of [...this.listeners, ...this.parts.reverse()]) {
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

/** Ends the process with code 1 when its own PostgreSQL cannot be kept running, so that a supervisor starts it anew. */
export const lostDatabase = (running: Running) => () => {
  log.error("PostgreSQL ended three times within a minute; its messages are in postgresql.log in DATA_DIR.");
  running.end(1);
};
