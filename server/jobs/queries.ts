import { sql } from "drizzle-orm";
import type { MemberContext } from "@/server/context";

/**
 * State of the queue and the storage for operators: counts and sizes only, nothing of a project's content.
 * A job counts as failed from its first error on; the number of tries also counts the one that is running.
 * `retryAt` (UTC) is null for a job that failed for the last time.
 */
export async function getInstanceState(ctx: MemberContext) {
  const [queue] = await ctx.db.execute<{ waiting: number; failed: number }>(sql`
    select count(*) filter (where last_error is null)::int as waiting,
      count(*) filter (where last_error is not null and attempts < max_attempts)::int as failed
    from graphile_worker.jobs`);
  const failures = await ctx.db.execute<{ id: string; task: string; attempts: number; retryAt: string | null }>(sql`
    select id::text, task_identifier as task, attempts,
      case when attempts < max_attempts then run_at::text end as "retryAt" from graphile_worker.jobs
    where last_error is not null order by run_at desc limit 25`);
  const [stored] = await ctx.db.execute<{ bytes: number; files: number }>(sql`
    select coalesce(sum(size_bytes), 0)::float8 as bytes, count(*)::int as files from blobs where erased_at is null`);
  const [people] = await ctx.db.execute<{ people: number; organisations: number; projects: number }>(sql`
    select (select count(*)::int from people where closed_at is null) as people,
      (select count(*)::int from organisations where claimed_at is not null) as organisations,
      (select count(*)::int from projects) as projects`);
  return {
    queue: { waiting: queue?.waiting ?? 0, failed: queue?.failed ?? 0 },
    failures: [...failures].map((job) => ({ ...job, retryAt: job.retryAt === null ? null : new Date(job.retryAt) })),
    stored: { bytes: stored?.bytes ?? 0, files: stored?.files ?? 0 },
    counts: people ?? { people: 0, organisations: 0, projects: 0 },
  };
}
