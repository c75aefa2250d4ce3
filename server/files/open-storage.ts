import { env } from "@/server/env";
import { DiskStorage } from "./disk-storage";
import type { Storage } from "./storage";

const shared = globalThis as typeof globalThis & { consortaStorage?: Promise<Storage> };

/** The storage of this process. */
export function storage(): Promise<Storage> {
  shared.consortaStorage ??= openStorage();
  return shared.consortaStorage;
}

async function openStorage(): Promise<Storage> {
  if (env().S3_BUCKET === undefined) return new DiskStorage(env().FILES_DIR);
  // Imported on use, because the S3 client takes much memory.
  const { openS3Storage } = await import("./s3-storage");
  return openS3Storage();
}
