const flushEveryBytes = 32 * 1024 ** 2;

/**
 * Calls fsync every 32 MB while a file is being written, so that finishing a large upload does not wait for the disk.
 * Errors of fsync are thrown by `end`.
 */
export class Flusher {
  private unflushed = 0;
  private flushing: Promise<void> | undefined;
  private problems: unknown[] = [];

  constructor(private readonly file: { datasync: () => Promise<void> }) {}

  /** Adds to the number of bytes written since the last fsync. */
  grown(bytes: number): void {
    this.unflushed += bytes;
    if (this.unflushed < flushEveryBytes || this.flushing !== undefined) return;
    this.unflushed = 0;
    this.flushing = this.file
      .datasync()
      .catch((problem: unknown) => {
        this.problems.push(problem);
      })
      .finally(() => {
        this.flushing = undefined;
      });
  }

  /** Waits for the fsync that is running. Errors: the first error of an fsync. */
  async end(): Promise<void> {
    await this.flushing;
    if (this.problems.length > 0) throw this.problems[0];
  }
}
