import { sql } from "drizzle-orm";
import { index, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { conversationStates } from "../../domain/conversations";
import { createdAt, id, timestamptz } from "../columns";
import { organisations } from "./organisations";
import { people } from "./people";
import { practices } from "./practices";

/** An organisation that wants to try a practice talks to its owner. Nobody else reads it, whatever their projects. */
export const conversations = pgTable(
  "conversations",
  {
    id: id(),
    practiceId: uuid("practice_id")
      .notNull()
      .references(() => practices.id),
    /** The organisation that wants to try it. */
    organisationId: uuid("organisation_id")
      .notNull()
      .references(() => organisations.id),
    startedBy: uuid("started_by")
      .notNull()
      .references(() => people.id),
    state: text("state", { enum: conversationStates }).notNull().default("open"),
    /** The organisation that closed or blocked it. */
    endedBy: uuid("ended_by").references(() => organisations.id),
    /** Of the newest message. */
    writtenAt: timestamptz("written_at").notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex("conversations_practice").on(t.practiceId, t.organisationId),
    index("conversations_organisation").on(t.organisationId, t.writtenAt, t.id),
    index("conversations_starter").on(t.startedBy),
    index("conversations_ended_by")
      .on(t.endedBy)
      .where(sql`${t.endedBy} is not null`),
  ],
);

export const conversationMessages = pgTable(
  "conversation_messages",
  {
    id: id(),
    conversationId: uuid("conversation_id")
      .notNull()
      .references(() => conversations.id),
    personId: uuid("person_id")
      .notNull()
      .references(() => people.id),
    /** The organisation that the person wrote for. */
    organisationId: uuid("organisation_id")
      .notNull()
      .references(() => organisations.id),
    text: text("text").notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    index("conversation_messages_conversation").on(t.conversationId, t.createdAt, t.id),
    index("conversation_messages_person").on(t.personId),
  ],
);
