import { sql } from "drizzle-orm";
import type { z } from "zod";
import { DomainError } from "@/domain/errors";
import type { publicPartnership, publicPartnershipAnswer } from "@/domain/schemas/public";
import type { Context } from "@/server/context";
import { hasPage, jsonList, partnersOf, practicesOf, subjectOf } from "./public-sql";

const mostPractices = 60;

type Row = z.input<typeof publicPartnership>;
type Answer = z.input<typeof publicPartnershipAnswer>;

/**
 * The public page of a project: its partners, what it promised and what is public, also after it was closed. Errors:
 * project.not_found while nothing is published, or when its coordinator chose to have no page.
 */
export async function getPublicPartnership(ctx: Context, { slug }: { slug: string }): Promise<Answer> {
  const [row] = await ctx.db.execute<Row>(sql`select pr.public_slug as "slug", pr.title, pr.acronym, pr.summary, pr.field,
      pr.action_code as "actionCode", pr.call_year as "callYear", pr.grant_reference as "grantReference",
      pr.starts_on::text as "startsOn", pr.duration_months as "durationMonths", pr.status = 'closed' as "closed",
      ${partnersOf(sql`true`)} as "partners",
      ${jsonList(
        sql`'number', x.number, 'title', coalesce(p.title, x.title), 'type', x.type, 'slug', p.slug,
          'language', coalesce(p.language, '')`,
        sql`x.number`,
        sql`outputs x left join publications p on p.output_id = x.id and p.status = 'published' where x.project_id = pr.id`,
      )} as "outputs",
      ${practicesOf(sql`r.project_id = pr.id`, mostPractices)} as "practices"
    from projects pr where (pr.public_slug = ${slug} or pr.id = ${subjectOf("partnership", slug)}) and ${hasPage}`);
  if (!row) throw new DomainError("project.not_found");
  return row.slug === slug ? { state: "published", ...row } : { state: "moved", slug: row.slug };
}
