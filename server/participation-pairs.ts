import { type SQL, sql } from "drizzle-orm";

/** Whether the project and organisation of a row are one of the pairs given as values by `pairs`. */
export const inPairs = (projectId: SQL, organisationId: SQL): SQL =>
  sql`(${projectId}, ${organisationId}) in (select * from unnest(
    ${sql.placeholder("pairProjects")}::uuid[], ${sql.placeholder("pairOrganisations")}::uuid[]))`;

/** Participations as the values of a statement with `inPairs`. */
export const pairs = (participations: readonly { projectId: string; organisationId: string }[]) => ({
  pairProjects: `{${participations.map(({ projectId }) => projectId).join(",")}}`,
  pairOrganisations: `{${participations.map(({ organisationId }) => organisationId).join(",")}}`,
});
