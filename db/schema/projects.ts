import { sql } from "drizzle-orm";
import { bigint, boolean, date, index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { defaultQuietDays } from "../../domain/reminders";
import { createdAt, id, timestamptz, revision } from "../columns";
import { organisations } from "./organisations";
import { people } from "./people";

export const projectDrafts = pgTable(
  "project_drafts",
  {
    id: id(),
    personId: uuid("person_id")
      .notNull()
      .references(() => people.id),
    data: jsonb("data").notNull(),
    revision: revision(),
    projectId: uuid("project_id"),
    updatedAt: timestamptz("updated_at").notNull().defaultNow(),
    createdAt: createdAt(),
  },
  (t) => [index("project_drafts_person").on(t.personId, t.updatedAt)],
);

export const projects = pgTable(
  "projects",
  {
    id: id(),
    slug: text("slug").notNull(),
    status: text("status", { enum: ["draft", "running", "closed"] }).notNull(),
    callYear: integer("call_year").notNull(),
    actionCode: text("action_code").notNull(),
    field: text("field").notNull(),
    kind: text("kind"),
    /** The lot or strand, for actions with several. */
    strand: text("strand"),
    title: text("title").notNull(),
    acronym: text("acronym").notNull(),
    summary: text("summary").notNull().default(""),
    startsOn: date("starts_on", { mode: "string" }),
    durationMonths: integer("duration_months"),
    priorities: text("priorities")
      .array()
      .notNull()
      .default(sql`'{}'::text[]`),
    objectives: text("objectives")
      .array()
      .notNull()
      .default(sql`'{}'::text[]`),
    impacts: text("impacts")
      .array()
      .notNull()
      .default(sql`'{}'::text[]`),
    grantReference: text("grant_reference"),
    storageLimitBytes: bigint("storage_limit_bytes", { mode: "number" }),
    /** Bytes stored for the project's versions, updated in the transaction of each upload. */
    storedBytes: bigint("stored_bytes", { mode: "number" }).notNull().default(0),
    /** The slug of the public page, which changes with the acronym. */
    publicSlug: text("public_slug").notNull(),
    /** Whether it has a public page; null for the default: once an output or a practice is published. */
    publicPage: boolean("public_page"),
    /** Whether managers of the organisation that shares a practice may publish it; otherwise the coordinator does. */
    ownersPublish: boolean("owners_publish").notNull().default(false),
    /** After how many days without activity the weekly e-mail to coordinators names an organisation. */
    quietDays: integer("quiet_days").notNull().default(defaultQuietDays),
    /** The Monday of the last week for which the weekly e-mail to coordinators was made. */
    weeklyOn: date("weekly_on", { mode: "string" }),
    createdBy: uuid("created_by")
      .notNull()
      .references(() => people.id),
    revision: revision(),
    createdAt: createdAt(),
    closedAt: timestamptz("closed_at"),
  },
  (t) => [uniqueIndex("projects_slug").on(t.slug), uniqueIndex("projects_public_slug").on(t.publicSlug)],
);

export const participations = pgTable(
  "participations",
  {
    id: id(),
    projectId: uuid("project_id")
      .notNull()
      .references(() => projects.id),
    organisationId: uuid("organisation_id")
      .notNull()
      .references(() => organisations.id),
    kind: text("kind", { enum: ["coordinator", "partner", "associated", "evaluator"] }).notNull(),
    /** One of twelve colours, unique within the project up to twelve organisations. */
    hue: integer("hue").notNull(),
    joinedAt: timestamptz("joined_at"),
    endedOn: date("ended_on", { mode: "string" }),
    /** When the organisation was told that the weekly e-mail to coordinators will name it as quiet. */
    toldQuietOn: date("told_quiet_on", { mode: "string" }),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex("participations_once").on(t.projectId, t.organisationId),
    uniqueIndex("participations_one_coordinator")
      .on(t.projectId)
      .where(sql`${t.kind} = 'coordinator'`),
    index("participations_organisation").on(t.organisationId),
  ],
);

export const participationPeople = pgTable(
  "participation_people",
  {
    id: id(),
    projectId: uuid("project_id")
      .notNull()
      .references(() => projects.id),
    participationId: uuid("participation_id")
      .notNull()
      .references(() => participations.id),
    personId: uuid("person_id")
      .notNull()
      .references(() => people.id),
    role: text("role", { enum: ["manager", "contributor", "viewer"] }).notNull(),
    endedAt: timestamptz("ended_at"),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex("participation_people_one_side")
      .on(t.projectId, t.personId)
      .where(sql`${t.endedAt} is null`),
    index("participation_people_person").on(t.personId),
    index("participation_people_participation").on(t.participationId),
  ],
);

export const invitations = pgTable(
  "invitations",
  {
    id: id(),
    projectId: uuid("project_id")
      .notNull()
      .references(() => projects.id),
    participationId: uuid("participation_id")
      .notNull()
      .references(() => participations.id),
    address: text("address").notNull(),
    role: text("role", { enum: ["manager", "contributor", "viewer"] }).notNull(),
    message: text("message").notNull().default(""),
    locale: text("locale").notNull().default("en"),
    status: text("status", { enum: ["pending", "accepted", "declined", "revoked", "expired"] })
      .notNull()
      .default("pending"),
    /** True until the inviter's address is confirmed; the e-mail is sent then. */
    held: boolean("held").notNull().default(false),
    invitedBy: uuid("invited_by")
      .notNull()
      .references(() => people.id),
    invitedByOrganisationId: uuid("invited_by_organisation_id")
      .notNull()
      .references(() => organisations.id),
    expiresAt: timestamptz("expires_at").notNull(),
    lastSentAt: timestamptz("last_sent_at"),
    /** When the last e-mail finally failed: the mail server refused the address, or did not accept it in a day. */
    undeliveredAt: timestamptz("undelivered_at"),
    decidedBy: uuid("decided_by").references(() => people.id),
    decidedAt: timestamptz("decided_at"),
    declineReason: text("decline_reason"),
    createdAt: createdAt(),
  },
  (t) => [
    index("invitations_project").on(t.projectId, t.id),
    index("invitations_inviter").on(t.invitedBy),
    index("invitations_participation").on(t.participationId),
    index("invitations_address")
      .on(t.address)
      .where(sql`${t.status} = 'pending'`),
    uniqueIndex("invitations_pending_once")
      .on(t.participationId, t.address)
      .where(sql`${t.status} = 'pending'`),
    index("invitations_expiry")
      .on(t.expiresAt)
      .where(sql`${t.status} = 'pending'`),
  ],
);

export const invitationTokens = pgTable(
  "invitation_tokens",
  {
    id: id(),
    invitationId: uuid("invitation_id")
      .notNull()
      .references(() => invitations.id),
    hash: text("hash").notNull(),
    /** True when the raw token was sent only to the invited address, so that having it confirms the address. */
    mailed: boolean("mailed").notNull(),
    createdAt: createdAt(),
  },
  (t) => [uniqueIndex("invitation_tokens_hash").on(t.hash), index("invitation_tokens_invitation").on(t.invitationId)],
);
