import { and, asc, eq, gt, inArray, isNull, ne } from "drizzle-orm";
import type { Db } from "@/db/client";
import { absences, participationPeople, participations, people } from "@/db/schema";
import { contributingParticipations } from "@/domain/actor";
import type { MemberContext } from "@/server/context";
import { stillIn } from "@/server/still-in";

/** How many colleagues a choice offers. */
const mostColleagues = 200;

/** The person's own absence, null while they are there, and the colleagues of all their projects who can stand in. */
export async function getAbsence(ctx: MemberContext) {
  const { personId } = ctx.actor;
  const [away] = await ctx.db
    .select({ until: absences.until, standInId: absences.standInId })
    .from(absences)
    .where(and(eq(absences.personId, personId), gt(absences.endsAt, ctx.now)));
  return { away: away ?? null, colleagues: await listColleagues(ctx.db, ctx) };
}

/** The people who can stand in for the actor in one project or more, by name. */
export async function listColleagues(db: Db, { actor, now }: Pick<MemberContext, "actor" | "now">) {
  const own = contributingParticipations(actor).map(({ participationId }) => participationId);
  if (own.length === 0) return [];
  return db
    .selectDistinct({ id: people.id, name: people.name })
    .from(participationPeople)
    .innerJoin(participations, eq(participations.id, participationPeople.participationId))
    .innerJoin(people, eq(people.id, participationPeople.personId))
    .where(
      and(
        inArray(participations.id, own),
        isNull(participationPeople.endedAt),
        stillIn(participations.endedOn, now),
        isNull(people.closedAt),
        ne(participationPeople.role, "viewer"),
        ne(people.id, actor.personId),
      ),
    )
    .orderBy(asc(people.name), asc(people.id))
    .limit(mostColleagues);
}
