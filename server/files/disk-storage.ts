import { once } from "node:events";
import { constants, createReadStream, createWriteStream, existsSync } from "node:fs";
import { access, mkdir, open, readdir, rename, rm, stat, statfs } from "node:fs/promises";
import path from "node:path";
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { DomainError } from "@/domain/errors";
import { hashFile, HashingStore } from "./hashing-store";
import { sniffFile } from "./sniff";
import type { Content, Range, Storage } from "./storage";

const spareBytes = 64 * 1024 ** 2;

export class DiskStorage implements Storage {
  readonly incoming: HashingStore;

  constructor(private readonly directory: string) {
    this.incoming = new HashingStore({ directory: path.join(directory, "incoming") });
  }

  private pathOf(storageKey: string): string {
    if (!/^[\w-]+$/.test(storageKey)) throw new Error("A storage key holds letters, digits and dashes alone.");
    return path.join(this.directory, "kept", storageKey.slice(-2), storageKey);
  }

  async keep(uploadId: string, size: number): Promise<Content> {
    const from = this.incoming.path(uploadId);
    const to = this.pathOf(uploadId);
    if (!existsSync(from)) {
      if (existsSync(to)) return this.look(uploadId, to);
      throw new DomainError("file.not_found");
    }
    const sha256 = await this.incoming.sha256(uploadId, size);
    const mediaType = await sniffFile(from);
    await mkdir(path.dirname(to), { recursive: true, mode: 0o700 });
    // fsync before the database commits, so that a power cut cannot lose a content that the database refers to.
    const file = await open(from, "r+");
    await file.datasync().finally(() => file.close());
    await rename(from, to);
    return { storageKey: uploadId, sha256, mediaType };
  }

  /** After a crash between the rename and the commit, the content is already at its final path. */
  private async look(storageKey: string, file: string): Promise<Content> {
    return { storageKey, sha256: await hashFile(file), mediaType: await sniffFile(file) };
  }

  async drop(uploadId: string): Promise<void> {
    await rm(this.incoming.path(uploadId), { force: true });
    await rm(`${this.incoming.path(uploadId)}.json`, { force: true });
  }

  async put(storageKey: string, content: Readable): Promise<void> {
    const to = this.pathOf(storageKey);
    await mkdir(path.dirname(to), { recursive: true, mode: 0o700 });
    await pipeline(content, createWriteStream(`${to}.part`, { mode: 0o600 }));
    await rename(`${to}.part`, to);
  }

  async read(storageKey: string, range?: Range): Promise<Readable> {
    const content = createReadStream(this.pathOf(storageKey), { ...range, highWaterMark: 256 * 1024 });
    await once(content, "open");
    return content;
  }

  async erase(storageKey: string): Promise<void> {
    await rm(this.pathOf(storageKey), { force: true });
  }

  async room(): Promise<number> {
    await mkdir(this.directory, { recursive: true, mode: 0o700 });
    const disk = await statfs(this.directory);
    return Math.max(0, disk.bavail * disk.bsize - spareBytes);
  }

  async arrived(): Promise<number> {
    const folder = path.join(this.directory, "incoming");
    await mkdir(folder, { recursive: true, mode: 0o700 });
    // The tus library stores its metadata in a file next to each content.
    const names = (await readdir(folder)).filter((name) => !name.endsWith(".json"));
    const sizes = await Promise.all(
      names.map((name) =>
        stat(path.join(folder, name)).then(
          ({ size }) => size,
          // The upload was finished or cancelled since the directory was read.
          (problem: unknown) => {
            if ((problem as NodeJS.ErrnoException).code === "ENOENT") return 0;
            throw problem;
          },
        ),
      ),
    );
    return sizes.reduce((sum, size) => sum + size, 0);
  }

  async healthy(): Promise<boolean> {
    const room = await this.room();
    await access(this.directory, constants.W_OK);
    return room > 0;
  }
}
