import { sql } from "drizzle-orm";
import { DomainError } from "@/domain/errors";
import type { MemberContext } from "@/server/context";
import { erasePerson } from "./erase-person";
import { requirePasswordOrIdentity } from "./require-identity";

/**
 * Closes the account: personal data is erased, work stays under "a former member". Refused while the person is the only
 * manager of a coordinating organisation, or the only admin of an organisation with other people.
 */
export async function closeAccount(ctx: MemberContext, input: { password: string }): Promise<void> {
  await requirePasswordOrIdentity(ctx, input.password, "password");
  const me = ctx.actor.personId;
  await ctx.db.transaction(async (tx) => {
    // Locked, because two managers who close their accounts at the same time would each count the other as remaining.
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
