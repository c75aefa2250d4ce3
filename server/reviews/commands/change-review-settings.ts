import { and, desc, eq } from "drizzle-orm";
import { approvalRules, rubrics } from "@/db/schema";
import { DomainError } from "@/domain/errors";
import { cleanRubric } from "@/domain/rubrics";
import type { ChangeRubric, ChangeRules } from "@/domain/schemas/reviews";
import { authorize } from "@/server/authorize";
import type { MemberContext } from "@/server/context";
import { record } from "@/server/events/record";
import { inOwnConsortia, lockProject } from "@/server/lock-subject";
import { currentRules } from "../queries/approval-rules";

/**
 * Adds a version of the consortium's rules of approval; decisions from now on follow it. Nothing happens when they are the
 * same. Errors: forbidden, project.closed, review.rules_changed when another version came between.
 */
export async function changeRules(ctx: MemberContext, input: ChangeRules): Promise<{ number: number }> {
  const { projectId, number, recommendations, organisations, mustFindingsBlock } = input;
  return ctx.db.transaction(async (tx) => {
    const project = await lockProject(tx, ctx.actor, projectId, inOwnConsortia);
    authorize(ctx.actor, "consortium.change", project);
    const { number: newest, ...current } = await currentRules(tx, projectId);
    if (newest !== number) throw new DomainError("review.rules_changed");
    const rules = { recommendations, organisations: Math.min(organisations, recommendations), mustFindingsBlock };
    if (JSON.stringify(rules) === JSON.stringify(current)) return { number };
    const next = number + 1;
    await tx
      .insert(approvalRules)
      .values({ projectId, number: next, ...rules, changedBy: ctx.actor.personId, createdAt: ctx.now });
    await record(tx, ctx, { projectId }, { type: "approval_rules.changed", data: rules });
    return { number: next };
  });
}

/**
 * Adds a version of the rubric of a kind of output; submissions from now on keep it. Errors: forbidden, project.closed,
 * rubric.changed when another version came between, rubric.criterion_unnamed, rubric.criterion_twice.
 */
export async function changeRubric(ctx: MemberContext, input: ChangeRubric): Promise<{ number: number }> {
  const { projectId, number, type } = input;
  const criteria = cleanRubric(input.criteria);
  return ctx.db.transaction(async (tx) => {
    const project = await lockProject(tx, ctx.actor, projectId, inOwnConsortia);
    authorize(ctx.actor, "consortium.change", project);
    const [newest] = await tx
      .select({ number: rubrics.number })
      .from(rubrics)
      .where(and(eq(rubrics.projectId, projectId), eq(rubrics.type, type)))
      .orderBy(desc(rubrics.number))
      .limit(1);
    if ((newest?.number ?? 0) !== number) throw new DomainError("rubric.changed");
    const next = number + 1;
    await tx
      .insert(rubrics)
      .values({ projectId, type, number: next, criteria, changedBy: ctx.actor.personId, createdAt: ctx.now });
    await record(tx, ctx, { projectId }, { type: "rubric.changed", data: { outputType: type, number: next } });
    return { number: next };
  });
}
