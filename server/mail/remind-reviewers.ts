import { sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { addDays, dayInBrussels } from "@/domain/dates";
import { outputCode } from "@/domain/outputs";
import { type ReviewReminderStage, reviewReminderStages } from "@/domain/reminders";
import { standInOf } from "@/server/absences";
import { enqueue } from "@/server/jobs/enqueue";
import { withinLimit } from "@/server/rate-limit";

type Due = {
  reviewId: string;
  submissionId: string;
  submission: number;
  outputId: string;
  number: number;
  title: string;
  slug: string;
  acronym: string;
  dueOn: string;
  personId: string;
  locale: string;
  address: string;
};

/**
 * Reminds reviewers who still take part, and who stands in for them, three days before their review is needed, or before
 * they said that they answer, and on that day; once for each stage and date. Run by a cron job every morning.
 */
export async function remindReviewers(db: Db, now: Date): Promise<void> {
  const today = dayInBrussels(now);
  for (const [stage, days] of Object.entries(reviewReminderStages) as [ReviewReminderStage, number][]) {
    const rows = await db.execute<Due>(sql`
      select r.id as "reviewId", s.id as "submissionId", s.number as submission, o.id as "outputId", o.number, o.title,
        p.slug, p.acronym, r.expected_on::text as "dueOn", pe.id as "personId", pe.locale, a.address
      from reviews r
      join submissions s on s.id = r.submission_id and s.status = 'open'
      join outputs o on o.id = s.output_id
      join projects p on p.id = r.project_id and p.status <> 'closed'
      join people pe on pe.closed_at is null and (pe.id = r.reviewer_id
        or pe.id = ${standInOf(sql`r.reviewer_id`, sql`r.project_id`, sql`${now.toISOString()}::timestamptz`)})
      join addresses a on a.person_id = pe.id and a.is_primary and a.confirmed_at is not null
      where r.expected_on = ${addDays(today, days)}::date and r.verdict is null and exists (
        select from participation_people pp join participations pa on pa.id = pp.participation_id
        where pp.project_id = r.project_id and pp.person_id = r.reviewer_id and pp.ended_at is null
          and (pa.ended_on is null or pa.ended_on >= ${today}::date))`);
    for (const due of rows) {
      if (!(await withinLimit("mailFromOthers", due.address))) continue;
      await enqueue(db, "send_mail", {
        dedupeKey: `remind:review:${due.reviewId}:${due.dueOn}:${stage}:${due.personId}`,
        template: "reviewReminder",
        address: due.address,
        personId: due.personId,
        locale: due.locale,
        props: {
          stage,
          reviewId: due.reviewId,
          thread: `output.${due.outputId}`,
          asked: { type: "review", id: due.reviewId },
          path: `/projects/${due.slug}/outputs/${due.outputId}/submissions/${due.submissionId}`,
          output: `${outputCode(due.number)} ${due.title}`,
          submission: due.submission,
          project: due.acronym,
          dueOn: due.dueOn,
        },
      });
    }
  }
}
