import { sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { addDays, dayInBrussels } from "@/domain/dates";
import { type ReminderStage, reminderStages } from "@/domain/reminders";
import { outputCode } from "@/domain/outputs";
import { withinLimit } from "@/server/rate-limit";
import { enqueue } from "@/server/jobs/enqueue";

type Due = {
  outputId: string;
  number: number;
  title: string;
  slug: string;
  acronym: string;
  dueOn: string;
  personId: string;
  locale: string;
  address: string;
  leads: boolean;
};

/**
 * Reminds the people of the leading and contributing organisations a week before an output is due, on the day, and a
 * week after; once for each stage, date and person. Run by a cron job every morning.
 */
export async function remind(db: Db, now: Date): Promise<void> {
  const today = dayInBrussels(now);
  for (const [stage, days] of Object.entries(reminderStages) as [ReminderStage, number][]) {
    const rows = await db.execute<Due>(sql`
      select o.id as "outputId", o.number, o.title, p.slug, p.acronym, o.due_on::text as "dueOn",
        pe.id as "personId", pe.locale, a.address, pa.organisation_id = o.lead_organisation_id as leads
      from outputs o
      join projects p on p.id = o.project_id and p.status <> 'closed'
      join participations pa on pa.project_id = o.project_id and pa.kind <> 'evaluator'
        and (pa.organisation_id = o.lead_organisation_id or pa.organisation_id in
          (select c.organisation_id from output_contributors c where c.output_id = o.id))
        and (pa.ended_on is null or pa.ended_on >= ${today}::date)
      join participation_people pp on pp.participation_id = pa.id and pp.ended_at is null and pp.role <> 'viewer'
      join people pe on pe.id = pp.person_id and pe.closed_at is null
      join addresses a on a.person_id = pe.id and a.is_primary and a.confirmed_at is not null
      where o.due_on = ${addDays(today, days)}::date and o.status in ('planned', 'in_progress', 'changes_requested')`);
    for (const due of rows) {
      if (!(await withinLimit("mailFromOthers", due.address))) continue;
      await enqueue(db, "send_mail", {
        dedupeKey: `remind:${due.outputId}:${due.dueOn}:${stage}:${due.personId}`,
        template: "reminder",
        address: due.address,
        personId: due.personId,
        locale: due.locale,
        props: {
          stage,
          asked: { type: "output", id: due.outputId },
          leads: due.leads,
          outputId: due.outputId,
          thread: `output.${due.outputId}`,
          path: `/projects/${due.slug}/outputs/${due.outputId}`,
          output: `${outputCode(due.number)} ${due.title}`,
          project: due.acronym,
          dueOn: due.dueOn,
        },
      });
    }
  }
}
