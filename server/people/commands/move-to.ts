import { sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { endSessions } from "@/server/auth/session-rows";

/** Columns that say by whom something was made, done or begun: they go to the other account as they are. */
const doneBy = [
  ["project_drafts", "person_id"],
  ["projects", "created_by"],
  ["invitations", "invited_by"],
  ["invitations", "decided_by"],
  ["join_requests", "decided_by"],
  ["activity", "person_id"],
  ["uploads", "person_id"],
  ["file_versions", "uploaded_by"],
  ["file_versions", "withdrawn_by"],
  ["submissions", "submitted_by"],
  ["submissions", "decided_by"],
  ["reviews", "requested_by"],
  ["comments", "person_id"],
  ["practices", "author_id"],
] as const;

/** Columns with rules of their own below, or that end with the account: table and column. */
const otherwise = [
  ["reviews", "reviewer_id"],
  ["join_requests", "person_id"],
  ["organisation_people", "person_id"],
  ["participation_people", "person_id"],
  ["addresses", "person_id"],
  ["identities", "person_id"],
  ["mails", "person_id"],
  ["person_tokens", "person_id"],
  ["sessions", "person_id"],
] as const;

/** Every column that refers to a person, as a merge treats it. */
export const mergedColumns = [...doneBy, ...otherwise].map(([table, column]) => `${table}.${column}`);

/** Hands all that an account holds to another one of the same person, in the caller's transaction, and ends it. */
export async function moveTo(tx: Db, now: Date, from: string, to: string): Promise<void> {
  for (const [table, column] of doneBy) {
    const name = sql.identifier(column);
    await tx.execute(sql`update ${sql.identifier(table)} set ${name} = ${to} where ${name} = ${from}`);
  }
  await tx.execute(sql`update reviews r set reviewer_id = ${to} where r.reviewer_id = ${from}
    and not exists (select 1 from reviews o where o.submission_id = r.submission_id and o.reviewer_id = ${to})`);
  await tx.execute(sql`update join_requests r set person_id = ${to} where r.person_id = ${from}
    and not exists (select 1 from join_requests o where o.organisation_id = r.organisation_id and o.person_id = ${to})`);
  await tx.execute(sql`delete from join_requests where person_id = ${from}`);
  await tx.execute(sql`update organisation_people o set role = 'admin' from organisation_people f
    where o.person_id = ${to} and f.person_id = ${from} and f.organisation_id = o.organisation_id and f.role = 'admin'`);
  await tx.execute(sql`update organisation_people f set person_id = ${to} where f.person_id = ${from}
    and not exists (select 1 from organisation_people o where o.person_id = ${to} and o.organisation_id = f.organisation_id)`);
  await tx.execute(sql`delete from organisation_people where person_id = ${from}`);
  await tx.execute(sql`update participation_people f set person_id = ${to} where f.person_id = ${from} and not exists (
    select 1 from participation_people o where o.person_id = ${to} and o.project_id = f.project_id and o.ended_at is null)`);
  await tx.execute(sql`update participation_people set ended_at = ${now.toISOString()}::timestamptz
    where person_id = ${from} and ended_at is null`);
  await tx.execute(sql`update identities set person_id = ${to} where person_id = ${from}`);
  await tx.execute(sql`update mails set person_id = ${to} where person_id = ${from}`);
  // Open links of the account that ends go with its addresses; tokens of both are tied to an address.
  await tx.execute(sql`delete from addresses where person_id = ${from}`);
  await tx.execute(sql`update people set closed_at = ${now.toISOString()}::timestamptz, password_hash = null
    where id = ${from}`);
  await endSessions(tx, now, from);
}
