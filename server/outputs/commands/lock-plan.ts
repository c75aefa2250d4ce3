import { and, eq, inArray } from "drizzle-orm";
import type { Db } from "@/db/client";
import { projects } from "@/db/schema";
import { type Actor, projectsInside } from "@/domain/actor";
import { DomainError } from "@/domain/errors";

/** The project an act on its plan is for, locked so that numbers are given once; project.not_found for a stranger. */
export async function lockPlan(tx: Db, actor: Actor, projectId: string) {
  const mine = projectsInside(actor);
  const [row] = await tx
    .select({ projectId: projects.id, projectStatus: projects.status, slug: projects.slug })
    .from(projects)
    .where(and(eq(projects.id, projectId), inArray(projects.id, mine)))
    .for("update");
  if (!row) throw new DomainError("project.not_found");
  return row;
}
