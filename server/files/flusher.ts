const flushEveryBytes = 32 * 1024 ** 2;

/**
 * Has a file that is being written put on the disk while more comes in, so that little is left to wait for at its end.
 * What the disk refuses is said at the end: only the first to ask hears of it.
 */
export class Flusher {
  private unflushed = 0;
  private flushing: Promise<void> | undefined;
  private problems: unknown[] = [];

  constructor(private readonly file: { datasync: () => Promise<void> }) {}

  /** So many bytes more were handed to the file. */
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

  /** Waits for the flush under way. Errors: the first that the disk answered. */
  async end(): Promise<void> {
    await this.flushing;
    if (this.problems.length > 0) throw this.problems[0];
  }
}
