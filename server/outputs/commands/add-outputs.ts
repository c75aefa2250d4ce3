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
  if (numbers.length + list.length > maxOutputs) throw new DomainError("output.too_many", { most: maxOutputs });
  const rows = list.map(({ contributorIds, ...output }) => {
    const number = output.number ?? Math.max(0, ...numbers) + 1;
    if (numbers.includes(number)) throw new DomainError("output.number_taken", { field: "number" });
    numbers.push(number);
    const title = withoutOutputCode(output.title, number);
    const columns = { ...output, title, number, firstDueOn: output.dueOn };
    return { contributorIds, columns: { ...columns, projectId: where.projectId, createdAt: ctx.now } };
  });
  if (rows.length === 0) return;
  const leads = list.flatMap(({ leadOrganisationId, contributorIds }) => [leadOrganisationId, ...contributorIds]);
  const packages = list.flatMap(({ workPackageId }) => workPackageId ?? []);
  await requireInProject(tx, ctx.now, where.projectId, leads, packages);
  await orTakenId(tx.insert(outputs).values(rows.map(({ columns }) => columns)));
  for (const { contributorIds, columns } of rows) {
    const { id, number, title, leadOrganisationId } = columns;
    if (contributorIds.length > 0) await setContributors(tx, id, leadOrganisationId, contributorIds);
    await record(tx, ctx, { ...where, outputId: id }, { type: "output.planned", data: { number, title } });
  }
}
