import { env } from "@/server/env";
import { DiskStorage } from "./disk-storage";
import type { Storage } from "./storage";

const shared = globalThis as typeof globalThis & { consortaStorage?: Promise<Storage> };

/** The one storage of this process. */
export function storage(): Promise<Storage> {
  shared.consortaStorage ??= openStorage();
  return shared.consortaStorage;
}

async function openStorage(): Promise<Storage> {
  if (env().S3_BUCKET === undefined) return new DiskStorage(env().FILES_DIR);
  // The client of S3 is large: only an instance that uses it pays for it.
  const { openS3Storage } = await import("./s3-storage");
  return openS3Storage();
}
