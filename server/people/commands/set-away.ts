import { and, eq, gt } from "drizzle-orm";
import type { Db } from "@/db/client";
import { absences } from "@/db/schema";
import { addDays, dayIn, type IsoDate, startOfDayIn } from "@/domain/dates";
import { DomainError } from "@/domain/errors";
import type { SetAway } from "@/domain/schemas/people";
import { defaultReader } from "@/messages/translators";
import type { MemberContext } from "@/server/context";
import { record } from "@/server/events/record";
import { listColleagues } from "../queries/absence";

/** When the day ends in a time zone. */
const endOf = (day: IsoDate, timeZone: string) => startOfDayIn(addDays(day, 1), timeZone);

/**
 * Stores that the person is away until the end of a day in their time zone, and which colleague stands in; the last call
 * counts. The colleague is told when they were not named before. Errors: person.away_outside, person.stand_in_unknown.
 */
export async function setAway(ctx: MemberContext, { until, standInId, timeZone }: SetAway): Promise<void> {
  const { personId } = ctx.actor;
  const zone = ctx.actor.timeZone ?? timeZone ?? defaultReader.timeZone;
  const today = dayIn(ctx.now, zone);
  if (until < today || until > addDays(today, 366)) throw new DomainError("person.away_outside", { field: "until" });
  await ctx.db.transaction(async (tx) => {
    if (standInId !== null && !(await listColleagues(tx, ctx)).some(({ id }) => id === standInId)) {
      throw new DomainError("person.stand_in_unknown", { field: "standInId" });
    }
    const [before] = await tx.select().from(absences).where(eq(absences.personId, personId)).for("update");
    const values = { until, standInId, endsAt: endOf(until, zone), createdAt: ctx.now };
    await tx
      .insert(absences)
      .values({ personId, ...values })
      .onConflictDoUpdate({ target: absences.personId, set: values });
    const still = before !== undefined && before.endsAt > ctx.now ? before : null;
    if (still?.until === until && still.standInId === standInId) return;
    await record(tx, ctx, {}, { type: "person.away", data: { until } });
    if (standInId === null || still?.standInId === standInId) return;
    await record(tx, ctx, {}, { type: "person.stand_in_named", data: { personId: standInId, until } });
  });
}

/** Ends the absence of the person now. Without one it changes nothing. */
export async function comeBack(ctx: MemberContext): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const [ended] = await tx
      .update(absences)
      .set({ endsAt: ctx.now })
      .where(and(eq(absences.personId, ctx.actor.personId), gt(absences.endsAt, ctx.now)))
      .returning({ personId: absences.personId });
    if (ended) await record(tx, ctx, {}, { type: "person.back", data: {} });
  });
}

/** Moves the end of an absence to the end of the same day in another time zone. */
export async function moveAbsence(tx: Db, ctx: MemberContext, timeZone: string): Promise<void> {
  const own = and(eq(absences.personId, ctx.actor.personId), gt(absences.endsAt, ctx.now));
  const [away] = await tx.select().from(absences).where(own).for("update");
  if (away)
    await tx
      .update(absences)
      .set({ endsAt: endOf(away.until, timeZone) })
      .where(own);
}
