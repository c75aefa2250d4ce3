import { and, desc, eq, isNotNull, lt, or, sql } from "drizzle-orm";
import { organisations, practices, projects } from "@/db/schema";
import { DomainError } from "@/domain/errors";
import { decodeCursor, pageSize, toPage } from "@/domain/page";
import type { PublicPractices } from "@/domain/schemas/practices";
import type { Context } from "@/server/context";

/** Lists published columns explicitly, so that a new private column cannot leak. */
const shown = {
  id: practices.id,
  slug: practices.slug,
  title: practices.title,
  need: practices.need,
  field: practices.field,
  language: practices.language,
  targetGroup: practices.targetGroup,
  licence: practices.licence,
  publishedAt: practices.publishedAt,
  organisation: organisations.legalName,
  country: organisations.country,
  project: projects.title,
  acronym: projects.acronym,
  grantReference: projects.grantReference,
};

const published = () => and(eq(practices.status, "published"), isNotNull(practices.publishedAt));

/** Published practices, newest first, filtered by text, field and country. */
export async function listPublicPractices(ctx: Context, input: PublicPractices) {
  const cursor = decodeCursor(input.cursor, ["moment", "uuid"]);
  const pattern = input.text ? `%${input.text.replace(/[%_\\]/g, "\\$&")}%` : null;
  const rows = await ctx.db
    .select(shown)
    .from(practices)
    .innerJoin(organisations, eq(organisations.id, practices.organisationId))
    .innerJoin(projects, eq(projects.id, practices.projectId))
    .where(
      and(
        published(),
        input.field ? eq(practices.field, input.field) : undefined,
        input.country ? eq(organisations.country, input.country) : undefined,
        pattern
          ? sql`concat_ws(' ', ${practices.title}, ${practices.need}, ${practices.done}, ${practices.changed}, ${practices.targetGroup}) ilike ${pattern}`
          : undefined,
        cursor
          ? or(
              lt(practices.publishedAt, new Date(Number(cursor[0]))),
              and(eq(practices.publishedAt, new Date(Number(cursor[0]))), lt(practices.id, String(cursor[1]))),
            )
          : undefined,
      ),
    )
    .orderBy(desc(practices.publishedAt), desc(practices.id))
    .limit(pageSize + 1);
  return toPage(rows, pageSize, (row) => [row.publishedAt?.getTime() ?? 0, row.id]);
}

/** Codes of the countries whose organisations have published practices. */
export async function listPracticeCountries(ctx: Context): Promise<string[]> {
  const rows = await ctx.db
    .selectDistinct({ country: organisations.country })
    .from(practices)
    .innerJoin(organisations, eq(organisations.id, practices.organisationId))
    .where(published());
  return rows.map(({ country }) => country);
}

/** One published practice. Errors: practice.not_found. */
export async function getPublicPractice(ctx: Context, input: { slug: string }) {
  const [row] = await ctx.db
    .select({
      ...shown,
      done: practices.done,
      changed: practices.changed,
      takes: practices.takes,
      website: organisations.website,
      callYear: projects.callYear,
    })
    .from(practices)
    .innerJoin(organisations, eq(organisations.id, practices.organisationId))
    .innerJoin(projects, eq(projects.id, practices.projectId))
    .where(and(published(), eq(practices.slug, input.slug)));
  if (!row) throw new DomainError("practice.not_found");
  return row;
}
