import { eq, inArray, notInArray, and } from "drizzle-orm";
import type { Db } from "@/db/client";
import { publicationOrganisations, publicationPeople, publicationVersions } from "@/db/schema";
import type { PublicationFields } from "@/domain/schemas/publications";
import { record } from "@/server/events/record";
import type { MemberContext } from "@/server/context";

type Subject = { id: string; projectId: string; outputId: string; number: number; title: string };

const unique = (ids: readonly string[]) => [...new Set(ids)];

/** Replaces the authors among the people; who is named for the first time is asked, answers of the others are kept. */
async function savePeople(tx: Db, ctx: MemberContext, subject: Subject, wanted: readonly string[]): Promise<void> {
  const { id: publicationId, projectId, outputId, number, title } = subject;
  const ofPublication = eq(publicationPeople.publicationId, publicationId);
  await tx
    .delete(publicationPeople)
    .where(wanted.length > 0 ? and(ofPublication, notInArray(publicationPeople.personId, [...wanted])) : ofPublication);
  const named = await tx.select({ id: publicationPeople.personId }).from(publicationPeople).where(ofPublication);
  for (const [position, personId] of wanted.entries()) {
    if (named.some(({ id }) => id === personId)) {
      await tx
        .update(publicationPeople)
        .set({ position })
        .where(and(ofPublication, inArray(publicationPeople.personId, [personId])));
      continue;
    }
    // Whoever names themselves agrees.
    const own = personId === ctx.actor.personId;
    await tx.insert(publicationPeople).values({
      publicationId,
      personId,
      position,
      consent: own ? "agreed" : "asked",
      askedAt: ctx.now,
      answeredAt: own ? ctx.now : null,
    });
    if (own) continue;
    const data = { number, title, personId };
    await record(tx, ctx, { projectId, outputId }, { type: "publication.name_asked", data });
  }
}

/** Replaces the versions and authors of a publication in the caller's transaction. */
export async function saveParts(
  tx: Db,
  ctx: MemberContext,
  subject: Subject,
  input: Pick<PublicationFields, "versionIds" | "organisationIds" | "personIds">,
): Promise<void> {
  const { id: publicationId } = subject;
  await tx.delete(publicationVersions).where(eq(publicationVersions.publicationId, publicationId));
  await tx
    .insert(publicationVersions)
    .values(unique(input.versionIds).map((versionId) => ({ publicationId, versionId })));
  await tx.delete(publicationOrganisations).where(eq(publicationOrganisations.publicationId, publicationId));
  await tx
    .insert(publicationOrganisations)
    .values(
      unique(input.organisationIds).map((organisationId, position) => ({ publicationId, organisationId, position })),
    );
  await savePeople(tx, ctx, subject, unique(input.personIds));
}
