import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { closeDb, connectDb, type Db, openDb } from "@/db/client";
import { startEmbedded } from "@/db/embedded";
import { migrateDatabase } from "@/db/migrate";
import { adoptEnv, resolveSettings, settingsOfThisProcess } from "@/server/env";

const root = path.resolve(import.meta.dirname, "../..");

/** Fills an empty database as its owner, measures with what was filled in, and deletes it. */
export async function withOwnDatabase<T>(
  fill: (owner: Db) => Promise<T>,
  measure: (db: Db, filled: T) => Promise<void>,
): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), "consorta-bench-"));
  // PostgreSQL may run as another user, who needs access to its data.
  await chmod(folder, 0o711);
  const embedded = await startEmbedded({ projectRoot: root, dataDir: folder, demo: false });
  try {
    const settings = { projectRoot: root, DATABASE_URL: embedded.url, DATA_DIR: folder };
    const address = { AUTH_SECRET: embedded.authSecret, APP_URL: "http://localhost:3000" };
    adoptEnv(resolveSettings(settingsOfThisProcess(), { ...settings, ...address }));
    await migrateDatabase(embedded.url, root, embedded.ownerUrl);
    const owner = openDb(embedded.ownerUrl, { max: 1, limited: false });
    const filled = await fill(owner);
    await owner.$client.end();
    await measure(connectDb(embedded.url), filled);
    await closeDb();
  } finally {
    await embedded.stop();
    await rm(folder, { recursive: true, force: true });
  }
}
