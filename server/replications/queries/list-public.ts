import { sql } from "drizzle-orm";
import { decodeCursor, pageSize, toPage } from "@/domain/page";
import type { PublicReplication } from "@/domain/schemas/public";
import type { Context } from "@/server/context";

/** The fields of a public report of the organisation `o`; nothing about who wrote it. */
export const publicReplication = sql`json_build_object('id', x.id, 'organisation', o.legal_name, 'country',
  coalesce(x.content->>'country', o.country), 'place', x.content->>'place', 'period', x.content->>'period',
  'field', x.content->>'field', 'setting', x.content->>'setting', 'targetGroups', x.content->'targetGroups',
  'who', x.content->>'who', 'participants', (x.content->>'participants')::int, 'changes', x.content->>'changes',
  'result', x.content->>'result', 'advice', x.content->>'advice', 'files', x.content->'files', 'answer', x.answer,
  'answered', x.answered_at is not null, 'publishedAt', x.published_at)`;

/** The public reports about a public practice, the newest first. */
export async function listPublicReplications(ctx: Context, input: { practiceId: string; cursor?: string | undefined }) {
  const cursor = decodeCursor(input.cursor, ["uuid"]);
  const before = cursor ? sql`and x.id < ${String(cursor[0])}::uuid` : sql``;
  const rows = await ctx.db.execute<{ item: PublicReplication }>(sql`select ${publicReplication} as item
    from replications x join organisations o on o.id = x.organisation_id
    join practices r on r.id = x.practice_id and r.edition is not null
    where x.practice_id = ${input.practiceId} and x.status = 'published' ${before}
    order by x.id desc limit ${pageSize + 1}`);
  return toPage(
    [...rows].map(({ item }) => item),
    pageSize,
    (row) => [row.id],
  );
}
