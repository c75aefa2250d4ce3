import { log } from "./log";

/** What was started so far, ended in the opposite order whenever the end comes. */
export class Running {
  private readonly doors: (() => Promise<unknown>)[] = [];
  private readonly ends: (() => Promise<unknown>)[] = [];
  private ending: Promise<void> | undefined;

  add(end: () => Promise<unknown>): void {
    this.ends.push(end);
  }

  /** What lets people in ends before everything that answers them. */
  addDoor(end: () => Promise<unknown>): void {
    this.doors.push(end);
  }

  /** Ends everything once, however often it is asked to, and then the process. */
  end(exitCode: number): void {
    this.ending ??= (async () => {
      let code = exitCode;
      for (const end of [...this.doors, ...this.ends.reverse()]) {
        await end().catch((problem: unknown) => {
          log.error({ err: problem }, "A part of the instance did not end cleanly.");
          code = 1;
        });
      }
      process.exit(code);
    })();
  }
}
