import { openDb } from "@/db/client";
import { rebuildLibrary } from "./index-in-library";

/** Runs `npm run library:rebuild`; answers how many items the library has. */
export async function rebuildLibraryAt(url: string): Promise<number> {
  // Without the limits of the pool: making the index of a large library takes longer than a request may.
  const db = openDb(url, { max: 1, limited: false });
  try {
    return await rebuildLibrary(db);
  } finally {
    await db.$client.end({ timeout: 2 });
  }
}
