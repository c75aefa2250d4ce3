import { asc, eq, sql } from "drizzle-orm";
import { fixedLimit, prepared } from "@/db/prepared";
import { outputs, projects, workPackages } from "@/db/schema";
import { requireConsortiumMember } from "@/domain/actor";
import { dayInBrussels } from "@/domain/dates";
import type { MemberContext } from "@/server/context";
import { coverageColumn } from "./coverage";
import { stepColumns, withNextStep } from "./get-output";

const { files, waitingReviews } = stepColumns();

/** The plan as relations of a query on projects: at most 99 work packages and 300 outputs. */
export const planOfProject = {
  workPackages: {
    columns: {
      id: true,
      number: true,
      title: true,
      startsOn: true,
      endsOn: true,
      leadOrganisationId: true,
      revision: true,
    },
    orderBy: asc(workPackages.number),
    limit: fixedLimit(99),
  },
  outputs: {
    columns: {
      id: true,
      number: true,
      title: true,
      status: true,
      dueOn: true,
      workPackageId: true,
      leadOrganisationId: true,
      changedSinceApproval: true,
    },
    extras: {
      files: files.as("files"),
      waitingReviews: waitingReviews.as("waiting_reviews"),
      coverage: coverageColumn().as("coverage"),
      /** The ids of the outputs that come directly before. */
      after: sql<string[]>`(select coalesce(json_agg(d.after_id), '[]') from output_dependencies d
        where d.output_id = ${outputs.id})`.as("after"),
    },
    orderBy: asc(outputs.number),
    limit: fixedLimit(300),
  },
} as const;

const planStatement = prepared((db) =>
  db.query.projects
    .findFirst({ columns: { status: true }, with: planOfProject, where: eq(projects.id, sql.placeholder("projectId")) })
    .prepare("plan"),
);

type Plan = NonNullable<Awaited<ReturnType<ReturnType<typeof planStatement>["execute"]>>>;

/** Adds what depends on today in Brussels: which outputs are late, and the next step of each. */
export function readPlan({ status: projectStatus, workPackages, outputs }: Plan, now: Date) {
  const today = dayInBrussels(now);
  return { today, workPackages, outputs: outputs.map((output) => withNextStep({ ...output, projectStatus }, today)) };
}

/** Data of the timeline: work packages, and outputs with due dates. Errors: project.not_found. */
export async function getPlan(ctx: MemberContext, input: { slug: string }) {
  const participation = requireConsortiumMember(ctx.actor, input.slug);
  const { projectId } = participation;
  const plan = await planStatement(ctx.db).execute({ projectId });
  return readPlan(plan ?? { status: participation.projectStatus, workPackages: [], outputs: [] }, ctx.now);
}
