import { sql } from "drizzle-orm";
import { z } from "zod";
import type { Db } from "@/db/client";
import { coordinates } from "@/domain/actor";
import { dayInBrussels } from "@/domain/dates";
import type { EventType } from "@/domain/events/events";
import { outputCode } from "@/domain/outputs";
import { quietNoticeDays } from "@/domain/reminders";
import { plainSentence } from "@/messages/event-sentence";
import { defaultReader, eventLocaleFor, eventTranslatorFor } from "@/messages/translators";
import { feedEntry, readActivities } from "@/server/activity/feed";
import { loadActor } from "@/server/auth/session";
import { lateItems } from "@/server/tasks/queries/list-late";

const weeklyProps = z.object({ projectId: z.uuid() });

/** The day in Brussels on which someone of the organisation `pa` was last active in its project, or joined it. */
export const lastHeard = sql`(greatest(pa.joined_at, (select max(a.at) from activity a
  where a.project_id = pa.project_id and a.organisation_id = pa.organisation_id))
  at time zone ${sql.raw(`'${defaultReader.timeZone}'`)})::date`;

/** What moves a project. */
const movingTypes: readonly EventType[] = [
  "output.submitted",
  "output.approved",
  "output.changes_requested",
  "output.rejected",
  "output.published",
  "output.due_moved",
  "practice.published",
  "invitation.accepted",
];
const mostMoved = 20;
const mostLate = 20;

type Late = { organisation: string; kind: string; name: string; dueOn: string };
type Quiet = { organisation: string; since: string };

/** The week of a project for those who coordinate it; `moved` holds sentences in the reader's language. */
export type Weekly = {
  project: string;
  slug: string;
  moved: string[];
  late: Late[];
  lateCount: number;
  quiet: Quiet[];
  quietDays: number;
};

type Recipient = { personId: string; locale: string; timeZone: string; props: Record<string, unknown> };
type LateRow = Omit<Late, "name"> & { title: string; number: number | null; count: number };

async function readMoved(db: Db, now: Date, projectId: string, recipient: Recipient): Promise<string[]> {
  const loaded = await loadActor(db, recipient.personId, now);
  if (!loaded || !coordinates(loaded.actor, projectId)) return [];
  const found = await db.execute<{ id: string }>(sql`select a.id::text as id from activity a
    where a.project_id = ${projectId} and a.at > ${now.toISOString()}::timestamptz - interval '7 days'
      and a.type in (${sql.join(
        movingTypes.map((type) => sql`${type}`),
        sql`, `,
      )})
    order by a.at desc, a.id desc limit ${mostMoved}`);
  const rows = await readActivities(
    db,
    [...found].map(({ id }) => BigInt(id)),
  );
  const t = await eventTranslatorFor(recipient);
  return rows.flatMap((row) => {
    const { event, about, person, organisation } = feedEntry(loaded.actor, row);
    if (!event) return [];
    const by = person ?? t("people.former", { organisation: organisation?.shortName ?? "" });
    const sentence = plainSentence(event, about, t, eventLocaleFor(recipient.locale));
    return row.personId === null ? sentence : `${by} ${sentence}`;
  });
}

/**
 * The contents of the weekly e-mail when it is sent: what moved, what is late, and which organisations were quiet and
 * were told so a week ago. Null when there is nothing to tell, or the person does not coordinate the project any more.
 */
export async function readWeekly(db: Db, now: Date, recipient: Recipient): Promise<Weekly | null> {
  const { projectId } = weeklyProps.parse(recipient.props);
  const loaded = await loadActor(db, recipient.personId, now);
  if (!loaded || !coordinates(loaded.actor, projectId)) return null;
  const [project] = await db.execute<{ acronym: string; slug: string; quietDays: number }>(sql`select acronym, slug,
      quiet_days as "quietDays" from projects where id = ${projectId} and status = 'running'`);
  if (!project) return null;
  const today = dayInBrussels(now);
  const late = await db.execute<LateRow>(sql`select o.short_name as organisation,
      case l.kind when 'contribution' then 'output' else l.kind end as kind, l.title, l.number,
      l.due_on::text as "dueOn", count(*) over ()::int as count
    from (${lateItems({ projectId, today, leadOrganisationId: null })}) l
    join organisations o on o.id = l.organisation_id order by l.due_on, l.kind, l.id limit ${mostLate}`);
  const quiet = await db.execute<Quiet>(sql`select o.short_name as organisation, ${lastHeard}::text as since
    from participations pa join organisations o on o.id = pa.organisation_id
    where pa.project_id = ${projectId} and (pa.ended_on is null or pa.ended_on >= ${today}::date)
      and ${lastHeard} <= ${today}::date - ${project.quietDays}::int
      and pa.told_quiet_on between ${lastHeard} and ${today}::date - ${quietNoticeDays}::int
    order by since, o.short_name`);
  const moved = await readMoved(db, now, projectId, recipient);
  if (moved.length === 0 && late.length === 0 && quiet.length === 0) return null;
  return {
    project: project.acronym,
    slug: project.slug,
    moved,
    late: late.map(({ organisation, kind, dueOn, title, number }) => ({
      ...{ organisation, kind, dueOn },
      name: number === null ? title : `${outputCode(number)} ${title}`,
    })),
    lateCount: late[0]?.count ?? 0,
    quiet: [...quiet],
    quietDays: project.quietDays,
  };
}
