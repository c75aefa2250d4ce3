import { sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { outputCode } from "@/domain/outputs";
import { enqueue } from "@/server/jobs/enqueue";
import { withinLimit } from "@/server/rate-limit";
import { lateItems } from "@/server/tasks/queries/list-late";

type Reminder = { acronym: string; personId: string; leadOrganisationId: string | null };
type Recipient = { personId: string; locale: string; address: string };
type Item = { kind: string; title: string; number: number | null; dueOn: string };

/** How many late things an e-mail names. */
const mostNamed = 30;

/**
 * Sends the e-mail of a reminder to the managers of the organisation and to those whose tasks and reviews are late, with
 * everything that is late when the job runs; nothing when all was done meanwhile.
 */
export async function mailLate(
  db: Db,
  { projectId, organisationId, day }: { projectId: string; organisationId: string; day: string },
): Promise<void> {
  const [reminder] = await db.execute<Reminder>(sql`select p.acronym, m.person_id as "personId",
      m.lead_organisation_id as "leadOrganisationId"
    from late_reminders m join projects p on p.id = m.project_id and p.status <> 'closed'
    where m.project_id = ${projectId} and m.organisation_id = ${organisationId} and m.day = ${day}::date`);
  if (!reminder) return;
  const late = lateItems({ projectId, today: day, leadOrganisationId: reminder.leadOrganisationId });
  const items = await db.execute<Item>(sql`select l.kind, l.title, l.number, l.due_on::text as "dueOn"
    from (${late}) l where l.organisation_id = ${organisationId} order by l.due_on, l.kind, l.id`);
  if (items.length === 0) return;
  const recipients = await db.execute<Recipient>(sql`select pe.id as "personId", pe.locale, a.address
    from participations pa
    join participation_people pp on pp.participation_id = pa.id and pp.ended_at is null and pp.role <> 'viewer'
    join people pe on pe.id = pp.person_id and pe.closed_at is null
    join addresses a on a.person_id = pe.id and a.is_primary and a.confirmed_at is not null
    where pa.project_id = ${projectId} and pa.organisation_id = ${organisationId}
      and (pa.ended_on is null or pa.ended_on >= ${day}::date)
      and (pp.role = 'manager' or pe.id in
        (select l.person_id from (${late}) l where l.organisation_id = ${organisationId}))`);
  for (const { personId, locale, address } of recipients) {
    if (!(await withinLimit("mailFromOthers", address))) continue;
    await enqueue(db, "send_mail", {
      dedupeKey: `late:${projectId}:${organisationId}:${day}:${personId}`,
      template: "late",
      address,
      personId,
      locale,
      props: {
        project: reminder.acronym,
        by: reminder.personId,
        count: items.length,
        items: items.slice(0, mostNamed).map(({ number, title, ...item }) => ({
          ...item,
          name: number === null ? title : `${outputCode(number)} ${title}`,
        })),
      },
    });
  }
}
