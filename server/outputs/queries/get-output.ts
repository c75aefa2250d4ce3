import { and, eq, sql } from "drizzle-orm";
import { prepared } from "@/db/prepared";
import { organisations, outputs, participations, projects, workPackages } from "@/db/schema";
import { requireConsortiumMember } from "@/domain/actor";
import { dayInBrussels } from "@/domain/dates";
import { DomainError } from "@/domain/errors";
import { isLate, nextStep } from "@/domain/outputs";
import { can } from "@/domain/policy";
import { isAbsent } from "@/domain/projects";
import type { PublicationStatus } from "@/domain/publications";
import { stillIn } from "@/server/still-in";
import type { MemberContext } from "@/server/context";
import { coverageColumn } from "./coverage";
import { isMine, preparedScope, scopeOf } from "./evaluator-scope";

type Before = { id: string; number: number; title: string; dueOn: string | null };
type Contributor = { id: string; shortName: string; country: string; hue: number };

/** What the next step of an output depends on, besides its row. */
export function stepColumns() {
  return {
    files: sql<number>`(select count(*)::int from output_files f where f.output_id = ${outputs.id})`,
    waitingReviews: sql<number>`(select count(*)::int from reviews r join submissions s on s.id = r.submission_id
      where s.output_id = ${outputs.id} and s.status = 'open' and r.verdict is null)`,
  };
}

/** Whether a participation has an open invitation. */
export const hasOpenInvitation = () =>
  sql<boolean>`exists (select from invitations i where i.participation_id = ${participations.id} and i.status = 'pending')`;

/** Replaces the presence of the leading organisation with a flag: true when it declined or left. */
export function withLeadFlag<T extends { leadPresence: Parameters<typeof isAbsent>[0] }>(row: T, now: Date) {
  const { leadPresence, ...rest } = row;
  return { ...rest, leadAbsent: isAbsent(leadPresence, now) };
}

/** Columns that every view of an output shares, with what its next step depends on. */
export function outputColumns() {
  return {
    id: outputs.id,
    projectId: outputs.projectId,
    projectStatus: projects.status,
    slug: projects.slug,
    callYear: projects.callYear,
    actionCode: projects.actionCode,
    number: outputs.number,
    title: outputs.title,
    type: outputs.type,
    status: outputs.status,
    dueOn: outputs.dueOn,
    firstDueOn: outputs.firstDueOn,
    languages: outputs.languages,
    workPackageId: outputs.workPackageId,
    leadOrganisationId: outputs.leadOrganisationId,
    changedSinceApproval: outputs.changedSinceApproval,
    coverage: coverageColumn(),
    lead: {
      id: organisations.id,
      shortName: organisations.shortName,
      country: organisations.country,
      hue: participations.hue,
    },
    leadPresence: { endedOn: participations.endedOn, joinedAt: participations.joinedAt, invited: hasOpenInvitation() },
    contributors: sql<Contributor[]>`coalesce((select json_agg(json_build_object('id', o.id, 'shortName', o.short_name,
        'country', o.country, 'hue', p.hue) order by p.hue)
      from output_contributors c join organisations o on o.id = c.organisation_id
      join participations p on p.organisation_id = o.id and p.project_id = ${outputs.projectId}
      where c.output_id = ${outputs.id}), '[]')`,
    ...stepColumns(),
  };
}

/** Adds computed values: whether it is late today (in Brussels) and the next step. */
export function withNextStep<T extends Parameters<typeof nextStep>[0] & { dueOn: string | null }>(
  row: T,
  today: string,
) {
  return { ...row, late: isLate(row, today), next: nextStep(row) };
}

