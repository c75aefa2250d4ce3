import type { Db } from "@/db/client";
import type { Env } from "@/server/env";

/** Fills an empty database with the demo consortium, inside the start's transaction. */
export async function seedDemo(_tx: Db, _env: Env): Promise<void> {
  await Promise.resolve();
}

/** How one enters the demo, for the words at the start. */
export const demoSignIns: { who: string; address: string; password: string }[] = [];
