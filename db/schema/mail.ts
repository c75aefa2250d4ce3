import { index, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { createdAt, id, timestamptz } from "../columns";
import { people } from "./people";

/** Every e-mail that was or will be sent. Content is stored only when no SMTP server is configured. */
export const mails = pgTable(
  "mails",
  {
    id: id(),
    /** Makes sending idempotent: one e-mail per cause and address. */
    dedupeKey: text("dedupe_key").notNull(),
    template: text("template").notNull(),
    address: text("address").notNull(),
    personId: uuid("person_id").references(() => people.id),
    subject: text("subject").notNull(),
    html: text("html"),
    text: text("text"),
    status: text("status", { enum: ["queued", "sent", "failed", "kept"] }).notNull(),
    error: text("error"),
    sentAt: timestamptz("sent_at"),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex("mails_dedupe").on(t.dedupeKey),
    index("mails_address").on(t.address, t.createdAt),
    index("mails_created").on(t.createdAt, t.id),
  ],
);

/** Addresses that stopped e-mails of a kind. */
export const mailStops = pgTable(
  "mail_stops",
  {
    id: id(),
    address: text("address").notNull(),
    kind: text("kind", { enum: ["invitations", "reminders", "news", "reports", "follows", "letters"] }).notNull(),
    createdAt: createdAt(),
  },
  (t) => [uniqueIndex("mail_stops_once").on(t.address, t.kind)],
);
