import { z } from "zod";
import { chosenId, cursorInput, idInput, longText } from "./input";

const text = longText(4_000, 1);

/** The first message of an organisation that wants to try a practice. */
export const startConversationInput = z.object({ id: idInput, practiceId: idInput, organisationId: chosenId, text });
export type StartConversation = z.output<typeof startConversationInput>;
export const conversationIdInput = z.object({ conversationId: idInput });
export const getConversationInput = conversationIdInput.extend({ cursor: cursorInput });
export const writeMessageInput = conversationIdInput.extend({ id: idInput, text });
export type WriteMessage = z.output<typeof writeMessageInput>;
/** With a practice, only the conversations about it. */
export const listConversationsInput = z.object({ practiceId: idInput.optional(), cursor: cursorInput });
export type ListConversations = z.output<typeof listConversationsInput>;
