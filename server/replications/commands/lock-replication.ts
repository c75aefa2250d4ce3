import { and, eq, inArray, ne, or, type SQL } from "drizzle-orm";
import type { Db } from "@/db/client";
import { organisations, practices, projects, replications } from "@/db/schema";
import { type Actor, consortiumProjects } from "@/domain/actor";
import { DomainError } from "@/domain/errors";
import { publishedTitle } from "@/server/practices/queries/published-title";

/** Reports of the actor's own organisations. */
export const ofOwnOrganisations = (actor: Actor): SQL =>
  inArray(
    replications.organisationId,
    actor.organisations.map(({ organisationId }) => organisationId),
  );

/** Reports that were sent to a consortium that the actor belongs to. */
export const receivedBy = (actor: Actor): SQL | undefined =>
  and(ne(replications.status, "draft"), inArray(practices.projectId, consortiumProjects(actor)));

/** Reports that the actor can read before they are public. */
export const readableBy = (actor: Actor): SQL | undefined => or(ofOwnOrganisations(actor), receivedBy(actor));

/** Loads and locks a report with its practice, within a scope. Errors: replication.not_found. */
export async function lockReplication(tx: Db, replicationId: string, scope: SQL | undefined) {
  const [row] = await tx
    .select({
      replication: replications,
      practice: {
        id: practices.id,
        projectId: practices.projectId,
        organisationId: practices.organisationId,
        title: publishedTitle,
      },
      projectStatus: projects.status,
      name: organisations.shortName,
    })
    .from(replications)
    .innerJoin(practices, eq(practices.id, replications.practiceId))
    .innerJoin(projects, eq(projects.id, practices.projectId))
    .innerJoin(organisations, eq(organisations.id, replications.organisationId))
    .where(and(eq(replications.id, replicationId), scope))
    .for("no key update", { of: replications });
  if (!row) throw new DomainError("replication.not_found");
  const { replication, practice, projectStatus, name } = row;
  const named = { replicationId, practiceId: practice.id, title: practice.title, name };
  return { ...replication, practice: { ...practice, projectStatus }, named };
}
