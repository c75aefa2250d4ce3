import { eq } from "drizzle-orm";
import type { Db } from "@/db/client";
import { publications } from "@/db/schema";

/** The publication of an output that the caller has locked; null when it was never published. */
export async function findPublication(tx: Db, outputId: string) {
  const [row] = await tx.select().from(publications).where(eq(publications.outputId, outputId)).for("no key update");
  return row ?? null;
}
