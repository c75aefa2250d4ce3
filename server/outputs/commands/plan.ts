import { and, eq, inArray, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { outputContributors, outputFiles, outputs, participations, projects, workPackages } from "@/db/schema";
import { type Actor, projectsInside } from "@/domain/actor";
import { DomainError } from "@/domain/errors";
import { maxOutputs } from "@/domain/projects";
import type { PlannedOutput, UpdateOutput } from "@/domain/schemas/outputs";
import { record } from "@/server/activity/record";
import { authorize } from "@/server/authorize";
import { stillIn } from "@/server/still-in";
import { orTakenId } from "@/server/taken-id";
import type { MemberContext } from "@/server/context";
import { getOutput } from "../queries/get-output";
import { lockOutput } from "./lock-output";

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

/** Refuses organisations that have no current place in the project, and work packages of other projects. */
export async function requireInProject(
  tx: Db,
  now: Date,
  projectId: string,
  organisationIds: string[],
  workPackageId: string | null,
) {
  const wanted = [...new Set(organisationIds)];
  const found = await tx
    .select({ id: participations.organisationId })
    .from(participations)
    .where(
      and(
        eq(participations.projectId, projectId),
        inArray(participations.organisationId, wanted),
        stillIn(participations.endedOn, now),
        sql`${participations.kind} <> 'evaluator'`,
      ),
    );
  if (found.length < wanted.length)
    throw new DomainError("output.organisation_unknown", { field: "leadOrganisationId" });
  if (!workPackageId) return;
  const [package_] = await tx
    .select({ id: workPackages.id })
    .from(workPackages)
    .where(and(eq(workPackages.id, workPackageId), eq(workPackages.projectId, projectId)));
  if (!package_) throw new DomainError("work_package.not_found", { field: "workPackageId" });
}

async function setContributors(tx: Db, outputId: string, lead: string, ids: string[]): Promise<void> {
  await tx.delete(outputContributors).where(eq(outputContributors.outputId, outputId));
  const others = [...new Set(ids)].filter((id) => id !== lead);
  if (others.length === 0) return;
  await tx.insert(outputContributors).values(others.map((organisationId) => ({ outputId, organisationId })));
}

/** Adds outputs to a locked project's plan in the caller's transaction, numbered on from the last one. */
export async function planOutputs(
  tx: Db,
  ctx: MemberContext,
  where: { projectId: string; organisationId?: string },
  list: PlannedOutput[],
): Promise<void> {
  const taken = await tx
    .select({ id: outputs.id, number: outputs.number })
    .from(outputs)
    .where(eq(outputs.projectId, where.projectId));
  const numbers = taken.map((row) => row.number);
  if (numbers.length + list.length > maxOutputs) throw new DomainError("project.too_many");
  for (const output of list) {
    const number = output.number ?? Math.max(0, ...numbers) + 1;
    if (numbers.includes(number)) throw new DomainError("output.number_taken", { field: "number" });
    numbers.push(number);
    const { contributorIds, ...columns } = output;
    await requireInProject(
      tx,
      ctx.now,
      where.projectId,
      [output.leadOrganisationId, ...contributorIds],
      output.workPackageId,
    );
    const row = { ...columns, number, projectId: where.projectId, createdAt: ctx.now };
    await orTakenId(tx.insert(outputs).values(row));
    await setContributors(tx, output.id, output.leadOrganisationId, contributorIds);
    const data = { number, title: output.title };
    await record(tx, ctx, { ...where, outputId: output.id }, { type: "output.planned", data });
  }
}

/** Plans one output. The same id again answers with what the first call made. Errors: output.number_taken, input.id_taken, project.*. */
export async function planOutput(ctx: MemberContext, input: PlannedOutput & { projectId: string }) {
  return ctx.db.transaction(async (tx) => {
    const inside = { ...ctx, db: tx };
    const project = await lockPlan(tx, ctx.actor, input.projectId);
    authorize(ctx.actor, "output.plan", project);
    const [again] = await tx
      .select({ id: outputs.id })
      .from(outputs)
      .where(and(eq(outputs.id, input.id), eq(outputs.projectId, input.projectId)));
    const { projectId, ...planned } = input;
    if (!again) await planOutputs(tx, ctx, { projectId }, [planned]);
    return getOutput(inside, { outputId: input.id });
  });
}

/** Changes an output's plan. Errors: output.changed with the current text, output.number_taken, forbidden. */
export async function updateOutput(ctx: MemberContext, input: UpdateOutput) {
  return ctx.db.transaction(async (tx) => {
    const inside = { ...ctx, db: tx };
    const output = await lockOutput(tx, ctx.actor, input.outputId);
    authorize(ctx.actor, "output.edit", output);
    const before = await getOutput(inside, input);
    if (output.revision !== input.revision) throw new DomainError("output.changed", { current: before });
    const { outputId, revision: _, contributorIds, number = output.number, ...columns } = input;
    await requireInProject(
      tx,
      ctx.now,
      output.projectId,
      [input.leadOrganisationId, ...contributorIds],
      input.workPackageId,
    );
    if (number !== output.number) {
      const [taken] = await tx
        .select({ id: outputs.id })
        .from(outputs)
        .where(and(eq(outputs.projectId, output.projectId), eq(outputs.number, number)));
      if (taken) throw new DomainError("output.number_taken", { field: "number" });
    }
    await tx
      .update(outputs)
      .set({ ...columns, number, revision: sql`${outputs.revision} + 1` })
      .where(eq(outputs.id, outputId));
    await setContributors(tx, outputId, input.leadOrganisationId, contributorIds);
    const after = await getOutput(inside, input);
    const fields = (
      [
        "number",
        "title",
        "description",
        "type",
        "leadOrganisationId",
        "contributorIds",
        "workPackageId",
        "languages",
        "dueOn",
      ] as const
    ).filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]));
    if (fields.length > 0) {
      const data = { number, title: input.title, fields };
      await record(tx, ctx, { projectId: output.projectId, outputId }, { type: "output.updated", data });
    }
    return after;
  });
}

/** Takes an output without files out of the plan. Errors: output.has_files. */
export async function removeOutput(ctx: MemberContext, input: { outputId: string }): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const output = await lockOutput(tx, ctx.actor, input.outputId);
    authorize(ctx.actor, "output.plan", output);
    const [file] = await tx
      .select({ id: outputFiles.id })
      .from(outputFiles)
      .where(eq(outputFiles.outputId, output.id))
      .limit(1);
    if (file) throw new DomainError("output.has_files");
    await tx.delete(outputContributors).where(eq(outputContributors.outputId, output.id));
    await tx.delete(outputs).where(eq(outputs.id, output.id));
    const data = { number: output.number, title: output.title };
    await record(tx, ctx, { projectId: output.projectId }, { type: "output.removed", data });
  });
}
