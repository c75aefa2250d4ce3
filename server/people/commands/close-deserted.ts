import { sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { erasePerson } from "./erase-person";

/** How long an account may exist without a confirmed address and without any membership. */
const unconfirmedDays = 30;
const atOnce = 200;

/**
 * Closes old accounts that never confirmed an address, were not used for as long, and have no organisation, project,
 * answered invitation or single sign-on. Run by a cron job.
 */
export async function closeDesertedAccounts(db: Db, now: Date): Promise<void> {
  const before = new Date(now.getTime() - unconfirmedDays * 86_400_000).toISOString();
  await db.transaction(async (tx) => {
    const deserted = await tx.execute<{ id: string }>(sql`select p.id from people p
      where p.closed_at is null and p.created_at < ${before}::timestamptz
        and (p.seen_at is null or p.seen_at < ${before}::timestamptz)
        and not exists (select 1 from addresses a where a.person_id = p.id and a.confirmed_at is not null)
        and not exists (select 1 from identities i where i.person_id = p.id)
        and not exists (select 1 from organisation_people op where op.person_id = p.id)
        and not exists (select 1 from participation_people pp where pp.person_id = p.id)
        and not exists (select 1 from join_requests j where j.person_id = p.id and j.status = 'pending')
        and not exists (select 1 from invitations n where n.decided_by = p.id or n.invited_by = p.id)
        and not exists (select 1 from projects pr where pr.created_by = p.id)
      limit ${atOnce} for update of p skip locked`);
    for (const { id } of deserted) await erasePerson(tx, now, id);
  });
}
