import { and, desc, eq, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { conversationMessages, conversations, organisations, people, practices } from "@/db/schema";
import { mayMove } from "@/domain/conversations";
import { DomainError } from "@/domain/errors";
import { decodeCursor, pageSize, toPage } from "@/domain/page";
import type { ListConversations } from "@/domain/schemas/conversations";
import type { MemberContext } from "@/server/context";
import { publishedTitle } from "@/server/practices/queries/published-title";
import { ofOwnOrganisations, sideOf } from "../commands/lock-conversation";

const owners = alias(organisations, "owners");

const columns = {
  id: conversations.id,
  state: conversations.state,
  endedBy: conversations.endedBy,
  writtenAt: conversations.writtenAt,
  practice: {
    id: practices.id,
    slug: practices.slug,
    title: publishedTitle,
    isPublic: sql<boolean>`${practices.edition} is not null`,
  },
  organisation: { id: organisations.id, shortName: organisations.shortName, legalName: organisations.legalName },
  owner: { id: owners.id, shortName: owners.shortName, legalName: owners.legalName },
};

const select = (ctx: MemberContext) =>
  ctx.db
    .select(columns)
    .from(conversations)
    .innerJoin(practices, eq(practices.id, conversations.practiceId))
    .innerJoin(organisations, eq(organisations.id, conversations.organisationId))
    .innerJoin(owners, eq(owners.id, practices.organisationId));

/** A conversation of the actor's organisations with its newest messages. Errors: conversation.not_found. */
export async function getConversation(
  ctx: MemberContext,
  input: { conversationId: string; cursor?: string | undefined },
) {
  const [row] = await select(ctx).where(and(eq(conversations.id, input.conversationId), ofOwnOrganisations(ctx.actor)));
  if (!row) throw new DomainError("conversation.not_found");
  const side = sideOf(ctx.actor, { organisationId: row.organisation.id, ownerId: row.owner.id });
  const [at, after] = decodeCursor(input.cursor, ["moment", "uuid"]) ?? [];
  const messages = await ctx.db
    .select({
      id: conversationMessages.id,
      text: conversationMessages.text,
      createdAt: conversationMessages.createdAt,
      organisation: organisations.shortName,
      isOwn: sql<boolean>`${conversationMessages.personId} = ${ctx.actor.personId}`,
      person: sql<string | null>`case when ${people.closedAt} is null then ${people.name} end`,
    })
    .from(conversationMessages)
    .innerJoin(people, eq(people.id, conversationMessages.personId))
    .innerJoin(organisations, eq(organisations.id, conversationMessages.organisationId))
    .where(
      and(
        eq(conversationMessages.conversationId, row.id),
        after === undefined
          ? undefined
          : sql`(${conversationMessages.createdAt}, ${conversationMessages.id})
              < (${new Date(Number(at)).toISOString()}::timestamptz, ${String(after)}::uuid)`,
      ),
    )
    .orderBy(desc(conversationMessages.createdAt), desc(conversationMessages.id))
    .limit(pageSize + 1);
  return {
    ...row,
    side,
    messages: toPage(messages, pageSize, (message) => [message.createdAt.getTime(), message.id]),
    can: {
      "conversation.write": row.state === "open",
      "conversation.close": mayMove(row, "close", side),
      "conversation.block": mayMove(row, "block", side),
      "conversation.reopen": mayMove(row, "reopen", side),
    },
  };
}

/** The conversations of the actor's organisations, the most recently written first. */
export async function listConversations(ctx: MemberContext, input: ListConversations) {
  const [at, after] = decodeCursor(input.cursor, ["moment", "uuid"]) ?? [];
  const rows = await select(ctx)
    .where(
      and(
        ofOwnOrganisations(ctx.actor),
        input.practiceId === undefined ? undefined : eq(conversations.practiceId, input.practiceId),
        after === undefined
          ? undefined
          : sql`(${conversations.writtenAt}, ${conversations.id})
              < (${new Date(Number(at)).toISOString()}::timestamptz, ${String(after)}::uuid)`,
      ),
    )
    .orderBy(desc(conversations.writtenAt), desc(conversations.id))
    .limit(pageSize + 1);
  return toPage(rows, pageSize, (row) => [row.writtenAt.getTime(), row.id]);
}
