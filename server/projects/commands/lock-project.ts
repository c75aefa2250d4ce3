import { and, eq, inArray } from "drizzle-orm";
import type { Db } from "@/db/client";
import { projects } from "@/db/schema";
import type { Actor } from "@/domain/actor";
import { DomainError } from "@/domain/errors";

const mine = (actor: Actor) => actor.participations.map((place) => place.projectId);

/** The project, locked for a change; project.not_found for a stranger. */
export async function lockProject(tx: Db, actor: Actor, projectId: string) {
  const [row] = await tx
    .select()
    .from(projects)
    .where(and(eq(projects.id, projectId), inArray(projects.id, mine(actor))))
    .for("update");
  if (!row) throw new DomainError("project.not_found");
  return { ...row, projectId: row.id, projectStatus: row.status };
}
