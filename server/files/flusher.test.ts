import { describe, expect, it } from "vitest";
import { Flusher } from "./flusher";

const megabyte = 1024 ** 2;

/** A file whose fsync calls end when the test says so. */
function slowDisk() {
  const flushes: { end: () => void; fail: (problem: Error) => void }[] = [];
  const datasync = () =>
    new Promise<void>((resolve, reject) => {
      flushes.push({ end: resolve, fail: reject });
    });
  return { datasync, flushes };
}

describe("Flusher", () => {
  it("calls fsync after enough bytes, and never twice at once", async () => {
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

  it("waits for the fsync that is running", async () => {
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

  it("reports a failed fsync at the end", async () => {
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
