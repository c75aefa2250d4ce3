import { eq, sql } from "drizzle-orm";
import { replications } from "@/db/schema";
import { DomainError } from "@/domain/errors";
import type { UpdateReplication } from "@/domain/schemas/replications";
import { authorize } from "@/server/authorize";
import type { MemberContext } from "@/server/context";
import { findFiles } from "@/server/attachments/queries/find-files";
import { getReplication } from "../queries/get-replication";
import { lockReplication, ofOwnOrganisations } from "./lock-replication";

/**
 * Changes a report that is a draft. Drafts are private to the organisation, so their changes are not in its record.
 * Errors: replication.changed with the current row, replication.wrong_state once it was sent.
 */
export async function updateReplication(ctx: MemberContext, input: UpdateReplication) {
  return ctx.db.transaction(async (tx) => {
    const inside = { ...ctx, db: tx };
    const before = await lockReplication(tx, input.replicationId, ofOwnOrganisations(ctx.actor));
    authorize(ctx.actor, "replication.write", before);
    if (before.status !== "draft") throw new DomainError("replication.wrong_state", { status: before.status });
    if (before.revision !== input.revision) {
      throw new DomainError("replication.changed", { current: await getReplication(inside, input) });
    }
    const { replicationId, revision: _, files, ...typed } = input;
    const content = { ...typed, files: await findFiles(tx, { replicationId }, files) };
    await tx
      .update(replications)
      .set({ content, revision: sql`${replications.revision} + 1` })
      .where(eq(replications.id, replicationId));
    return getReplication(inside, input);
  });
}
