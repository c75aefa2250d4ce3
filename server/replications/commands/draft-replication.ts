import { and, eq, isNotNull } from "drizzle-orm";
import { practices, replications } from "@/db/schema";
import { DomainError } from "@/domain/errors";
import type { DraftReplication } from "@/domain/schemas/replications";
import { authorize } from "@/server/authorize";
import type { MemberContext } from "@/server/context";
import { record } from "@/server/events/record";
import { publishedTitle } from "@/server/practices/queries/published-title";
import { getReplication } from "../queries/get-replication";

/**
 * Begins a report of trying a public practice for an organisation of the actor; a repeated id changes nothing. Nobody
 * outside the organisation sees it. Errors: practice.not_found, replication.own_practice, input.id_taken, forbidden.
 */
export async function draftReplication(ctx: MemberContext, input: DraftReplication) {
  return ctx.db.transaction(async (tx) => {
    const { id, practiceId, organisationId, ...typed } = input;
    const content = { ...typed, files: [] };
    const [practice] = await tx
      .select({ organisationId: practices.organisationId, title: publishedTitle })
      .from(practices)
      .where(and(eq(practices.id, practiceId), isNotNull(practices.edition)));
    if (!practice) throw new DomainError("practice.not_found");
    authorize(ctx.actor, "replication.write", { organisationId });
    if (practice.organisationId === organisationId) throw new DomainError("replication.own_practice");
    const authorId = ctx.actor.personId;
    const [made] = await tx
      .insert(replications)
      .values({ id, practiceId, organisationId, content, authorId, createdAt: ctx.now })
      .onConflictDoNothing()
      .returning({ id: replications.id });
    if (made) {
      const data = { practiceId, title: practice.title };
      await record(tx, ctx, { organisationId }, { type: "replication.drafted", data });
    } else {
      const same = and(eq(replications.practiceId, practiceId), eq(replications.authorId, authorId));
      const [again] = await tx
        .select({ id: replications.id })
        .from(replications)
        .where(and(eq(replications.id, id), same));
      if (!again) throw new DomainError("input.id_taken");
    }
    return getReplication({ ...ctx, db: tx }, { replicationId: id });
  });
}
