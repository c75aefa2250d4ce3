import { sql } from "drizzle-orm";
import type { MemberContext } from "@/server/context";

/** State of the queue and the storage for operators: counts and sizes only, nothing of a project's content. */
export async function getInstanceState(ctx: MemberContext) {
  const [queue] = await ctx.db.execute<{ waiting: number; failed: number; oldest: string | null }>(sql`
    select count(*) filter (where attempts = 0)::int as waiting, count(*) filter (where attempts > 0)::int as failed,
      min(run_at)::text as oldest from graphile_worker.jobs`);
  const failures = await ctx.db.execute<{ id: string; task: string; attempts: number; runAt: string }>(sql`
    select id::text, task_identifier as task, attempts, run_at::text as "runAt" from graphile_worker.jobs
    where attempts > 0 order by run_at desc limit 25`);
  const [stored] = await ctx.db.execute<{ bytes: number; files: number }>(sql`
    select coalesce(sum(size_bytes), 0)::float8 as bytes, count(*)::int as files from blobs where erased_at is null`);
  const [people] = await ctx.db.execute<{ people: number; organisations: number; projects: number }>(sql`
    select (select count(*)::int from people where closed_at is null) as people,
      (select count(*)::int from organisations where claimed_at is not null) as organisations,
      (select count(*)::int from projects) as projects`);
  return {
    queue: { waiting: queue?.waiting ?? 0, failed: queue?.failed ?? 0 },
    failures: [...failures].map((job) => ({ ...job, runAt: new Date(job.runAt) })),
    stored: { bytes: stored?.bytes ?? 0, files: stored?.files ?? 0 },
    counts: people ?? { people: 0, organisations: 0, projects: 0 },
  };
}
