import { and, eq, isNull, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { addresses, people } from "@/db/schema";
import { record } from "@/server/activity/record";
import { endSessions } from "@/server/auth/session-rows";
import { forgetLimits } from "@/server/rate-limit";

/**
 * Takes everything personal of an account away in the caller's transaction; what was done stays with "a former
 * member". An address that asked for no more mail stays on its list, or mail would come again. Uploads that were under
 * way are left to the job that forgets them.
 */
export async function erasePerson(tx: Db, now: Date, personId: string): Promise<void> {
  const at = sql`${now.toISOString()}::timestamptz`;
  const own = await tx
    .select({ address: addresses.address, confirmedAt: addresses.confirmedAt })
    .from(addresses)
    .where(eq(addresses.personId, personId));
  const isOwn = (column: string) => sql`exists (select 1 from addresses a where a.person_id = ${personId}
    and a.address = ${sql.raw(column)} and a.confirmed_at is not null)`;
  await record(tx, { actor: null, personId, now }, {}, { type: "person.closed", data: {} });
  await tx.execute(
    sql`update participation_people set ended_at = ${at} where person_id = ${personId} and ended_at is null`,
  );
  await tx.execute(sql`delete from organisation_people where person_id = ${personId}`);
  await tx.execute(sql`delete from join_requests where person_id = ${personId} and status = 'pending'`);
  await tx.execute(sql`update activity set data = jsonb_set(data, '{person}', '""')
    where type in ('member.role_changed', 'member.removed') and data->>'personId' = ${personId}`);
  await tx.execute(sql`update activity a set data = jsonb_set(a.data, '{reviewer}', '""') from reviews r
    where a.type = 'review.requested' and a.data->>'reviewId' = r.id::text and r.reviewer_id = ${personId}`);
  await tx.execute(sql`delete from person_tokens where person_id = ${personId}`);
  await endSessions(tx, now, personId);
  await tx.execute(sql`update sessions set browser = '', system = '' where person_id = ${personId}`);
  await tx.execute(sql`delete from identities where person_id = ${personId}`);
  await tx.execute(sql`delete from project_drafts where person_id = ${personId}`);
  await tx.execute(sql`delete from mails m where m.person_id = ${personId} or ${isOwn("m.address")}`);
  await tx.execute(sql`update invitations i set address = '' where i.status <> 'pending'
    and ((i.decided_by = ${personId} and i.status = 'accepted') or ${isOwn("i.address")})`);
  await tx.execute(sql`update uploads set expires_at = ${at}, name = '', note = '' where person_id = ${personId}`);
  await tx.execute(sql`delete from addresses where person_id = ${personId}`);
  const proven = own.filter((one) => one.confirmedAt !== null).map((one) => one.address);
  await forgetLimits(tx, [personId, ...proven]);
  await tx
    .update(people)
    .set({
      name: "",
      locale: "en",
      passwordHash: null,
      seenAt: null,
      previousSeenAt: null,
      closedAt: now,
    })
    .where(and(eq(people.id, personId), isNull(people.closedAt)));
}
