import { sql } from "drizzle-orm";
import type { z } from "zod";
import { DomainError } from "@/domain/errors";
import type { publicPracticeAnswer } from "@/domain/schemas/public";
import type { Context } from "@/server/context";
import { publicReplication } from "@/server/replications/queries/list-public";
import { hasPage, partnerFields } from "./public-sql";

/** Reports that the page shows; the others are on further pages. */
const shownReplications = 30;

type Answer = z.input<typeof publicPracticeAnswer>;
type Published = Omit<Extract<Answer, { state: "published" }>, "state" | "hasMoreReplications">;
type Row = Omit<Published, "edition"> & { edition: number | null; reason: string | null; withdrawnAt: unknown };

/**
 * A published practice: its public edition, not the draft that may replace it. The reason when it was withdrawn. Errors:
 * practice.not_found.
 */
export async function getPublicPractice(ctx: Context, { slug }: { slug: string }): Promise<Answer> {
  // Lists published columns explicitly, so that a new private column cannot leak.
  const [row] = await ctx.db.execute<Row>(sql`
    select r.id, r.slug, r.edition, r.published_at as "publishedAt", e.content,
      r.withdraw_reason as reason, r.withdrawn_at as "withdrawnAt",
      json_build_object(${partnerFields(hasPage)}) as organisation,
      json_build_object('title', pr.title, 'acronym', pr.acronym, 'slug', case when ${hasPage} then pr.public_slug end,
        'callYear', pr.call_year, 'grantReference', pr.grant_reference) as project,
      (select json_build_object('slug', u.slug, 'title', u.title, 'language', u.language, 'type', x.type)
        from publications u join outputs x on x.id = u.output_id
        where u.output_id = r.output_id and u.status = 'published') as output,
      (select json_build_object('name', pe.name, 'address', a.address)
        from people pe join addresses a on a.person_id = pe.id and a.is_primary
        where pe.id = r.contact_id and pe.closed_at is null) as contact,
      coalesce((select json_agg(json_build_object('country', t.country, 'result', t.result, 'count', t.n)
          order by t.n desc, t.country, t.result)
        from (select x.content->>'country' as country, x.content->>'result' as result, count(*)::int as n
          from replications x where x.practice_id = r.id and x.status = 'published' group by 1, 2) t), '[]') as tried,
      coalesce((select json_agg(x.item order by x.id desc) from (select x.id, ${publicReplication} as item
          from replications x join organisations o on o.id = x.organisation_id
          where x.practice_id = r.id and x.status = 'published' order by x.id desc limit ${sql.raw(String(shownReplications))}) x),
        '[]') as replications
    from practices r join projects pr on pr.id = r.project_id join organisations o on o.id = r.organisation_id
    left join practice_editions e on e.practice_id = r.id and e.number = r.edition
    where r.slug = ${slug} and (r.edition is not null or r.withdrawn_at is not null)`);
  if (!row) throw new DomainError("practice.not_found");
  const { reason, withdrawnAt, edition, ...page } = row;
  if (edition === null) return { state: "withdrawn", reason: reason ?? "", withdrawnAt };
  const reports = page.tried.reduce((sum, { count }) => sum + count, 0);
  return { state: "published", edition, ...page, hasMoreReplications: reports > page.replications.length };
}
