import { sql } from "drizzle-orm";
import { boolean, date, index, integer, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { createdAt, id, timestamptz } from "../columns";
import { searchable, spellingIndex } from "../search-index";

export const people = pgTable(
  "people",
  {
    id: id(),
    name: text("name").notNull(),
    locale: text("locale").notNull().default("en"),
    /** IANA name; null for the browser's time zone. */
    timeZone: text("time_zone"),
    passwordHash: text("password_hash"),
    /** Checked for session cookies of releases before 0.2, which hold no session id. */
    sessionVersion: integer("session_version").notNull().default(1),
    seenAt: timestamptz("seen_at"),
    previousSeenAt: timestamptz("previous_seen_at"),
    /** False when links of e-mails may not do anything in the name of the person without a sign-in. */
    actLinks: boolean("act_links").notNull().default(true),
    demoRole: text("demo_role"),
    closedAt: timestamptz("closed_at"),
    createdAt: createdAt(),
  },
  (t) => [
    index("people_search").using("gin", searchable(sql`${t.name}`)),
    index("people_spelling").using("gin", spellingIndex(sql`${t.name}`)),
  ],
);

/** People who are away, and the colleague who stands in for them; rows of the past have no effect. */
export const absences = pgTable(
  "absences",
  {
    personId: uuid("person_id")
      .primaryKey()
      .references(() => people.id),
    /** The last day away. */
    until: date("until", { mode: "string" }).notNull(),
    /** The end of that day in the time zone of the person. */
    endsAt: timestamptz("ends_at").notNull(),
    /** Null when nobody stands in. In projects without a place for both of them in one organisation, nobody does. */
    standInId: uuid("stand_in_id").references(() => people.id),
    createdAt: createdAt(),
  },
  (t) => [
    index("absences_stand_in")
      .on(t.standInId)
      .where(sql`${t.standInId} is not null`),
  ],
);

export const addresses = pgTable(
  "addresses",
  {
    id: id(),
    personId: uuid("person_id")
      .notNull()
      .references(() => people.id),
    address: text("address").notNull(),
    isPrimary: boolean("is_primary").notNull().default(false),
    confirmedAt: timestamptz("confirmed_at"),
    /** Since when mail servers refuse this address for good; null again once an e-mail gets through. */
    refusedAt: timestamptz("refused_at"),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex("addresses_confirmed_once")
      .on(t.address)
      .where(sql`${t.confirmedAt} is not null`),
    uniqueIndex("addresses_person_address").on(t.personId, t.address),
    index("addresses_address").on(t.address),
    uniqueIndex("addresses_one_primary")
      .on(t.personId)
      .where(sql`${t.isPrimary}`),
  ],
);

export const identities = pgTable(
  "identities",
  {
    id: id(),
    personId: uuid("person_id")
      .notNull()
      .references(() => people.id),
    issuer: text("issuer").notNull(),
    subject: text("subject").notNull(),
    createdAt: createdAt(),
  },
  (t) => [uniqueIndex("identities_issuer_subject").on(t.issuer, t.subject), index("identities_person").on(t.personId)],
);

/** Sessions of people: the cookie holds the id of a row, which must not have ended. */
export const sessions = pgTable(
  "sessions",
  {
    id: id(),
    personId: uuid("person_id")
      .notNull()
      .references(() => people.id),
    browser: text("browser").notNull().default(""),
    system: text("system").notNull().default(""),
    /** When the person last entered a password or used an e-mailed link in this session. */
    verifiedAt: timestamptz("verified_at").notNull(),
    /** Written at most once an hour. */
    lastSeenAt: timestamptz("last_seen_at").notNull(),
    endedAt: timestamptz("ended_at"),
    createdAt: createdAt(),
  },
  (t) => [index("sessions_person").on(t.personId, t.lastSeenAt, t.id), index("sessions_last_seen").on(t.lastSeenAt)],
);

export const tokenPurposes = ["confirm", "reset", "sign_in", "first_session"] as const;

export const personTokens = pgTable(
  "person_tokens",
  {
    id: id(),
    purpose: text("purpose", { enum: tokenPurposes }).notNull(),
    hash: text("hash").notNull(),
    personId: uuid("person_id")
      .notNull()
      .references(() => people.id),
    addressId: uuid("address_id")
      .notNull()
      .references(() => addresses.id, { onDelete: "cascade" }),
    expiresAt: timestamptz("expires_at").notNull(),
    usedAt: timestamptz("used_at"),
    createdAt: createdAt(),
  },
  (t) => [uniqueIndex("person_tokens_hash").on(t.hash), index("person_tokens_person").on(t.personId)],
);
