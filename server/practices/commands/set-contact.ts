import { eq } from "drizzle-orm";
import { practices } from "@/db/schema";
import { DomainError } from "@/domain/errors";
import { record } from "@/server/events/record";
import { authorize } from "@/server/authorize";
import type { MemberContext } from "@/server/context";
import { lockPractice } from "./lock-practice";

/**
 * Makes the actor the contact of a practice, who agrees that everyone can read their name and e-mail address, or removes
 * the contact. Only the person can agree; they and those who may edit can remove it. Errors: practice.not_found, forbidden.
 */
export async function setContact(
  ctx: MemberContext,
  { practiceId, agreed }: { practiceId: string; agreed: boolean },
): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const practice = await lockPractice(tx, ctx, practiceId);
    const { personId } = ctx.actor;
    const isOwn = practice.contactId === personId;
    // The agreement can be withdrawn at any time, also in a closed project.
    if (agreed || !isOwn) authorize(ctx.actor, "practice.edit", practice);
    if (agreed && practice.contactId !== null && !isOwn) throw new DomainError("practice.has_contact");
    const contactId = agreed ? personId : null;
    if (practice.contactId === contactId) return;
    await tx.update(practices).set({ contactId }).where(eq(practices.id, practiceId));
    const data = { practiceId, title: practice.title, agreed };
    await record(tx, ctx, { projectId: practice.projectId }, { type: "practice.contact_changed", data });
  });
}
