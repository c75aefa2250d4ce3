import { and, eq, inArray, or } from "drizzle-orm";
import type { Db } from "@/db/client";
import { conversations, organisations, practices } from "@/db/schema";
import type { Actor } from "@/domain/actor";
import { DomainError } from "@/domain/errors";
import { publishedTitle } from "@/server/practices/queries/published-title";

/** Conversations of the actor's organisations: those that want to try a practice, and those that own it. */
export function ofOwnOrganisations(actor: Actor) {
  const own = actor.organisations.map(({ organisationId }) => organisationId);
  return or(inArray(conversations.organisationId, own), inArray(practices.organisationId, own));
}

/** The organisation of a conversation that the actor speaks for. */
export const sideOf = (actor: Actor, sides: { organisationId: string; ownerId: string }): string =>
  actor.organisations.some(({ organisationId }) => organisationId === sides.organisationId)
    ? sides.organisationId
    : sides.ownerId;

/** Loads and locks a conversation of the actor's organisations. Errors: conversation.not_found. */
export async function lockConversation(tx: Db, actor: Actor, conversationId: string) {
  const [row] = await tx
    .select({
      conversation: conversations,
      ownerId: practices.organisationId,
      title: publishedTitle,
      name: organisations.shortName,
    })
    .from(conversations)
    .innerJoin(practices, eq(practices.id, conversations.practiceId))
    .innerJoin(organisations, eq(organisations.id, conversations.organisationId))
    .where(and(eq(conversations.id, conversationId), ofOwnOrganisations(actor)))
    .for("no key update", { of: conversations });
  if (!row) throw new DomainError("conversation.not_found");
  const { conversation, ownerId, title, name } = row;
  const { practiceId, organisationId } = conversation;
  return {
    ...conversation,
    side: sideOf(actor, { organisationId, ownerId }),
    named: { conversationId, practiceId, title, name },
  };
}
