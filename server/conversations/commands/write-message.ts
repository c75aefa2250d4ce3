import { and, eq } from "drizzle-orm";
import { conversationMessages, conversations } from "@/db/schema";
import { DomainError } from "@/domain/errors";
import type { WriteMessage } from "@/domain/schemas/conversations";
import type { MemberContext } from "@/server/context";
import { record } from "@/server/events/record";
import { lockConversation } from "./lock-conversation";

/**
 * Adds a message to an open conversation; a repeated id adds none. Errors: conversation.not_found,
 * conversation.wrong_state once it was closed or blocked, input.id_taken.
 */
export async function writeMessage(ctx: MemberContext, { id, conversationId, text }: WriteMessage): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const { state, side, organisationId, named } = await lockConversation(tx, ctx.actor, conversationId);
    const { personId } = ctx.actor;
    const [again] = await tx
      .select({ id: conversationMessages.id })
      .from(conversationMessages)
      .where(
        and(
          eq(conversationMessages.id, id),
          eq(conversationMessages.conversationId, conversationId),
          eq(conversationMessages.personId, personId),
        ),
      );
    if (again) return;
    if (state !== "open") throw new DomainError("conversation.wrong_state", { state });
    const message = { id, conversationId, personId, organisationId: side, text, createdAt: ctx.now };
    const [added] = await tx
      .insert(conversationMessages)
      .values(message)
      .onConflictDoNothing()
      .returning({ id: conversationMessages.id });
    if (!added) throw new DomainError("input.id_taken");
    await tx.update(conversations).set({ writtenAt: ctx.now }).where(eq(conversations.id, conversationId));
    await record(tx, ctx, { organisationId }, { type: "conversation.message_added", data: named });
  });
}
