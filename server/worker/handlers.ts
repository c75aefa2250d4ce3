import { sealActivity } from "@/server/events/seal";
import { countPages } from "@/server/files/count-pages";
import { eraseBlob, purgeUploads } from "@/server/files/purge";
import { tellFollowers } from "@/server/follows/commands/tell-followers";
import { mailLate } from "@/server/mail/mail-late";
import { notify } from "@/server/mail/notify";
import { remind } from "@/server/mail/remind";
import { remindReviewers } from "@/server/mail/remind-reviewers";
import { sendMail } from "@/server/mail/send";
import { makeDigests } from "@/server/notifications/commands/make-digests";
import { makeWeekly } from "@/server/notifications/commands/make-weekly";
import { tellMention } from "@/server/notifications/commands/tell-mention";
import { sendLink } from "@/server/people/commands/send-link";
import { expireInvitations } from "@/server/projects/commands/expire-invitations";
import { publishUnanswered } from "@/server/replications/commands/publish-unanswered";
import { mailReports } from "@/server/reports/commands/mail-reports";
import type { Handler } from "@/server/jobs/handler";
import type { JobName } from "@/server/jobs/payloads";
import { tidy } from "./tidy";

/** The handler of each job. A job may run twice, so handlers must be idempotent. */
export const handlers: { [N in JobName]: Handler<N> } = {
  notify: ({ db, now }, { activityId }) => notify(db, now, activityId),
  send_mail: ({ db, now, lastTry }, mail) => sendMail(db, now, mail, lastTry),
  mail_link: ({ db, now }, link) => sendLink(db, now, link),
  mail_mention: ({ db, now }, mention) => tellMention(db, now, mention),
  mail_late: ({ db, now }, reminder) => mailLate(db, now, reminder),
  make_digests: ({ db, now }) => makeDigests(db, now),
  tell_followers: ({ db, now }) => tellFollowers(db, now),
  make_weekly: ({ db, now }) => makeWeekly(db, now),
  mail_reports: ({ db, now }) => mailReports(db, now),
  expire_invitations: ({ db, now }) => expireInvitations(db, now),
  publish_replications: ({ db, now }) => publishUnanswered(db, now),
  remind: async ({ db, now }) => {
    await remind(db, now);
    await remindReviewers(db, now);
  },
  seal_activity: ({ db }) => sealActivity(db),
  tidy,
  count_pages: countPages,
  purge_uploads: purgeUploads,
  erase_blob: eraseBlob,
};

/** Cron jobs (minute hour day month weekday, UTC); runs missed while the server was down are skipped. */
export const schedule: { job: JobName; at: string }[] = [
  { job: "seal_activity", at: "* * * * *" },
  { job: "count_pages", at: "27 * * * *" },
  { job: "purge_uploads", at: "17 * * * *" },
  { job: "expire_invitations", at: "7 * * * *" },
  { job: "publish_replications", at: "12 * * * *" },
  { job: "make_digests", at: "*/10 * * * *" },
  { job: "tell_followers", at: "5,15,25,35,45,55 * * * *" },
  { job: "make_weekly", at: "20 5-18 * * *" },
  { job: "remind", at: "30 5 * * *" },
  { job: "tidy", at: "40 2 * * *" },
];
