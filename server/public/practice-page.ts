import { sql } from "drizzle-orm";
import { DomainError } from "@/domain/errors";
import type { Context } from "@/server/context";

type Withdrawal = { reason: string | null; at: string };

/**
 * Why and when a practice that was public at this address was withdrawn. The record says it: a practice that was returned
 * before it was ever published has no such entry, and reasons given to its author alone are not public. Errors:
 * practice.not_found.
 */
export async function getWithdrawnPractice(ctx: Context, { slug }: { slug: string }) {
  const [withdrawn] = await ctx.db.execute<Withdrawal>(sql`
    select case when a.type = 'practice.taken_down' or (a.data->>'reasonIsPublic')::boolean then a.data->>'reason' end as reason,
      a.at::text as at from practices r
    cross join lateral (select max(b.id) as id from activity b where b.project_id = r.project_id
      and b.type = 'practice.published' and b.data->>'practiceId' = r.id::text) published
    join activity a on a.project_id = r.project_id and a.id > coalesce(published.id, 0)
      and (a.type = 'practice.taken_down' or (a.type = 'practice.returned' and published.id is not null)) and a.data->>'practiceId' = r.id::text
    where r.slug = ${slug} and r.status <> 'published' order by a.id limit 1`);
  if (!withdrawn) throw new DomainError("practice.not_found");
  return { state: "withdrawn" as const, reason: withdrawn.reason ?? "", withdrawnAt: new Date(withdrawn.at) };
}
