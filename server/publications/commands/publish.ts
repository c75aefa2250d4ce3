import { eq, sql } from "drizzle-orm";
import { outputs, publications } from "@/db/schema";
import { DomainError } from "@/domain/errors";
import { decideMove } from "@/domain/outputs";
import { requirePublishable } from "@/domain/publications";
import type { PublicationFields, PublishOutput } from "@/domain/schemas/publications";
import { record } from "@/server/events/record";
import { authorize } from "@/server/authorize";
import type { MemberContext } from "@/server/context";
import { indexInLibrary } from "@/server/library/commands/index-in-library";
import { lockOutput } from "@/server/outputs/commands/lock-output";
import { getPublicationForm } from "../queries/get-form";
import { checkChoices } from "./check-choices";
import { findPublication } from "./lock-publication";
import { changeAddress, newAddress } from "./public-address";
import { saveParts } from "./save-parts";

/** The columns that the form fills. */
export function publicationColumns(input: PublicationFields) {
  const { title, abstract, language, languages, keywords, topics, targetGroups, eqfLevel, iscedField } = input;
  const { licence, objectives, impacts, coverVersionId } = input;
  return {
    ...{
      title,
      abstract,
      language,
      languages,
      topics,
      targetGroups,
      eqfLevel,
      iscedField,
      licence,
      objectives,
      impacts,
    },
    keywords: [...new Set(keywords)],
    coverVersionId,
    coverText: coverVersionId === null ? "" : input.coverText,
  };
}

/**
 * Publishes an approved output: its page and the chosen approved versions are public from then on. A page that was
 * withdrawn is published again at its address. A repeated id changes nothing. Errors: publication.not_approved,
 * publication.changed with the current values when it was published in the meantime, those of checkChoices, forbidden.
 */
export async function publishOutput(ctx: MemberContext, input: PublishOutput): Promise<{ slug: string }> {
  return ctx.db.transaction(async (tx) => {
    const output = await lockOutput(tx, ctx.actor, input.outputId);
    authorize(ctx.actor, "output.publish", output);
    const before = await findPublication(tx, output.id);
    if (before?.status === "published" && before.id === input.id) return { slug: before.slug };
    if (before && (before.status === "published" || before.revision !== input.revision)) {
      throw new DomainError("publication.changed", { current: await getPublicationForm({ ...ctx, db: tx }, input) });
    }
    const approvedSubmissionId = requirePublishable(output);
    const { projectId } = output;
    const subject = { outputId: output.id, projectId, approvedSubmissionId, publicationId: before?.id ?? null };
    await checkChoices(tx, subject, input);
    const columns = {
      ...publicationColumns(input),
      status: "published" as const,
      publishedBy: ctx.actor.personId,
      publishedAt: ctx.now,
      withdrawnAt: null,
      withdrawReason: null,
    };
    const id = before?.id ?? input.id;
    const renamed = before?.title === input.title ? null : input.title;
    const slug = before ? await changeAddress(tx, "output", before, renamed) : newAddress("output", input.title);
    if (before) {
      const revision = sql`${publications.revision} + 1`;
      await tx
        .update(publications)
        .set({ ...columns, slug, revision })
        .where(eq(publications.id, id));
    } else {
      const [made] = await tx
        .insert(publications)
        .values({ ...columns, id, slug, projectId, outputId: output.id, createdAt: ctx.now })
        .onConflictDoNothing({ target: publications.id })
        .returning({ id: publications.id });
      if (!made) throw new DomainError("input.id_taken");
    }
    if (output.status !== "published") {
      await tx
        .update(outputs)
        .set({ status: decideMove(output.status, "publish") })
        .where(eq(outputs.id, output.id));
    }
    const named = { number: output.number, title: output.title };
    const where = { projectId, outputId: output.id };
    await record(tx, ctx, where, { type: "output.published", data: { ...named, slug } });
    await saveParts(tx, ctx, { id, projectId, outputId: output.id, ...named }, input);
    await indexInLibrary(tx, { kind: "output", id: output.id });
    return { slug };
  });
}
