import { spawnSync } from "node:child_process";
import { mkdirSync, rmSync, statfsSync, writeFileSync } from "node:fs";
import path from "node:path";
import { startInstance } from "../instance.mjs";
import { aWriter, settings, untilWell } from "./kills.mjs";

/**
 * Fills the disk of a running instance and frees it again: writes are refused with the reason, and succeed afterwards.
 */
export async function fullDisk(folder, mountPoint) {
  mkdirSync(mountPoint);
  const mounted = spawnSync("mount", ["-t", "tmpfs", "-o", "size=320m,mode=0711", "consorta-faults", mountPoint]);
  if (mounted.status !== 0) return { rounds: 0, note: "not run: this user may not mount a small disk" };
  const dataDir = path.join(mountPoint, "data");
  let instance;
  try {
    instance = await startInstance(folder, dataDir, settings);
    const { create } = await aWriter(instance.url);
    const filler = path.join(mountPoint, "filler");
    const { bavail, bsize } = statfsSync(mountPoint);
    try {
      writeFileSync(filler, Buffer.alloc(bavail * bsize));
    } catch (problem) {
      // PostgreSQL used some of the free space meanwhile; the disk is full, as intended.
      if (problem.code !== "ENOSPC") throw problem;
    }
    let refusal;
    for (let tries = 0; tries < 3_000 && refusal === undefined; tries++) {
      await create().catch((problem) => (refusal = String(problem.message)));
    }
    rmSync(filler);
    const since = Date.now();
    await untilWell(instance.url);
    const written = await (await aWriter(instance.url)).create().then(
      () => true,
      () => false,
    );
    const said = /server\.(disk_full|busy)/.test(refusal ?? "");
    const seconds = ((Date.now() - since) / 1_000).toFixed(1);
    return {
      rounds: 1,
      seconds,
      failed: !said || !written,
      note: said ? "" : `the refusal was: ${refusal}`.slice(0, 200),
    };
  } finally {
    await instance?.stop();
    spawnSync("umount", ["-l", mountPoint]);
  }
}
