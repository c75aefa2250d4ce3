import { eq, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { people } from "@/db/schema";
import { DomainError } from "@/domain/errors";
import type { ChangePassword, Profile, ResetPassword } from "@/domain/schemas/people";
import { record } from "@/server/activity/record";
import { checkPassword, hashPassword } from "@/server/auth/password";
import { endSessions } from "@/server/auth/session-rows";
import { limit } from "@/server/rate-limit";
import type { Context, MemberContext } from "@/server/context";
import { logSecurity } from "@/server/security-log";
import { endLinks, proveAddress, spendToken } from "./confirm-address";
import { erasePerson } from "./erase-person";
import { requirePasswordOrIdentity } from "./identity";
import { mainAddress, tellAccountChange } from "./tell-account-change";

async function setPassword(tx: Db, now: Date, personId: string, passwordHash: string): Promise<void> {
  await tx.update(people).set({ passwordHash }).where(eq(people.id, personId));
  await endSessions(tx, now, personId);
  await endLinks(tx, now, personId);
  const main = await mainAddress(tx, personId);
  await tellAccountChange(tx, personId, [main], { change: "password", address: main ?? "" });
  await record(tx, { actor: null, personId, now }, {}, { type: "person.password_changed", data: {} });
}

/** Sets a new password by a mailed link, which proves the address and ends every session. */
export async function resetPassword(ctx: Context, input: ResetPassword): Promise<void> {
  await limit("tokenIp", ctx.ip);
  await checkPassword(input.password);
  const passwordHash = await hashPassword(input.password);
  const account = await ctx.db.transaction(async (tx) => {
    const spent = await spendToken(tx, ctx.now, input.token, "reset");
    const { personId } = await proveAddress(tx, ctx.now, spent);
    await setPassword(tx, ctx.now, personId, passwordHash);
    return personId;
  });
  logSecurity("password.changed", { account, network: ctx.ip });
}

/**
 * Changes the password, or sets the first one; every session and open link ends, and the main address is told. Errors:
 * person.*password_*, person.identity_unverified.
 */
export async function changePassword(ctx: MemberContext, input: ChangePassword): Promise<void> {
  await requirePasswordOrIdentity(ctx, input.current, "current");
  await checkPassword(input.password);
  const passwordHash = await hashPassword(input.password);
  await ctx.db.transaction((tx) => setPassword(tx, ctx.now, ctx.actor.personId, passwordHash));
  logSecurity("password.changed", { account: ctx.actor.personId, network: ctx.ip });
}

/** Changes the name others see and the language of mails. */
export async function updateProfile(ctx: MemberContext, input: Profile): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    await tx.update(people).set(input).where(eq(people.id, ctx.actor.personId));
    await record(tx, ctx, {}, { type: "person.profile_changed", data: {} });
  });
}

/**
 * Closes the account: what is personal goes, what was done stays as "a former member". Refused while the person is the
 * only manager of a coordinating organisation, or the only admin of an organisation with other people.
 */
export async function closeAccount(ctx: MemberContext, input: { password: string }): Promise<void> {
  await requirePasswordOrIdentity(ctx, input.password, "password");
  const me = ctx.actor.personId;
  await ctx.db.transaction(async (tx) => {
    // Two managers who close their accounts at the same moment would each take the other for the one who stays.
    await tx.execute(sql`select pa.id from participations pa join participation_people pp on pp.participation_id = pa.id
      where pp.person_id = ${me} and pp.ended_at is null order by pa.id for update of pa`);
    const [alone] = await tx.execute<{ projects: string[]; organisations: string[] }>(sql`
      select
        coalesce((select json_agg(pr.acronym) from participation_people pp
          join participations pa on pa.id = pp.participation_id and pa.kind = 'coordinator'
          join projects pr on pr.id = pp.project_id and pr.status <> 'closed'
          where pp.person_id = ${me} and pp.ended_at is null and pp.role = 'manager'
            and not exists (select 1 from participation_people o where o.participation_id = pp.participation_id
              and o.person_id <> ${me} and o.ended_at is null and o.role = 'manager')), '[]') as projects,
        coalesce((select json_agg(og.short_name) from organisation_people op join organisations og on og.id = op.organisation_id
          where op.person_id = ${me} and op.role = 'admin'
            and exists (select 1 from organisation_people o where o.organisation_id = op.organisation_id and o.person_id <> ${me})
            and not exists (select 1 from organisation_people o where o.organisation_id = op.organisation_id
              and o.person_id <> ${me} and o.role = 'admin')), '[]') as organisations`);
    if (alone && alone.projects.length > 0)
      throw new DomainError("person.only_manager", { names: alone.projects.join(", ") });
    if (alone && alone.organisations.length > 0) {
      throw new DomainError("person.last_admin", { names: alone.organisations.join(", ") });
    }
    await erasePerson(tx, ctx.now, me);
  });
}
