import { and, eq, isNotNull, lt, or, sql } from "drizzle-orm";
import { actLinks, mails, pageReports, personTokens, rateLimits, sessions } from "@/db/schema";
import { sessionDays } from "@/domain/people";
import { reporterDays } from "@/domain/reports";
import { eraseUnusedFiles } from "@/server/attachments/commands/erase-attachments";
import { env } from "@/server/env";
import { closeDesertedAccounts } from "@/server/people/commands/close-deserted";
import type { Handler } from "@/server/jobs/handler";

const daysAgo = (now: Date, days: number) => new Date(now.getTime() - days * 86_400_000);
/** How long e-mails that were stored without a mail server are kept once there is one. */
const mailDays = 30;
/** How long operators see a permanently failed job; its payload may hold an address. */
const failedJobDays = 30;

/**
 * Deletes old data: tokens, links of e-mails, ended sessions, expired counters, content of old e-mails, failed jobs, addresses in
 * closed reports, files that no description names, abandoned accounts.
 */
export const tidy: Handler<"tidy"> = async ({ db, now }) => {
  await db.delete(personTokens).where(or(lt(personTokens.expiresAt, now), isNotNull(personTokens.usedAt)));
  await db.delete(actLinks).where(or(lt(actLinks.expiresAt, now), isNotNull(actLinks.usedAt)));
  await db.delete(sessions).where(
    or(
      // An ended session row is kept as long as a cookie of a release before 0.2, which would otherwise start a new
      // session.
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
  await db
    .update(pageReports)
    .set({ email: null })
    .where(and(isNotNull(pageReports.email), lt(pageReports.closedAt, daysAgo(now, reporterDays))));
  await eraseUnusedFiles(db, now);
  await closeDesertedAccounts(db, now);
};
