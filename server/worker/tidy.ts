import { and, eq, isNotNull, lt, or, sql } from "drizzle-orm";
import { mails, personTokens, rateLimits, sessions } from "@/db/schema";
import { sessionDays } from "@/domain/people";
import { env } from "@/server/env";
import { closeDesertedAccounts } from "@/server/people/commands/close-deserted";
import type { Handler } from "@/server/jobs/handler";

const daysAgo = (now: Date, days: number) => new Date(now.getTime() - days * 86_400_000);
/** What was kept while no mail server was set is read no longer than this once there is one. */
const mailDays = 30;
/** Operators see a job that failed for good this long; its payload may hold an address. */
const failedJobDays = 30;

/** Forgets what has served its purpose: tokens, ended sessions, dead counters, words of old mails, failed jobs, deserted accounts. */
export const tidy: Handler<"tidy"> = async ({ db, now }) => {
  await db.delete(personTokens).where(or(lt(personTokens.expiresAt, now), isNotNull(personTokens.usedAt)));
  await db.delete(sessions).where(
    or(
      // An ended row stays as long as a cookie of a release before 0.2, which it keeps from being taken for a new session.
      lt(sessions.endedAt, daysAgo(now, sessionDays.idle)),
      lt(sessions.lastSeenAt, daysAgo(now, sessionDays.idle)),
      lt(sessions.createdAt, daysAgo(now, sessionDays.absolute)),
    ),
  );
  await db.delete(rateLimits).where(lt(rateLimits.expire, now.getTime()));
  if (env().SMTP_URL !== undefined) {
    const old = and(eq(mails.status, "kept"), lt(mails.sentAt, daysAgo(now, mailDays)));
    await db.update(mails).set({ html: null, text: null }).where(old);
  }
  await db.execute(sql`select graphile_worker.complete_jobs(array(select id from graphile_worker.jobs
    where attempts >= max_attempts and updated_at < ${daysAgo(now, failedJobDays).toISOString()}::timestamptz limit 1000))`);
  await closeDesertedAccounts(db, now);
};
