import { eq, sql } from "drizzle-orm";
import { outputs, publications, submissionVersions } from "@/db/schema";
import { DomainError } from "@/domain/errors";
import { decideMove } from "@/domain/outputs";
import { requirePublic } from "@/domain/publications";
import type { UpdatePublication } from "@/domain/schemas/publications";
import { record } from "@/server/events/record";
import { authorize } from "@/server/authorize";
import type { MemberContext } from "@/server/context";
import { indexInLibrary } from "@/server/library/commands/index-in-library";
import { lockOutput } from "@/server/outputs/commands/lock-output";
import { getPublicationForm } from "../queries/get-form";
import { checkChoices } from "./check-choices";
import { findPublication } from "./lock-publication";
import { changeAddress } from "./public-address";
import { publicationColumns } from "./publish";
import { saveParts } from "./save-parts";

/**
 * Changes the public page of an output. Versions that are public already may stay, also while the output is in review
 * again; others have to be approved. With a new title the page gets a new address, and the previous one redirects.
 * Errors: publication.not_public, publication.changed with the current values, those of checkChoices, forbidden.
 */
export async function updatePublication(ctx: MemberContext, input: UpdatePublication): Promise<{ slug: string }> {
  return ctx.db.transaction(async (tx) => {
    const output = await lockOutput(tx, ctx.actor, input.outputId);
    authorize(ctx.actor, "output.publish", output);
    const before = await findPublication(tx, output.id);
    requirePublic(before);
    if (before.revision !== input.revision) {
      throw new DomainError("publication.changed", { current: await getPublicationForm({ ...ctx, db: tx }, input) });
    }
    const { projectId, approvedSubmissionId } = output;
    await checkChoices(tx, { outputId: output.id, projectId, approvedSubmissionId, publicationId: before.id }, input);
    const slug = await changeAddress(tx, "output", before, before.title === input.title ? null : input.title);
    await tx
      .update(publications)
      .set({ ...publicationColumns(input), slug, revision: sql`${publications.revision} + 1` })
      .where(eq(publications.id, before.id));
    const named = { number: output.number, title: output.title };
    const where = { projectId, outputId: output.id };
    await record(tx, ctx, where, { type: "publication.updated", data: { ...named, slug } });
    await saveParts(tx, ctx, { id: before.id, projectId, outputId: output.id, ...named }, input);
    await indexInLibrary(tx, { kind: "output", id: output.id });
    // After another approval the output is "approved" until the page shows what was approved.
    if (output.status === "approved" && approvedSubmissionId !== null) {
      const approved = await tx
        .select({ id: submissionVersions.versionId })
        .from(submissionVersions)
        .where(eq(submissionVersions.submissionId, approvedSubmissionId));
      if (input.versionIds.every((versionId) => approved.some(({ id }) => id === versionId))) {
        await tx
          .update(outputs)
          .set({ status: decideMove(output.status, "publish") })
          .where(eq(outputs.id, output.id));
      }
    }
    return { slug };
  });
}
