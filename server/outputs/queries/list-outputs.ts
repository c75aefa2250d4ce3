import { and, asc, eq, gt, gte, lt, notInArray, or, sql } from "drizzle-orm";
import { organisations, outputs, participations, projects } from "@/db/schema";
import { type ActorParticipation, requireParticipation } from "@/domain/actor";
import { addDays, dayInBrussels } from "@/domain/dates";
import { decodeCursor, pageSize, toPage } from "@/domain/page";
import type { ListOutputs } from "@/domain/schemas/outputs";
import type { MemberContext } from "@/server/context";
import { outputColumns, withLeadFlag, withNextStep } from "./get-output";

/** Outputs that the reader may see: as an evaluator only those they were asked to review. */
function visible(participation: ActorParticipation, personId: string) {
  if (participation.kind !== "evaluator") return undefined;
  return sql`exists (select 1 from reviews r join submissions s on s.id = r.submission_id
    where s.output_id = ${outputs.id} and r.reviewer_id = ${personId})`;
}

function dueWithin(due: ListOutputs["due"], now: Date) {
  const today = dayInBrussels(now);
  const owed = notInArray(outputs.status, ["approved", "published"]);
  if (due === "late") return and(owed, lt(outputs.dueOn, today));
  if (due === "month") return and(owed, gte(outputs.dueOn, today), lt(outputs.dueOn, addDays(today, 31)));
  if (due === "later") return and(owed, gte(outputs.dueOn, addDays(today, 31)));
  return undefined;
}

/**
 * The outputs of a project by number, filtered by leading or contributing organisation, status and due date. Errors:
 * project.not_found.
 */
export async function listOutputs(ctx: MemberContext, input: ListOutputs) {
  const participation = requireParticipation(ctx.actor, input.slug);
  const cursor = decodeCursor(input.cursor, ["number"]);
  const rows = await ctx.db
    .select(outputColumns())
    .from(outputs)
    .innerJoin(projects, eq(projects.id, outputs.projectId))
    .innerJoin(organisations, eq(organisations.id, outputs.leadOrganisationId))
    .innerJoin(
      participations,
      and(eq(participations.organisationId, organisations.id), eq(participations.projectId, outputs.projectId)),
    )
    .where(
      and(
        eq(outputs.projectId, participation.projectId),
        visible(participation, ctx.actor.personId),
        input.status ? eq(outputs.status, input.status) : undefined,
        input.organisationId
          ? or(
              eq(outputs.leadOrganisationId, input.organisationId),
              sql`exists (select 1 from output_contributors c where c.output_id = ${outputs.id} and c.organisation_id = ${input.organisationId})`,
            )
          : undefined,
        dueWithin(input.due, ctx.now),
        cursor ? gt(outputs.number, Number(cursor[0])) : undefined,
      ),
    )
    .orderBy(asc(outputs.number))
    .limit(pageSize + 1);
  const page = toPage(rows, pageSize, (row) => [row.number]);
  const today = dayInBrussels(ctx.now);
  return { ...page, items: page.items.map((row) => withNextStep(withLeadFlag(row, ctx.now), today)) };
}
