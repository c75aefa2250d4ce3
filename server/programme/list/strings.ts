import { closeSync, openSync, readSync, writeSync } from "node:fs";

const batchBytes = 512 * 1024;

/**
 * The shared strings of a workbook, in a temporary file with an array of their offsets, because a long list may hold
 * more than fits into memory.
 */
export class SharedStrings {
  private readonly file: number;
  private readonly starts: number[] = [0];
  private batch: Buffer[] = [];
  private batched = 0;

  constructor(path: string) {
    this.file = openSync(path, "w+", 0o600);
  }

  get size(): number {
    return this.starts.length - 1;
  }

  add(text: string): void {
    const bytes = Buffer.from(text);
    this.batch.push(bytes);
    this.batched += bytes.length;
    this.starts.push((this.starts.at(-1) ?? 0) + bytes.length);
    if (this.batched >= batchBytes) this.write();
  }

  /** Call it after the last string. */
  write(): void {
    if (this.batched > 0) writeSync(this.file, Buffer.concat(this.batch));
    this.batch = [];
    this.batched = 0;
  }

  at(index: number): string {
    const [start, end] = [this.starts[index], this.starts[index + 1]];
    if (start === undefined || end === undefined) return "";
    const bytes = Buffer.alloc(end - start);
    readSync(this.file, bytes, 0, bytes.length, start);
    return bytes.toString();
  }

  close(): void {
    closeSync(this.file);
  }
}
