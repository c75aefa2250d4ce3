import { randomBytes } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { practices } from "@/db/schema";
import { participationIn } from "@/domain/actor";
import { DomainError } from "@/domain/errors";
import { practiceText } from "@/domain/practices";
import type { DraftPractice } from "@/domain/schemas/practices";
import { practiceSlug } from "@/domain/slugs";
import { record } from "@/server/events/record";
import { authorize } from "@/server/authorize";
import type { MemberContext } from "@/server/context";
import { inOwnConsortia, lockProject } from "@/server/lock-subject";
import { getPractice } from "../queries/get-practice";
import { fillFromOutput } from "../queries/fill-from-output";

/**
 * Creates the draft of a practice; a repeated id changes nothing. With a published output of the project, what is empty
 * is filled from its public page. Errors: input.id_taken, project.not_found, output.not_found, forbidden.
 */
export async function draftPractice(ctx: MemberContext, input: DraftPractice) {
  return ctx.db.transaction(async (tx) => {
    const project = await lockProject(tx, ctx.actor, input.projectId, inOwnConsortia);
    const participation = participationIn(ctx.actor, input.projectId);
    if (!participation) throw new DomainError("project.not_found");
    authorize(ctx.actor, "practice.draft", project);
    const { id, projectId, outputId, ...typed } = input;
    const content = {
      ...(outputId === null ? typed : await fillFromOutput(tx, { projectId, outputId }, typed)),
      files: [],
    };
    const [made] = await tx
      .insert(practices)
      .values({
        ...{ id, projectId, outputId, content },
        title: content.title,
        body: practiceText(content),
        slug: practiceSlug(content.title, randomBytes(3).toString("hex")),
        organisationId: participation.organisationId,
        authorId: ctx.actor.personId,
        createdAt: ctx.now,
      })
      .onConflictDoNothing()
      .returning({ id: practices.id });
    if (made) {
      const data = { practiceId: id, title: content.title };
      await record(tx, ctx, { projectId }, { type: "practice.drafted", data });
    } else {
      const sameRequest = and(eq(practices.authorId, ctx.actor.personId), eq(practices.projectId, projectId));
      const [again] = await tx
        .select({ id: practices.id })
        .from(practices)
        .where(and(eq(practices.id, id), sameRequest));
      if (!again) throw new DomainError("input.id_taken");
    }
    return getPractice({ ...ctx, db: tx }, { practiceId: id });
  });
}
