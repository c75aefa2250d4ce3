import { sql } from "drizzle-orm";
import type { z } from "zod";
import { DomainError } from "@/domain/errors";
import type { publicPartner, publicPartnerAnswer } from "@/domain/schemas/public";
import type { Context } from "@/server/context";
import { hasPage, isPartner, jsonList, practicesOf, subjectOf } from "./public-sql";

const mostLinks = 60;

type Row = z.input<typeof publicPartner>;
type Answer = z.input<typeof publicPartnerAnswer>;

/**
 * The public page of an organisation: the projects with a public page that name it, and what it published there. Errors:
 * organisation.not_found while there is no such project, or when its admin hid the page.
 */
export async function getPublicPartner(ctx: Context, { slug }: { slug: string }): Promise<Answer> {
  const named = sql`projects pr join participations pa on pa.project_id = pr.id
    where pa.organisation_id = org.id and ${isPartner} and ${hasPage}`;
  const [row] = await ctx.db.execute<Row>(sql`select org.public_slug as "slug", org.legal_name as "name",
      org.short_name as "shortName", org.country, org.city, org.type, org.website,
      ${jsonList(
        sql`'slug', pr.public_slug, 'acronym', pr.acronym, 'title', pr.title, 'callYear', pr.call_year, 'kind', pa.kind`,
        sql`pr.call_year desc, pr.id`,
        named,
      )} as "projects",
      ${jsonList(
        sql`'slug', u.slug, 'title', u.title, 'language', u.language, 'type', u.type`,
        sql`u.published_at desc, u.id`,
        sql`(select u.slug, u.title, u.language, u.published_at, u.id, x.type from publication_organisations po
          join publications u on u.id = po.publication_id and u.status = 'published'
          join outputs x on x.id = u.output_id join projects pr on pr.id = u.project_id
          where po.organisation_id = org.id and pr.public_page is not false
          order by u.published_at desc, u.id limit ${sql.raw(String(mostLinks))}) u`,
      )} as "outputs",
      ${practicesOf(
        sql`r.organisation_id = org.id and exists (select from projects pr where pr.id = r.project_id
          and pr.public_page is not false)`,
        mostLinks,
      )} as "practices"
    from organisations org where (org.public_slug = ${slug} or org.id = ${subjectOf("partner", slug)})
      and not org.public_page_hidden and exists (select from ${named})`);
  if (!row) throw new DomainError("organisation.not_found");
  return row.slug === slug ? { state: "published", ...row } : { state: "moved", slug: row.slug };
}
