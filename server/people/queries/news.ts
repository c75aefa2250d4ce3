import { eq, type SQL, sql } from "drizzle-orm";
import { prepared } from "@/db/prepared";
import { people } from "@/db/schema";
import { listNews } from "@/server/activity/queries";
import type { MemberContext } from "@/server/context";
import { listMyJoinRequests } from "@/server/organisations/queries";

/** Pages opened within half an hour of each other belong to one visit. */
const visitGapMs = 30 * 60_000;

/** Pages opened before this time belong to an earlier visit than the one at `at`. */
const visitStart = (at: Date) => new Date(at.getTime() - visitGapMs).toISOString();

const seenBeforeAt = (border: SQL): SQL<Date | null> =>
  sql`case when ${people.seenAt} < ${border}::timestamptz then ${people.seenAt} else ${people.previousSeenAt} end`;

/** SQL value: the end of the visit before the one at `at`; null before the first. */
export const seenBefore = (at: Date): SQL<Date | null> => seenBeforeAt(sql`${visitStart(at)}`);

const newSinceStatement = prepared((db) =>
  db
    .select({
      since: sql`coalesce(${seenBeforeAt(sql`${sql.placeholder("border")}`)}, ${people.createdAt})`.mapWith(
        people.createdAt,
      ),
    })
    .from(people)
    .where(eq(people.id, sql.placeholder("personId")))
    .prepare("new_since"),
);

/** The time since when events are new to the person: the end of the previous visit, else their sign-up. */
export async function newSince(ctx: MemberContext): Promise<Date> {
  const values = { personId: ctx.actor.personId, border: visitStart(ctx.now) };
  const [row] = await newSinceStatement(ctx.db).execute(values);
  return row?.since ?? ctx.now;
}

/** What the start page shows besides the list of what is due: news since the last visit, own requests to join. */
export async function getNews(ctx: MemberContext) {
  const since = await newSince(ctx);
  const [news, myRequests] = await Promise.all([listNews(ctx, since), listMyJoinRequests(ctx)]);
  return { now: ctx.now, since, news, myRequests };
}
