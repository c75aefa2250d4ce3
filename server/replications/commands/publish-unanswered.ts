import { and, asc, eq, lte } from "drizzle-orm";
import type { Db } from "@/db/client";
import { replications } from "@/db/schema";
import { daysUntilPublic } from "@/domain/replications";
import { lockReplication } from "./lock-replication";
import { publishReplication } from "./move-replication";

/** Publishes the reports that nobody agreed to within thirty days, each in its own transaction. */
export async function publishUnanswered(db: Db, now: Date): Promise<void> {
  const since = new Date(now.getTime() - daysUntilPublic * 24 * 3_600_000);
  const isDue = and(eq(replications.status, "sent"), lte(replications.sentAt, since));
  const due = await db
    .select({ id: replications.id })
    .from(replications)
    .where(isDue)
    .orderBy(asc(replications.sentAt));
  for (const { id } of due) {
    await db.transaction(async (tx) => {
      // Read again under its lock, because it may have been answered or withdrawn meanwhile.
      const replication = await lockReplication(tx, id, undefined);
      const isWaiting = replication.status === "sent" && replication.sentAt !== null && replication.sentAt <= since;
      if (isWaiting) await publishReplication(tx, { actor: null, now }, replication);
    });
  }
}
