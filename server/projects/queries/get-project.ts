import { eq } from "drizzle-orm";
import { projects } from "@/db/schema";
import { requirePlace } from "@/domain/actor";
import { DomainError } from "@/domain/errors";
import { can } from "@/domain/policy";
import type { MemberCtx } from "@/server/trpc/init";

/** The project's head as the person may see it, with what they may do. Errors: project.not_found. */
export async function getProject(ctx: MemberCtx, slug: string) {
  const place = requirePlace(ctx.actor, slug);
  const [row] = await ctx.db
    .select({
      id: projects.id,
      slug: projects.slug,
      status: projects.status,
      callYear: projects.callYear,
      actionCode: projects.actionCode,
      field: projects.field,
      kind: projects.kind,
      strand: projects.strand,
      title: projects.title,
      acronym: projects.acronym,
      summary: projects.summary,
      startsOn: projects.startsOn,
      durationMonths: projects.durationMonths,
      priorities: projects.priorities,
      objectives: projects.objectives,
      impacts: projects.impacts,
      grantReference: projects.grantReference,
      storedBytes: projects.storedBytes,
      storageLimitBytes: projects.storageLimitBytes,
      revision: projects.revision,
      createdAt: projects.createdAt,
    })
    .from(projects)
    .where(eq(projects.id, place.projectId));
  if (!row) throw new DomainError("project.not_found");
  const subject = { projectId: row.id, projectStatus: row.status };
  return {
    ...row,
    mine: {
      organisationId: place.organisationId,
      participationId: place.participationId,
      kind: place.kind,
      role: place.role,
    },
    can: {
      "project.inspect": can(ctx.actor, "project.inspect", subject),
      "project.edit": can(ctx.actor, "project.edit", subject),
      "project.close": can(ctx.actor, "project.close", subject),
      "project.reopen": can(ctx.actor, "project.reopen", subject),
      "project.export": can(ctx.actor, "project.export", subject),
      "consortium.change": can(ctx.actor, "consortium.change", subject),
      "output.plan": can(ctx.actor, "output.plan", subject),
      "practice.draft": can(ctx.actor, "practice.draft", subject),
    },
  };
}

export type ProjectHead = Awaited<ReturnType<typeof getProject>>;
