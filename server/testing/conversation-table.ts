import { v7 as uuid } from "uuid";
import type { PermissionTable } from "./world";

/** The rows of the permission table for conversations: the stranger's organisation began one with the partner. */
export const conversationTable: PermissionTable = {
  "conversations.list": ["U o o o o o o o o", (api, w) => api.conversations.list({ practiceId: w.publicPractice })],
  "conversations.get": ["U o o o o N N N N", (api, w) => api.conversations.get({ conversationId: w.conversation })],
  "conversations.start": [
    "U o F F F F F F F",
    (api, w) =>
      api.conversations.start({
        ...{ id: uuid(), practiceId: w.otherPractice, organisationId: w.elsewhere },
        text: "May we try it?",
      }),
  ],
  "conversations.write": [
    "U o o o o N N N N",
    (api, w) => api.conversations.write({ id: uuid(), conversationId: w.conversation, text: "Gladly." }),
  ],
  "conversations.close": ["U o o o o N N N N", (api, w) => api.conversations.close({ conversationId: w.conversation })],
  "conversations.block": ["U o o o o N N N N", (api, w) => api.conversations.block({ conversationId: w.conversation })],
  "conversations.reopen": [
    "U o o o o N N N N",
    (api, w) => api.conversations.reopen({ conversationId: w.closedConversation }),
  ],
};
