import { relations } from "drizzle-orm";
import { activity } from "./activity";
import { organisations } from "./organisations";
import { outputs, workPackages } from "./outputs";
import { participations, projects } from "./projects";

// Relations for queries with `db.query`.

export const projectRelations = relations(projects, ({ many }) => ({
  participations: many(participations),
  workPackages: many(workPackages),
  outputs: many(outputs),
  activity: many(activity),
}));

export const participationRelations = relations(participations, ({ one }) => ({
  project: one(projects, { fields: [participations.projectId], references: [projects.id] }),
  organisation: one(organisations, { fields: [participations.organisationId], references: [organisations.id] }),
}));

export const workPackageRelations = relations(workPackages, ({ one }) => ({
  project: one(projects, { fields: [workPackages.projectId], references: [projects.id] }),
}));

export const outputRelations = relations(outputs, ({ one }) => ({
  project: one(projects, { fields: [outputs.projectId], references: [projects.id] }),
}));

export const activityRelations = relations(activity, ({ one }) => ({
  project: one(projects, { fields: [activity.projectId], references: [projects.id] }),
}));
