import { createHash, type Hash } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { open } from "node:fs/promises";
import { Transform, type Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { FileStore } from "@tus/file-store";
import { Flusher } from "./flusher";

interface Progress {
  hash: Hash;
  bytes: number;
}

const chunkBytes = 1024 ** 2;
const rememberedUploads = 500;

/** True for errors that mean the disk is full or a quota is reached. */
export const isDiskFull = (problem: unknown): boolean =>
  ["ENOSPC", "EDQUOT"].includes((problem as NodeJS.ErrnoException | undefined)?.code ?? "");

/** The body is longer than the announced size of the upload. */
export class TooLongError extends Error {}

/**
 * Writes uploads to the disk and hashes them as they arrive. Bytes that were written before this process started, or
 * out of order, are hashed from the disk at the end.
 */
export class HashingStore extends FileStore {
  private readonly progress = new Map<string, Progress>();

  override write(readable: Readable, id: string, offset: number): Promise<number> {
    return this.receive(readable, id, offset, Number.MAX_SAFE_INTEGER);
  }

  /** Appends a request body up to `limit` bytes; returns the new offset. */
  async receive(readable: Readable, id: string, offset: number, limit: number): Promise<number> {
    const progress = offset === 0 ? { hash: createHash("sha256"), bytes: 0 } : this.progress.get(id);
    const follows = progress?.bytes === offset ? progress : undefined;
    // After a broken connection, hashed bytes may not have been written: the file size decides.
    this.progress.delete(id);
    let received = 0;
    await using disk = await open(this.path(id), "r+");
    const flusher = new Flusher(disk);
    const counting = new Transform({
      writableHighWaterMark: chunkBytes,
      readableHighWaterMark: chunkBytes,
      transform(chunk: Buffer, _encoding, done) {
        received += chunk.length;
        if (received > limit) {
          done(new TooLongError());
          return;
        }
        follows?.hash.update(chunk);
        flusher.grown(chunk.length);
        done(null, chunk);
      },
    });
    const file = createWriteStream(this.path(id), { flags: "r+", start: offset, highWaterMark: chunkBytes });
    await pipeline(readable, counting, file).finally(() => flusher.end());
    if (follows !== undefined) this.remember(id, { hash: follows.hash, bytes: offset + received });
    return offset + received;
  }

  private remember(id: string, progress: Progress): void {
    this.progress.set(id, progress);
    const oldest = this.progress.keys().next().value;
    if (this.progress.size > rememberedUploads && oldest !== undefined) this.progress.delete(oldest);
  }

  /** Path of an unfinished upload. */
  path(id: string): string {
    return `${this.directory}/${id}`;
  }

  /** SHA-256 of a whole upload, in hex. */
  async sha256(id: string, size: number): Promise<string> {
    const progress = this.progress.get(id);
    this.progress.delete(id);
    if (progress?.bytes === size) return progress.hash.digest("hex");
    return hashFile(this.path(id));
  }
}

/** SHA-256 of a file on the disk, in hex, read as a stream. */
export async function hashFile(file: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const chunk of createReadStream(file, { highWaterMark: chunkBytes })) hash.update(chunk as Buffer);
  return hash.digest("hex");
}
