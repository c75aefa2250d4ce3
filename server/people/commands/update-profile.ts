import { eq } from "drizzle-orm";
import { people } from "@/db/schema";
import type { Profile } from "@/domain/schemas/people";
import { record } from "@/server/events/record";
import type { MemberContext } from "@/server/context";
import { moveAbsence } from "./set-away";

/** Updates the person's displayed name and the language of e-mails. */
export async function updateProfile(ctx: MemberContext, input: Profile): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    await tx.update(people).set(input).where(eq(people.id, ctx.actor.personId));
    if (input.timeZone && input.timeZone !== ctx.actor.timeZone) await moveAbsence(tx, ctx, input.timeZone);
    await record(tx, ctx, {}, { type: "person.profile_changed", data: {} });
  });
}
