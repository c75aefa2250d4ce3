import { and, asc, desc, eq } from "drizzle-orm";
import type { Db } from "@/db/client";
import { rubrics } from "@/db/schema";
import { requireConsortiumMember } from "@/domain/actor";
import { type OutputType, outputTypes } from "@/domain/programme/vocabulary";
import { type Criterion, defaultRubric } from "@/domain/rubrics";
import type { MemberContext } from "@/server/context";
import { currentRules } from "./approval-rules";

/** The rubric of a kind of output in a project. */
export async function currentRubric(db: Db, projectId: string, type: OutputType): Promise<Criterion[]> {
  const [row] = await db
    .select({ criteria: rubrics.criteria })
    .from(rubrics)
    .where(and(eq(rubrics.projectId, projectId), eq(rubrics.type, type)))
    .orderBy(desc(rubrics.number))
    .limit(1);
  return row?.criteria ?? defaultRubric(type);
}

/**
 * The rules of approval of a project and the rubric of each kind of output, with their versions; version 0 is the one that
 * a consortium has without having set any. Errors: project.not_found, also for evaluators.
 */
export async function getReviewSettings(ctx: MemberContext, { slug }: { slug: string }) {
  const { projectId } = requireConsortiumMember(ctx.actor, slug);
  const [rules, rows] = await Promise.all([
    currentRules(ctx.db, projectId),
    ctx.db
      .selectDistinctOn([rubrics.type], {
        type: rubrics.type,
        number: rubrics.number,
        criteria: rubrics.criteria,
      })
      .from(rubrics)
      .where(eq(rubrics.projectId, projectId))
      .orderBy(asc(rubrics.type), desc(rubrics.number)),
  ]);
  return {
    projectId,
    rules,
    rubrics: outputTypes.map(
      (type) => rows.find((row) => row.type === type) ?? { type, number: 0, criteria: defaultRubric(type) },
    ),
  };
}
