import { and, eq, inArray } from "drizzle-orm";
import type { Db } from "@/db/client";
import { practices, projects } from "@/db/schema";
import { projectsInside } from "@/domain/actor";
import { DomainError } from "@/domain/errors";
import type { MemberContext } from "@/server/context";

/** A practice of the actor's consortia, locked, with its project's status. Errors: practice.not_found. */
export async function lockPractice(tx: Db, ctx: MemberContext, practiceId: string) {
  const [row] = await tx
    .select({ practice: practices, projectStatus: projects.status })
    .from(practices)
    .innerJoin(projects, eq(projects.id, practices.projectId))
    .where(and(eq(practices.id, practiceId), inArray(practices.projectId, projectsInside(ctx.actor))))
    .for("update", { of: practices });
  if (!row) throw new DomainError("practice.not_found");
  return { ...row.practice, projectStatus: row.projectStatus };
}
