import { and, eq, isNotNull, sql } from "drizzle-orm";
import { organisations, practices, projects } from "@/db/schema";
import type { Context } from "@/server/context";
import { getWithdrawnPractice } from "./practice-page";

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

/** A published practice, or why it was withdrawn. Errors: practice.not_found. */
export async function getPublicPractice(ctx: Context, input: { slug: string }) {
  const [row] = await ctx.db
    .select({
      ...shown,
      done: practices.done,
      changed: practices.changed,
      takes: practices.takes,
      website: organisations.website,
      callYear: projects.callYear,
      partnershipSlug: sql<string | null>`case when ${projects.publicPage} is not false then ${projects.publicSlug} end`,
      partnerSlug: sql<string | null>`case when ${projects.publicPage} is not false
        and not ${organisations.publicPageHidden} then ${organisations.publicSlug} end`,
    })
    .from(practices)
    .innerJoin(organisations, eq(organisations.id, practices.organisationId))
    .innerJoin(projects, eq(projects.id, practices.projectId))
    .where(and(published(), eq(practices.slug, input.slug)));
  return row ? { state: "published" as const, ...row } : getWithdrawnPractice(ctx, input);
}
