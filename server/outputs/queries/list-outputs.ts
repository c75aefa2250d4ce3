import { and, asc, eq, gt, gte, lt, notInArray, or, type SQL, sql } from "drizzle-orm";
import { fixedLimit, prepared } from "@/db/prepared";
import { organisations, outputs, participations, projects } from "@/db/schema";
import { requireParticipation } from "@/domain/actor";
import { addDays, dayInBrussels } from "@/domain/dates";
import { decodeCursor, pageSize, toPage } from "@/domain/page";
import type { ListOutputs } from "@/domain/schemas/outputs";
import type { MemberContext } from "@/server/context";
import { outputColumns, withLeadFlag, withNextStep } from "./get-output";

type Shape = "asked" | "late" | "month" | "later" | "status" | "organisation" | "after";

const value = (name: string) => sql.placeholder(name);
const owed = notInArray(outputs.status, ["approved", "published"]);
/** The condition of each part of a filter; `asked` are the outputs an evaluator was asked to review. */
const conditions: Record<Shape, SQL | undefined> = {
  asked: sql`exists (select 1 from reviews r join submissions s on s.id = r.submission_id
    where s.output_id = ${outputs.id} and r.reviewer_id = ${value("personId")}::uuid)`,
  late: and(owed, lt(outputs.dueOn, value("today"))),
  month: and(owed, gte(outputs.dueOn, value("today")), lt(outputs.dueOn, value("monthEnd"))),
  later: and(owed, gte(outputs.dueOn, value("monthEnd"))),
  status: eq(outputs.status, value("status")),
  organisation: or(
    eq(outputs.leadOrganisationId, value("organisationId")),
    sql`exists (select 1 from output_contributors c where c.output_id = ${outputs.id}
      and c.organisation_id = ${value("organisationId")}::uuid)`,
  ),
  after: gt(outputs.number, value("number")),
};

const outputsStatement = prepared((db, shape: readonly Shape[]) =>
  db
    .select(outputColumns())
    .from(outputs)
    .innerJoin(projects, eq(projects.id, outputs.projectId))
    .innerJoin(organisations, eq(organisations.id, outputs.leadOrganisationId))
    .innerJoin(
      participations,
      and(eq(participations.organisationId, organisations.id), eq(participations.projectId, outputs.projectId)),
    )
    .where(and(eq(outputs.projectId, value("projectId")), ...shape.map((part) => conditions[part])))
    .orderBy(asc(outputs.number))
    .limit(fixedLimit(pageSize + 1))
    .prepare("outputs"),
);

/**
 * The outputs of a project by number, filtered by leading or contributing organisation, status and due date. Errors:
 * project.not_found.
 */
export async function listOutputs(ctx: MemberContext, input: ListOutputs) {
  const participation = requireParticipation(ctx.actor, input.slug);
  const cursor = decodeCursor(input.cursor, ["number"]);
  const shape: Shape[] = [
    ...(participation.kind === "evaluator" ? (["asked"] as const) : []),
    ...(input.due ? [input.due] : []),
    ...(input.status ? (["status"] as const) : []),
    ...(input.organisationId ? (["organisation"] as const) : []),
    ...(cursor ? (["after"] as const) : []),
  ];
  const today = dayInBrussels(ctx.now);
  const rows = await outputsStatement(ctx.db, ...shape).execute({
    projectId: participation.projectId,
    personId: ctx.actor.personId,
    today,
    monthEnd: addDays(today, 31),
    status: input.status,
    organisationId: input.organisationId,
    number: cursor?.[0],
  });
  const page = toPage(rows, pageSize, (row) => [row.number]);
  return { ...page, items: page.items.map((row) => withNextStep(withLeadFlag(row, ctx.now), today)) };
}
