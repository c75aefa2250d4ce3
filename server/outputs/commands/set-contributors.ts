import { eq } from "drizzle-orm";
import type { Db } from "@/db/client";
import { outputContributors } from "@/db/schema";

/** Replaces the contributing organisations of an output; the leading one is not among them. */
export async function setContributors(tx: Db, outputId: string, lead: string, ids: string[]): Promise<void> {
  await tx.delete(outputContributors).where(eq(outputContributors.outputId, outputId));
  const others = [...new Set(ids)].filter((id) => id !== lead);
  if (others.length === 0) return;
  await tx.insert(outputContributors).values(others.map((organisationId) => ({ outputId, organisationId })));
}
