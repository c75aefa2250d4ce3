import { and, desc, eq, lt, or } from "drizzle-orm";
import { publicationPeople, publications } from "@/db/schema";
import { decodeCursor, pageSize, toPage } from "@/domain/page";
import type { MemberContext } from "@/server/context";

/** The public pages that name the person as an author, or ask to, with their answer; the last asked first. */
export async function listNames(ctx: MemberContext, input: { cursor?: string | undefined }) {
  const cursor = decodeCursor(input.cursor, ["moment", "uuid"]);
  const before = cursor ? { at: new Date(Number(cursor[0])), id: String(cursor[1]) } : null;
  const rows = await ctx.db
    .select({
      publicationId: publications.id,
      title: publications.title,
      language: publications.language,
      slug: publications.slug,
      status: publications.status,
      consent: publicationPeople.consent,
      askedAt: publicationPeople.askedAt,
    })
    .from(publicationPeople)
    .innerJoin(publications, eq(publications.id, publicationPeople.publicationId))
    .where(
      and(
        eq(publicationPeople.personId, ctx.actor.personId),
        before
          ? or(
              lt(publicationPeople.askedAt, before.at),
              and(eq(publicationPeople.askedAt, before.at), lt(publicationPeople.publicationId, before.id)),
            )
          : undefined,
      ),
    )
    .orderBy(desc(publicationPeople.askedAt), desc(publicationPeople.publicationId))
    .limit(pageSize + 1);
  return toPage(rows, pageSize, (row) => [row.askedAt.getTime(), row.publicationId]);
}
