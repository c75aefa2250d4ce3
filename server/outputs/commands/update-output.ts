import { and, eq, sql } from "drizzle-orm";
import { outputs } from "@/db/schema";
import { DomainError } from "@/domain/errors";
import { withoutOutputCode } from "@/domain/outputs";
import type { UpdateOutput } from "@/domain/schemas/outputs";
import { record } from "@/server/events/record";
import { authorize } from "@/server/authorize";
import type { MemberContext } from "@/server/context";
import { getOutput } from "../queries/get-output";
import { lockOutput } from "./lock-output";
import { requireInProject } from "./require-in-project";
import { setContributors } from "./set-contributors";

/**
 * Updates an output's plan without its due date, which moves with a reason (move-due.ts). Errors: output.changed with the
 * current row, output.number_taken, forbidden.
 */
export async function updateOutput(ctx: MemberContext, input: UpdateOutput) {
  return ctx.db.transaction(async (tx) => {
    const inside = { ...ctx, db: tx };
    const output = await lockOutput(tx, ctx.actor, input.outputId);
    authorize(ctx.actor, "output.edit", output);
    const before = await getOutput(inside, input);
    if (output.revision !== input.revision) throw new DomainError("output.changed", { current: before });
    const { outputId, revision: _, contributorIds, number = output.number, ...columns } = input;
    const title = withoutOutputCode(input.title, number);
    await requireInProject(
      tx,
      ctx.now,
      output.projectId,
      [input.leadOrganisationId, ...contributorIds],
      input.workPackageId === null ? [] : [input.workPackageId],
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
      .set({ ...columns, title, number, revision: sql`${outputs.revision} + 1` })
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
        "licence",
      ] as const
    ).filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]));
    if (fields.length > 0) {
      const data = { number, title, fields };
      await record(tx, ctx, { projectId: output.projectId, outputId }, { type: "output.updated", data });
    }
    return after;
  });
}
