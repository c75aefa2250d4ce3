import { eq } from "drizzle-orm";
import { organisations } from "@/db/schema";
import { record } from "@/server/events/record";
import { authorize } from "@/server/authorize";
import type { MemberContext } from "@/server/context";
import { getOrganisation } from "../queries";

/** Hides the public page of an organisation or shows it again. Errors: organisation.not_found, forbidden. */
export async function setOrganisationPage(
  ctx: MemberContext,
  { organisationId, hidden }: { organisationId: string; hidden: boolean },
): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const before = await getOrganisation({ ...ctx, db: tx }, organisationId);
    authorize(ctx.actor, "organisation.edit", { organisationId });
    if (before.publicPageHidden === hidden) return;
    await tx.update(organisations).set({ publicPageHidden: hidden }).where(eq(organisations.id, organisationId));
    const data = { name: before.legalName, fields: ["publicPageHidden"] };
    await record(tx, ctx, { organisationId }, { type: "organisation.updated", data });
  });
}
