import { bigint, index, jsonb, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { timestamptz } from "../columns";
import { organisations } from "./organisations";
import { people } from "./people";
import { projects } from "./projects";

/** Append-only: who did what, for which organisation, when. Written by record.ts alone. */
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
    data: jsonb("data").notNull(),
  },
  (t) => [
    index("activity_project").on(t.projectId, t.id),
    index("activity_project_organisation").on(t.projectId, t.organisationId, t.id),
    index("activity_project_at").on(t.projectId, t.at, t.organisationId),
    index("activity_output").on(t.outputId, t.id),
    index("activity_person").on(t.personId, t.id),
  ],
);
