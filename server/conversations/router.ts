import {
  conversationIdInput,
  getConversationInput,
  listConversationsInput,
  startConversationInput,
  writeMessageInput,
} from "@/domain/schemas/conversations";
import { memberProcedure, router } from "@/server/procedures";
import { blockConversation, closeConversation, reopenConversation } from "./commands/move-conversation";
import { startConversation } from "./commands/start-conversation";
import { writeMessage } from "./commands/write-message";
import { getConversation, listConversations } from "./queries/get-conversation";

/** An organisation that wants to try a practice talks to its owner; nobody else reads it. */
export const conversationsRouter = router({
  list: memberProcedure.input(listConversationsInput).query(({ ctx, input }) => listConversations(ctx, input)),
  get: memberProcedure.input(getConversationInput).query(({ ctx, input }) => getConversation(ctx, input)),
  start: memberProcedure.input(startConversationInput).mutation(({ ctx, input }) => startConversation(ctx, input)),
  write: memberProcedure.input(writeMessageInput).mutation(({ ctx, input }) => writeMessage(ctx, input)),
  close: memberProcedure.input(conversationIdInput).mutation(({ ctx, input }) => closeConversation(ctx, input)),
  block: memberProcedure.input(conversationIdInput).mutation(({ ctx, input }) => blockConversation(ctx, input)),
  reopen: memberProcedure.input(conversationIdInput).mutation(({ ctx, input }) => reopenConversation(ctx, input)),
});
