import { sql } from "drizzle-orm";
import { index, jsonb, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { replicationStatuses } from "../../domain/replications";
import type { ReplicationContent } from "../../domain/schemas/replications";
import { createdAt, id, timestamptz, revision } from "../columns";
import { organisations } from "./organisations";
import { people } from "./people";
import { practices } from "./practices";

/** Reports of organisations that tried a practice of another one. */
export const replications = pgTable(
  "replications",
  {
    id: id(),
    practiceId: uuid("practice_id")
      .notNull()
      .references(() => practices.id),
    /** The organisation that tried it. */
    organisationId: uuid("organisation_id")
      .notNull()
      .references(() => organisations.id),
    authorId: uuid("author_id")
      .notNull()
      .references(() => people.id),
    content: jsonb("content").$type<ReplicationContent>().notNull(),
    status: text("status", { enum: replicationStatuses }).notNull().default("draft"),
    sentAt: timestamptz("sent_at"),
    /** What the owner of the practice says about it; public with the report. */
    answer: text("answer").notNull().default(""),
    answeredBy: uuid("answered_by").references(() => people.id),
    answeredAt: timestamptz("answered_at"),
    publishedAt: timestamptz("published_at"),
    revision: revision(),
    createdAt: createdAt(),
  },
  (t) => [
    index("replications_practice").on(t.practiceId, t.id),
    index("replications_organisation").on(t.organisationId, t.id),
    index("replications_author").on(t.authorId),
    index("replications_waiting")
      .on(t.sentAt)
      .where(sql`${t.status} = 'sent'`),
  ],
);
