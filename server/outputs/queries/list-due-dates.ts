import { and, desc, eq, sql } from "drizzle-orm";
import { fixedLimit, prepared } from "@/db/prepared";
import { organisations, outputDueDates, people } from "@/db/schema";
import { decodeCursor, pageSize, toPage } from "@/domain/page";
import type { MemberContext } from "@/server/context";
import { getOutput, type Output } from "./get-output";

const before = sql`(${outputDueDates.createdAt}, ${outputDueDates.id})
  < (${sql.placeholder("at")}::timestamptz, ${sql.placeholder("id")}::uuid)`;

const dueDatesStatement = prepared((db, shape: readonly "before"[]) =>
  db
    .select({
      id: outputDueDates.id,
      from: outputDueDates.dueFrom,
      to: outputDueDates.dueTo,
      reason: outputDueDates.reason,
      person: sql<string | null>`case when ${people.closedAt} is null then ${people.name} end`,
      organisation: organisations.shortName,
      createdAt: outputDueDates.createdAt,
    })
    .from(outputDueDates)
    .innerJoin(people, eq(people.id, outputDueDates.personId))
    .innerJoin(organisations, eq(organisations.id, outputDueDates.organisationId))
    .where(and(eq(outputDueDates.outputId, sql.placeholder("outputId")), shape.includes("before") ? before : undefined))
    .orderBy(desc(outputDueDates.createdAt), desc(outputDueDates.id))
    .limit(fixedLimit(pageSize + 1))
    .prepare("due_dates"),
);

/** How the due date of an output moved, newest first. Errors: output.not_found. */
export async function listDueDates(ctx: MemberContext, input: { outputId: string; cursor?: string | undefined }) {
  return dueDatesOf(ctx, await getOutput(ctx, input), input.cursor);
}

/** How the due date of a loaded output moved, newest first; without a statement while it never did. */
export async function dueDatesOf(ctx: MemberContext, output: Output, cursorText: string | undefined) {
  if (output.dueMoves === 0) return { items: [], nextCursor: null };
  const cursor = decodeCursor(cursorText, ["moment", "uuid"]);
  const values = { outputId: output.id };
  const rows = cursor
    ? await dueDatesStatement(ctx.db, "before").execute({
        ...values,
        at: new Date(Number(cursor[0])).toISOString(),
        id: cursor[1],
      })
    : await dueDatesStatement(ctx.db).execute(values);
  return toPage(rows, pageSize, (row) => [row.createdAt.getTime(), row.id]);
}
