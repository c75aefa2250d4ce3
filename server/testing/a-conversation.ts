import { v7 as uuid } from "uuid";
import type { Db } from "@/db/client";
import { conversationMessages, conversations } from "@/db/schema";
import type { ConversationState } from "@/domain/conversations";
import { noon, type Side } from "./factories";

/** A conversation about a practice, begun by an organisation that wants to try it. */
export async function aConversation(
  db: Db,
  practiceId: string,
  by: Side,
  state: ConversationState = "open",
): Promise<string> {
  const id = uuid();
  const { organisationId, contributor: personId } = by;
  const endedBy = state === "open" ? null : organisationId;
  const at = { createdAt: noon };
  await db
    .insert(conversations)
    .values({ ...at, id, practiceId, organisationId, startedBy: personId, state, endedBy, writtenAt: noon });
  await db
    .insert(conversationMessages)
    .values({ ...at, id, conversationId: id, personId, organisationId, text: "Hello" });
  return id;
}
