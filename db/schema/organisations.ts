import { sql } from "drizzle-orm";
import { boolean, index, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { createdAt, id, timestamptz, revision } from "../columns";
import { searchable, spellingIndex } from "../search-index";
import { people } from "./people";

export const organisations = pgTable(
  "organisations",
  {
    id: id(),
    legalName: text("legal_name").notNull(),
    shortName: text("short_name").notNull(),
    /** Normalised legal name (without case, accents, legal forms) for similarity search. */
    nameKey: text("name_key").notNull(),
    country: text("country").notNull(),
    city: text("city"),
    type: text("type"),
    publicBody: boolean("public_body").notNull().default(false),
    nonProfit: boolean("non_profit").notNull().default(false),
    oid: text("oid"),
    pic: text("pic"),
    website: text("website"),
    /** Null while the organisation exists only in an invitation and has no people. */
    claimedAt: timestamptz("claimed_at"),
    /** The slug of the public page, which changes with the short name. */
    publicSlug: text("public_slug").notNull(),
    publicPageHidden: boolean("public_page_hidden").notNull().default(false),
    revision: revision(),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex("organisations_oid")
      .on(t.oid)
      .where(sql`${t.claimedAt} is not null`),
    uniqueIndex("organisations_pic")
      .on(t.pic)
      .where(sql`${t.claimedAt} is not null`),
    index("organisations_name_trgm").using("gin", sql`latin_letters(${t.nameKey}) gin_trgm_ops`),
    uniqueIndex("organisations_public_slug").on(t.publicSlug),
    index("organisations_country").on(t.country, t.id),
    index("organisations_search").using(
      "gin",
      searchable(sql`${t.legalName} || ' ' || ${t.shortName} || ' ' || coalesce(${t.city}, '')`),
    ),
    index("organisations_spelling").using(
      "gin",
      spellingIndex(sql`${t.legalName} || ' ' || ${t.shortName} || ' ' || coalesce(${t.city}, '')`),
    ),
  ],
);

export const organisationPeople = pgTable(
  "organisation_people",
  {
    id: id(),
    organisationId: uuid("organisation_id")
      .notNull()
      .references(() => organisations.id),
    personId: uuid("person_id")
      .notNull()
      .references(() => people.id),
    role: text("role", { enum: ["admin", "member"] }).notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex("organisation_people_once").on(t.organisationId, t.personId),
    index("organisation_people_person").on(t.personId),
  ],
);

export const joinRequests = pgTable(
  "join_requests",
  {
    id: id(),
    organisationId: uuid("organisation_id")
      .notNull()
      .references(() => organisations.id),
    personId: uuid("person_id")
      .notNull()
      .references(() => people.id),
    /** Set when accepting an invitation waits for an admin of the organisation. */
    invitationId: uuid("invitation_id"),
    status: text("status", { enum: ["pending", "accepted", "declined"] })
      .notNull()
      .default("pending"),
    decidedBy: uuid("decided_by").references(() => people.id),
    decidedAt: timestamptz("decided_at"),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex("join_requests_pending_once")
      .on(t.organisationId, t.personId)
      .where(sql`${t.status} = 'pending'`),
    index("join_requests_organisation").on(t.organisationId, t.status),
    index("join_requests_person").on(t.personId),
  ],
);
