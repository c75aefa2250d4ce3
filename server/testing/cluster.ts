import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { TestProject } from "vitest/node";
import { startEmbedded } from "@/db/embedded";
import { migrateDatabase } from "@/db/migrate";

declare module "vitest" {
  export interface ProvidedContext {
    /** The template of all clones, as the role of the application and as the owner of the tables. */
    templateUrl: string;
    ownerUrl: string;
    dataDir: string;
  }
}

/** One PostgreSQL per test run, in a temporary directory; its database is the template of all clones. */
export default async function cluster(project: TestProject): Promise<() => Promise<void>> {
  const projectRoot = project.config.root;
  const dataDir = await mkdtemp(path.join(tmpdir(), "consorta-test-"));
  const embedded = await startEmbedded({ projectRoot, dataDir, demo: false, durable: false });
  await migrateDatabase(embedded.url, projectRoot, embedded.ownerUrl);
  project.provide("templateUrl", embedded.url);
  project.provide("ownerUrl", embedded.ownerUrl);
  project.provide("dataDir", dataDir);
  return async () => {
    await embedded.stop();
    await rm(dataDir, { recursive: true, force: true });
  };
}