const outputStatement = prepared((db) =>
  db
    .select({
      ...outputColumns(),
      description: outputs.description,
      licence: outputs.licence,
      revision: outputs.revision,
      /** How often its due date moved. */
      dueMoves: sql<number>`(select count(*)::int from output_due_dates d where d.output_id = ${outputs.id})`,
      approvedSubmissionId: outputs.approvedSubmissionId,
      publication: sql<{ slug: string; status: PublicationStatus } | null>`(select
        json_build_object('slug', pu.slug, 'status', pu.status) from publications pu where pu.output_id = ${outputs.id})`,
      openTimeRequests: sql<number>`(select count(*)::int from output_time_requests q
        where q.output_id = ${outputs.id} and q.answer is null)`,
      /** Outputs that come before it. */
      after: sql<Before[]>`(select coalesce(json_agg(json_build_object('id', b.id, 'number', b.number,
          'title', b.title, 'dueOn', b.due_on) order by b.number), '[]')
        from output_dependencies d join outputs b on b.id = d.after_id where d.output_id = ${outputs.id})`,
      workPackage: { number: workPackages.number, title: workPackages.title },
      reviewerIds: sql<string[]>`coalesce((select json_agg(r.reviewer_id) from reviews r
        join submissions s on s.id = r.submission_id where s.output_id = ${outputs.id}), '[]')`,
    })
    .from(outputs)
    .innerJoin(projects, eq(projects.id, outputs.projectId))
    .innerJoin(organisations, eq(organisations.id, outputs.leadOrganisationId))
    .innerJoin(
      participations,
      and(eq(participations.organisationId, organisations.id), eq(participations.projectId, outputs.projectId)),
    )
    .leftJoin(workPackages, eq(workPackages.id, outputs.workPackageId))
    .where(and(eq(outputs.id, sql.placeholder("outputId")), isMine(sql`${outputs.projectId}`, preparedScope)))
    .prepare("output"),
);

/**
 * One output with its plan, status, next step and the actions the person may perform. Errors: output.not_found, also
 * for an evaluator who was not asked to review it.
 */
export async function getOutput(ctx: MemberContext, input: { outputId: string }) {
  const [row] = await outputStatement(ctx.db).execute({ ...scopeOf(ctx.actor), outputId: input.outputId });
  if (!row) throw new DomainError("output.not_found");
  const subject = { ...row, contributorIds: row.contributors.map((c) => c.id) };
  if (!can(ctx.actor, "output.read", subject)) throw new DomainError("output.not_found");
  const { reviewerIds: _, ...shown } = withLeadFlag(subject, ctx.now);
  return {
    ...withNextStep(shown, dayInBrussels(ctx.now)),
    // Evaluators know no output but those they were asked to review.
    after: can(ctx.actor, "project.inspect", subject) ? shown.after : [],
    can: {
      "output.edit": can(ctx.actor, "output.edit", subject),
      "output.plan": can(ctx.actor, "output.plan", subject),
      "output.ask_time": can(ctx.actor, "output.ask_time", subject),
      "output.upload": can(ctx.actor, "output.upload", subject),
      "output.submit": can(ctx.actor, "output.submit", subject),
      "output.comment": can(ctx.actor, "output.comment", subject),
      "output.decide": can(ctx.actor, "output.decide", subject),
      "output.publish": can(ctx.actor, "output.publish", subject),
      "output.unpublish": can(ctx.actor, "output.unpublish", subject),
    },
  };
}

export type Output = Awaited<ReturnType<typeof getOutput>>;

/**
 * The organisations that can lead an output or contribute to it: those with a current participation, without
 * evaluators.
 */
export async function listChoices(ctx: MemberContext, input: { slug: string }) {
  const { projectId } = requireConsortiumMember(ctx.actor, input.slug);
  return ctx.db
    .select({
      id: organisations.id,
      shortName: organisations.shortName,
      legalName: organisations.legalName,
      country: organisations.country,
      hue: participations.hue,
    })
    .from(participations)
    .innerJoin(organisations, eq(organisations.id, participations.organisationId))
    .where(
      and(
        eq(participations.projectId, projectId),
        stillIn(participations.endedOn, ctx.now),
        sql`${participations.kind} <> 'evaluator'`,
      ),
    )
    .orderBy(participations.hue)
    .limit(60);
}
