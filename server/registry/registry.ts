import { activityTables } from "./activity";
import { attachmentTables } from "./attachments";
import type { Belonging } from "./belonging";
import { calendarTables } from "./calendar";
import { commentTables } from "./comments";
import { conversationTables } from "./conversations";
import { followTables } from "./follows";
import { libraryTables } from "./library";
import { notificationTables } from "./notifications";
import { organisationTables } from "./organisations";
import { outputTables } from "./outputs";
import { peopleTables } from "./people";
import { practiceTables } from "./practices";
import { publicationTables } from "./publications";
import { projectTables } from "./projects";
import { replicationTables } from "./replications";
import { reportTables } from "./reports";
import { reviewTables } from "./reviews";
import { taskTables } from "./tasks";

/**
 * Every table that refers to a person, an organisation or a project, and what happens to its rows when accounts are
 * merged or closed, when a person or a project is exported, and when another organisation takes over a participation. A
 * test compares it with the foreign keys of the database, so that every new table or column is decided here.
 */
export const registry: Readonly<Record<string, Belonging>> = {
  ...projectTables,
  ...outputTables,
  ...reviewTables,
  ...taskTables,
  ...calendarTables,
  ...commentTables,
  ...practiceTables,
  ...replicationTables,
  ...attachmentTables,
  ...conversationTables,
  ...followTables,
  ...publicationTables,
  ...reportTables,
  ...libraryTables,
  ...activityTables,
  ...notificationTables,
  ...organisationTables,
  ...peopleTables,
};

export const belongings: readonly Belonging[] = Object.values(registry);
