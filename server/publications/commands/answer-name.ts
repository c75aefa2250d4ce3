import { and, eq } from "drizzle-orm";
import { outputs, publicationPeople, publications } from "@/db/schema";
import { DomainError } from "@/domain/errors";
import type { NameConsent } from "@/domain/publications";
import { record } from "@/server/events/record";
import type { MemberContext } from "@/server/context";

/**
 * The person agrees to be named as an author on a public page, or declines; both at any time, also in a closed project
 * and after leaving it. Errors: publication.name_not_asked.
 */
export async function answerName(
  ctx: MemberContext,
  { publicationId }: { publicationId: string },
  consent: Exclude<NameConsent, "asked">,
): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const own = and(
      eq(publicationPeople.publicationId, publicationId),
      eq(publicationPeople.personId, ctx.actor.personId),
    );
    const [named] = await tx
      .select({
        consent: publicationPeople.consent,
        projectId: publications.projectId,
        outputId: outputs.id,
        number: outputs.number,
        title: outputs.title,
      })
      .from(publicationPeople)
      .innerJoin(publications, eq(publications.id, publicationPeople.publicationId))
      .innerJoin(outputs, eq(outputs.id, publications.outputId))
      .where(own)
      .for("no key update", { of: publicationPeople });
    if (!named) throw new DomainError("publication.name_not_asked");
    if (named.consent === consent) return;
    await tx.update(publicationPeople).set({ consent, answeredAt: ctx.now }).where(own);
    const { projectId, outputId, number, title } = named;
    const type = consent === "agreed" ? "publication.name_agreed" : "publication.name_declined";
    await record(tx, ctx, { projectId, outputId }, { type, data: { number, title } });
  });
}
