import { and, eq, isNotNull } from "drizzle-orm";
import { conversationMessages, conversations, organisations, practices } from "@/db/schema";
import { DomainError } from "@/domain/errors";
import type { StartConversation } from "@/domain/schemas/conversations";
import { authorize } from "@/server/authorize";
import type { MemberContext } from "@/server/context";
import { record } from "@/server/events/record";
import { limit } from "@/server/rate-limit";
import { publishedTitle } from "@/server/practices/queries/published-title";

/**
 * Says to the owner of a public practice that an organisation of the actor wants to try it, with a first message, which
 * has the same id. A repeated id changes nothing. Errors: practice.not_found, conversation.own_practice, forbidden,
 * conversation.exists, input.id_taken, rate.limited.
 */
export async function startConversation(ctx: MemberContext, input: StartConversation): Promise<{ id: string }> {
  await limit("conversations", ctx.actor.personId);
  return ctx.db.transaction(async (tx) => {
    const { id, practiceId, organisationId, text } = input;
    const [practice] = await tx
      .select({ organisationId: practices.organisationId, title: publishedTitle })
      .from(practices)
      .where(and(eq(practices.id, practiceId), isNotNull(practices.edition)));
    if (!practice) throw new DomainError("practice.not_found");
    authorize(ctx.actor, "conversation.start", { organisationId });
    if (practice.organisationId === organisationId) throw new DomainError("conversation.own_practice");
    const { personId } = ctx.actor;
    const [made] = await tx
      .insert(conversations)
      .values({ id, practiceId, organisationId, startedBy: personId, writtenAt: ctx.now, createdAt: ctx.now })
      .onConflictDoNothing()
      .returning({ id: conversations.id });
    if (!made) {
      const between = and(eq(conversations.practiceId, practiceId), eq(conversations.organisationId, organisationId));
      const [exists] = await tx.select().from(conversations).where(between);
      if (exists?.id === id && exists.startedBy === personId) return { id };
      if (exists) throw new DomainError("conversation.exists", { field: "organisationId" });
      throw new DomainError("input.id_taken");
    }
    await tx
      .insert(conversationMessages)
      .values({ id, conversationId: id, personId, organisationId, text, createdAt: ctx.now });
    const [trying] = await tx
      .select({ name: organisations.shortName })
      .from(organisations)
      .where(eq(organisations.id, organisationId));
    const data = { conversationId: id, practiceId, title: practice.title, name: trying?.name ?? "" };
    await record(tx, ctx, { organisationId }, { type: "conversation.started", data });
    return { id };
  });
}
