import { describe, expect, it } from "vitest";
import { Flusher } from "./flusher";

const megabyte = 1024 ** 2;

/** A disk whose flushes end when they are told to. */
function slowDisk() {
  const flushes: { end: () => void; fail: (problem: Error) => void }[] = [];
  const datasync = () =>
    new Promise<void>((resolve, reject) => {
      flushes.push({ end: resolve, fail: reject });
    });
  return { datasync, flushes };
}

describe("flushing while a file comes in", () => {
  it("begins with enough bytes, and never twice at once", async () => {
    const disk = slowDisk();
    const flusher = new Flusher(disk);
    flusher.grown(31 * megabyte);
    expect(disk.flushes).toHaveLength(0);
    flusher.grown(megabyte);
    expect(disk.flushes).toHaveLength(1);
    flusher.grown(100 * megabyte);
    expect(disk.flushes).toHaveLength(1);

    disk.flushes[0]?.end();
    await flusher.end();
    flusher.grown(1);
    expect(disk.flushes).toHaveLength(2);
  });

  it("ends when the flush under way has ended", async () => {
    const disk = slowDisk();
    const flusher = new Flusher(disk);
    flusher.grown(32 * megabyte);
    let ended = false;
    const end = flusher.end().then(() => {
      ended = true;
    });
    await new Promise(setImmediate);
    expect(ended).toBe(false);
    disk.flushes[0]?.end();
    await end;
    expect(ended).toBe(true);
  });

  it("says at the end what the disk refused on the way", async () => {
    const disk = slowDisk();
    const flusher = new Flusher(disk);
    flusher.grown(32 * megabyte);
    disk.flushes[0]?.fail(new Error("The disk is broken."));
    await new Promise(setImmediate);
    flusher.grown(32 * megabyte);
    disk.flushes[1]?.end();
    await expect(flusher.end()).rejects.toThrow("The disk is broken.");
  });
});
