import { z } from "zod";
import { conversationStates } from "../conversations";
import { defineEvent } from "./event";

/** What people wrote is in the conversation alone. */
const ofConversation = z.object({
  conversationId: z.uuid(),
  practiceId: z.uuid(),
  title: z.string(),
  /** The organisation that wants to try the practice. */
  name: z.string(),
});

const page = ({ conversationId }: { conversationId: string }) => `/conversations/${conversationId}`;

// In no project: only people of the two organisations are told.
const between = { kind: null, audience: ["conversation"], page } as const;

export const conversationEvents = {
  "conversation.started": defineEvent({
    shape: ofConversation,
    ...between,
    channels: ["bell", "email"],
    asks: true,
  }),
  "conversation.message_added": defineEvent({
    shape: ofConversation,
    ...between,
    channels: ["bell", "email"],
    asks: false,
  }),
  "conversation.moved": defineEvent({
    shape: ofConversation.extend({ state: z.enum(conversationStates) }),
    ...between,
    channels: ["bell", "email"],
    asks: false,
  }),
};
