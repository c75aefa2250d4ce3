import { eq } from "drizzle-orm";
import type { Db } from "@/db/client";
import { outputs } from "@/db/schema";
import { DomainError } from "@/domain/errors";
import { withoutOutputCode } from "@/domain/outputs";
import { maxOutputs } from "@/domain/projects";
import type { PlannedOutput } from "@/domain/schemas/outputs";
import { record } from "@/server/events/record";
import { orTakenId } from "@/server/taken-id";
import type { MemberContext } from "@/server/context";
import { requireInProject } from "./require-in-project";
import { setContributors } from "./set-contributors";

/** Adds outputs to a locked project in the caller's transaction, numbered after the last one, without their number in their title. */
export async function addOutputs(
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
    const title = withoutOutputCode(output.title, number);
    await requireInProject(
      tx,
      ctx.now,
      where.projectId,
      [output.leadOrganisationId, ...contributorIds],
      output.workPackageId,
    );
    const row = {
      ...columns,
      firstDueOn: columns.dueOn,
      title,
      number,
      projectId: where.projectId,
      createdAt: ctx.now,
    };
    await orTakenId(tx.insert(outputs).values(row));
    await setContributors(tx, output.id, output.leadOrganisationId, contributorIds);
    const data = { number, title };
    await record(tx, ctx, { ...where, outputId: output.id }, { type: "output.planned", data });
  }
}
