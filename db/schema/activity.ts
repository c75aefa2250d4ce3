import { bigint, index, jsonb, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { eventKinds } from "../../domain/events/event";
import { timestamptz } from "../columns";
import { organisations } from "./organisations";
import { people } from "./people";
import { projects } from "./projects";

/** Append-only: who did what, for which organisation, when. Only server/events/record.ts inserts. */
export const activity = pgTable(
  "activity",
  {
    id: bigint("id", { mode: "bigint" }).primaryKey().generatedAlwaysAsIdentity(),
    at: timestamptz("at").notNull(),
    projectId: uuid("project_id").references(() => projects.id),
    organisationId: uuid("organisation_id").references(() => organisations.id),
    personId: uuid("person_id").references(() => people.id),
    outputId: uuid("output_id"),
    type: text("type").notNull(),
    /** The kind of the event's type, stored so that an index finds it; null for events of an account or an organisation. */
    kind: text("kind", { enum: eventKinds }),
    data: jsonb("data").notNull(),
  },
  // One index for each filter of the feed, which is read newest first. The person comes first in its indexes, so that
  // they also find the events of an account.
  (t) => [
    index("activity_project").on(t.projectId, t.at, t.id),
    index("activity_project_kind").on(t.projectId, t.kind, t.at, t.id),
    index("activity_organisation").on(t.projectId, t.organisationId, t.at, t.id),
    index("activity_organisation_kind").on(t.projectId, t.organisationId, t.kind, t.at, t.id),
    index("activity_person").on(t.personId, t.projectId, t.at, t.id),
    index("activity_person_kind").on(t.personId, t.projectId, t.kind, t.at, t.id),
    index("activity_output").on(t.outputId, t.at, t.id),
  ],
);
