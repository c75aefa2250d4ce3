import { sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { outputCode } from "@/domain/outputs";
import { enqueue } from "@/server/jobs/enqueue";
import { standInOf } from "@/server/absences";
import { withinLimit } from "@/server/rate-limit";
import { lateItems } from "@/server/tasks/queries/list-late";

type Reminder = { acronym: string; personId: string; leadOrganisationId: string | null };
type Recipient = { personId: string; locale: string; address: string };
type Item = { kind: string; title: string; number: number | null; dueOn: string };
type LateItems = Reminder & { items: Item[] };

/** An organisation that was reminded in a project on a day. */
export type LateScope = { projectId: string; organisationId: string; day: string };

/** How many late things an e-mail names. */
const mostNamed = 30;

const lateIn = ({ projectId, day }: LateScope, leadOrganisationId: string | null) =>
  lateItems({ projectId, today: day, leadOrganisationId });

async function findReminder(db: Db, { projectId, organisationId, day }: LateScope): Promise<Reminder | null> {
  const [reminder] = await db.execute<Reminder>(sql`select p.acronym, m.person_id as "personId",
      m.lead_organisation_id as "leadOrganisationId"
    from late_reminders m join projects p on p.id = m.project_id and p.status <> 'closed'
    where m.project_id = ${projectId} and m.organisation_id = ${organisationId} and m.day = ${day}::date`);
  return reminder ?? null;
}

/** What a reminded organisation owes and is still late; null when all is done. */
export async function findLateItems(db: Db, scope: LateScope): Promise<LateItems | null> {
  const reminder = await findReminder(db, scope);
  if (!reminder) return null;
  const items = await db.execute<Item>(sql`select l.kind, l.title, l.number, l.due_on::text as "dueOn"
    from (${lateIn(scope, reminder.leadOrganisationId)}) l where l.organisation_id = ${scope.organisationId}
    order by l.due_on, l.kind, l.id`);
  return items.length === 0 ? null : { ...reminder, items: [...items] };
}

/**
 * The managers of a reminded organisation, and those whose tasks and reviews are late, and who stands in for those who
 * are away.
 */
export async function findLateRecipients(db: Db, now: Date, scope: LateScope): Promise<Recipient[]> {
  const reminder = await findReminder(db, scope);
  if (!reminder) return [];
  const { projectId, organisationId, day } = scope;
  const at = sql`${now.toISOString()}::timestamptz`;
  return db.execute<Recipient>(sql`with owing as (select pp.person_id from participations pa
      join participation_people pp on pp.participation_id = pa.id and pp.ended_at is null and pp.role <> 'viewer'
      where pa.project_id = ${projectId} and pa.organisation_id = ${organisationId}
        and (pa.ended_on is null or pa.ended_on >= ${day}::date)
        and (pp.role = 'manager' or pp.person_id in
          (select l.person_id from (${lateIn(scope, reminder.leadOrganisationId)}) l
            where l.organisation_id = ${organisationId})))
    select pe.id as "personId", pe.locale, a.address from people pe
    join addresses a on a.person_id = pe.id and a.is_primary and a.confirmed_at is not null
    where pe.closed_at is null and pe.id in (select person_id from owing
      union select ${standInOf(sql`owing.person_id`, sql`${projectId}::uuid`, at)} from owing)`);
}

/** What the e-mail says. */
export const lateProps = ({ acronym, personId, items }: LateItems) => ({
  project: acronym,
  by: personId,
  count: items.length,
  items: items.slice(0, mostNamed).map(({ number, title, ...item }) => ({
    ...item,
    name: number === null ? title : `${outputCode(number)} ${title}`,
  })),
});

/**
 * Enqueues the e-mails of a reminder; nothing when all was done meanwhile. They hold ids: what is late is read when they
 * are sent.
 */
export async function mailLate(db: Db, now: Date, scope: LateScope): Promise<void> {
  if (!(await findLateItems(db, scope))) return;
  const { projectId, organisationId, day } = scope;
  for (const { personId, locale, address } of await findLateRecipients(db, now, scope)) {
    if (!(await withinLimit("mailFromOthers", address))) continue;
    await enqueue(db, "send_mail", {
      dedupeKey: `late:${projectId}:${organisationId}:${day}:${personId}`,
      template: "late",
      address,
      personId,
      locale,
      props: { ...scope, thread: `project.${projectId}` },
    });
  }
}
