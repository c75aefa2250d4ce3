import { and, eq, isNotNull, isNull, ne } from "drizzle-orm";
import type { Db } from "@/db/client";
import { participationPeople, participations, people } from "@/db/schema";
import { DomainError } from "@/domain/errors";
import { stillIn } from "@/server/still-in";

type Assignee = { personId: string } | { organisationId: string };

type Assigned = { organisationId: string; assigneeId: string | null };

/**
 * The organisation, and the person if one is named, that a task is for; null unless they take part in the project now,
 * not as evaluators.
 */
export async function findAssignee(tx: Db, now: Date, projectId: string, assignee: Assignee): Promise<Assigned | null> {
  const present = and(
    eq(participations.projectId, projectId),
    ne(participations.kind, "evaluator"),
    stillIn(participations.endedOn, now),
  );
  if ("organisationId" in assignee) {
    const [found] = await tx
      .select({ organisationId: participations.organisationId })
      .from(participations)
      .where(and(present, eq(participations.organisationId, assignee.organisationId)));
    return found ? { ...found, assigneeId: null } : null;
  }
  const [found] = await tx
    .select({ organisationId: participations.organisationId, assigneeId: people.id })
    .from(participationPeople)
    .innerJoin(participations, eq(participations.id, participationPeople.participationId))
    .innerJoin(people, eq(people.id, participationPeople.personId))
    .where(
      and(
        present,
        eq(participationPeople.personId, assignee.personId),
        isNull(participationPeople.endedAt),
        isNotNull(participations.joinedAt),
        isNull(people.closedAt),
        ne(participationPeople.role, "viewer"),
      ),
    );
  return found ?? null;
}

/** As findAssignee. Errors: task.assignee_unknown. */
export async function requireAssignee(tx: Db, now: Date, projectId: string, assignee: Assignee): Promise<Assigned> {
  const found = await findAssignee(tx, now, projectId, assignee);
  if (!found) throw new DomainError("task.assignee_unknown", { field: "assignee" });
  return found;
}
