import { eq } from "drizzle-orm";
import { conversations } from "@/db/schema";
import { type ConversationMove, decideConversation } from "@/domain/conversations";
import type { MemberContext } from "@/server/context";
import { record } from "@/server/events/record";
import { lockConversation } from "./lock-conversation";

async function move(ctx: MemberContext, conversationId: string, to: ConversationMove): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const { side, organisationId, named, ...before } = await lockConversation(tx, ctx.actor, conversationId);
    const state = decideConversation(before, to, side);
    const endedBy = state === "open" ? null : side;
    await tx.update(conversations).set({ state, endedBy }).where(eq(conversations.id, conversationId));
    const data = { ...named, state };
    await record(tx, ctx, { organisationId }, { type: "conversation.moved", data });
  });
}

type Input = { conversationId: string };

/** Closes a conversation, which both sides may open again. Errors: conversation.not_found, conversation.wrong_state. */
export const closeConversation = (ctx: MemberContext, input: Input) => move(ctx, input.conversationId, "close");

/**
 * Blocks a conversation: the other organisation can neither write nor open it again. Errors: conversation.not_found,
 * conversation.wrong_state.
 */
export const blockConversation = (ctx: MemberContext, input: Input) => move(ctx, input.conversationId, "block");

/** Opens a conversation again. Errors: conversation.not_found, conversation.wrong_state. */
export const reopenConversation = (ctx: MemberContext, input: Input) => move(ctx, input.conversationId, "reopen");
