import { isNull, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { pageReports } from "@/db/schema";
import { dayInBrussels } from "@/domain/dates";
import { lastHeard } from "@/server/notifications/queries/read-weekly";
import { standInOf } from "@/server/absences";
import { env } from "@/server/env";
import { findLateItems, findLateRecipients, type LateScope, lateProps } from "./mail-late";

type Props = Record<string, unknown>;
type Mail = { template: string; address: string; personId?: string | null | undefined; props: Props };

const isTrue = async (db: Db, condition: ReturnType<typeof sql>): Promise<boolean> =>
  (await db.execute<{ met: boolean }>(sql`select ${condition} as met`))[0]?.met === true;

const takesPart = (now: Date) => sql`pp.ended_at is null
  and (pa.ended_on is null or pa.ended_on >= ${dayInBrussels(now)}::date)`;

/**
 * The props of a reminder or an invitation at the time when it is sent; null when it was done, moved or withdrawn, or
 * its recipient has left meanwhile. Jobs of earlier releases lack the ids and are sent as they are.
 */
export async function currentlyDue(
  db: Db,
  now: Date,
  { template, address, personId, props }: Mail,
): Promise<Props | null> {
  const { outputId, reviewId, tokenId, dueOn } = props;
  if (template === "reminder" && typeof outputId === "string") {
    const due = sql`exists (select from outputs o join projects p on p.id = o.project_id and p.status <> 'closed'
      join participations pa on pa.project_id = o.project_id and (pa.organisation_id = o.lead_organisation_id
        or pa.organisation_id in (select c.organisation_id from output_contributors c where c.output_id = o.id))
      join participation_people pp on pp.participation_id = pa.id and pp.person_id = ${personId} and pp.role <> 'viewer'
      where o.id = ${outputId} and o.due_on = ${String(dueOn)}::date and ${takesPart(now)}
        and o.status in ('planned', 'in_progress', 'changes_requested'))`;
    return (await isTrue(db, due)) ? props : null;
  }
  if (template === "reviewReminder" && typeof reviewId === "string") {
    const due = sql`exists (select from reviews r join submissions s on s.id = r.submission_id and s.status = 'open'
      join projects p on p.id = r.project_id and p.status <> 'closed'
      join participation_people pp on pp.project_id = r.project_id and pp.person_id = r.reviewer_id
      join participations pa on pa.id = pp.participation_id
      where r.id = ${reviewId} and (r.reviewer_id = ${personId} or ${personId} =
          ${standInOf(sql`r.reviewer_id`, sql`r.project_id`, sql`${now.toISOString()}::timestamptz`)})
        and r.expected_on = ${String(dueOn)}::date
        and r.verdict is null and ${takesPart(now)})`;
    return (await isTrue(db, due)) ? props : null;
  }
  if (template === "invitation" && typeof tokenId === "string") {
    const open = sql`exists (select from invitation_tokens t join invitations i on i.id = t.invitation_id
      where t.id = ${tokenId} and i.status = 'pending' and i.expires_at > ${now.toISOString()}::timestamptz)`;
    return (await isTrue(db, open)) ? props : null;
  }
  if (template === "late" && typeof props["projectId"] === "string") {
    const scope = props as LateScope;
    const items = await findLateItems(db, scope);
    const recipients = items ? await findLateRecipients(db, now, scope) : [];
    return items && recipients.some((one) => one.personId === personId) ? lateProps(items) : null;
  }
  if (template === "quiet") {
    const stillQuiet = sql`exists (select from participations pa
      join participation_people pp on pp.participation_id = pa.id and pp.role = 'manager'
      where pa.id = ${String(props["participationId"])} and pp.person_id = ${personId} and ${takesPart(now)}
        and pa.told_quiet_on >= ${lastHeard})`;
    return (await isTrue(db, stillQuiet)) ? props : null;
  }
  if (template === "pageReports") {
    const count = env().OPERATORS.includes(address) ? await db.$count(pageReports, isNull(pageReports.closedAt)) : 0;
    return count > 0 ? { ...props, count } : null;
  }
  return props;
}
