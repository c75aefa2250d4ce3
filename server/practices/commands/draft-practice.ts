import { randomBytes } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { practices } from "@/db/schema";
import { participationIn } from "@/domain/actor";
import { DomainError } from "@/domain/errors";
import type { DraftPractice } from "@/domain/schemas/practices";
import { practiceSlug } from "@/domain/slugs";
import { record } from "@/server/events/record";
import { authorize } from "@/server/authorize";
import type { MemberContext } from "@/server/context";
import { inOwnConsortia, lockProject } from "@/server/lock-subject";
import { getPractice } from "../queries";

/**
 * Creates the draft of a practice; a repeated id changes nothing. Errors: input.id_taken, project.not_found, forbidden.
 */
export async function draftPractice(ctx: MemberContext, input: DraftPractice) {
  return ctx.db.transaction(async (tx) => {
    const project = await lockProject(tx, ctx.actor, input.projectId, inOwnConsortia);
    const participation = participationIn(ctx.actor, input.projectId);
    if (!participation) throw new DomainError("project.not_found");
    authorize(ctx.actor, "practice.draft", project);
    const [made] = await tx
      .insert(practices)
      .values({
        ...input,
        slug: practiceSlug(input.title, randomBytes(3).toString("hex")),
        organisationId: participation.organisationId,
        authorId: ctx.actor.personId,
        createdAt: ctx.now,
      })
      .onConflictDoNothing()
      .returning({ id: practices.id });
    const where = { projectId: input.projectId };
    if (made) {
      await record(tx, ctx, where, { type: "practice.drafted", data: { practiceId: input.id, title: input.title } });
    } else {
      const sameRequest = and(eq(practices.authorId, ctx.actor.personId), eq(practices.projectId, input.projectId));
      const [again] = await tx
        .select({ id: practices.id })
        .from(practices)
        .where(and(eq(practices.id, input.id), sameRequest));
      if (!again) throw new DomainError("input.id_taken");
    }
    return getPractice({ ...ctx, db: tx }, { practiceId: input.id });
  });
}
