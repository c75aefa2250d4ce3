import { type SQL, sql } from "drizzle-orm";
import { requireConsortiumMember } from "@/domain/actor";
import { addDays, dayInBrussels, type IsoDate } from "@/domain/dates";
import { DomainError } from "@/domain/errors";
import type { OutputStatus } from "@/domain/outputs";
import { decodeCursor, type Page, pageSize, toPage } from "@/domain/page";
import type { PartnerInput, PartnerOutputsInput, PartnerReviewsInput } from "@/domain/schemas/activity";
import type { MemberContext } from "@/server/context";
import { currentName, currentPerson, recordedOrganisations } from "@/server/events/aliases";
import { startOfDay } from "./feed";
import { countedActivities, dueOutcome, splitPeriod } from "./partners";

const all = (parts: SQL[]) => sql.join(parts, sql` and `);

type Organisation = { legalName: string; shortName: string; country: string; city: string; hue: number; kind: string };

/** An organisation of a project, evaluators included. Errors: project.not_found, participation.not_found. */
export async function getPartner(ctx: MemberContext, input: PartnerInput): Promise<Organisation> {
  const { projectId } = requireConsortiumMember(ctx.actor, input.slug);
  const [row] = await ctx.db.execute<Organisation>(sql`select o.legal_name as "legalName", o.short_name as "shortName",
      o.country, o.city, pa.hue, pa.kind
    from participations pa join organisations o on o.id = pa.organisation_id
    where pa.project_id = ${projectId} and pa.organisation_id = ${input.organisationId}`);
  if (!row) throw new DomainError("participation.not_found");
  return row;
}

export type PartnerOutput = {
  id: string;
  number: number;
  title: string;
  status: OutputStatus;
  changedSinceApproval: boolean;
  dueOn: IsoDate | null;
  /** Null when it was never submitted for review. */
  submittedAt: Date | null;
  /** Null for outputs that are not due yet, have no due date or are led by another organisation. */
  outcome: "on_time" | "late" | null;
};

const outputConditions: Record<NonNullable<PartnerOutputsInput["show"]>, SQL> = {
  led: sql`o.leads`,
  contributed: sql`not o.leads`,
  onTime: sql`o.leads and o.outcome = 'on_time'`,
  late: sql`o.leads and o.outcome = 'late'`,
};

/**
 * The outputs that an organisation leads or contributes to, by number. A period limits those on time and late to the
 * ones due in it. Errors: project.not_found.
 */
export async function listPartnerOutputs(ctx: MemberContext, input: PartnerOutputsInput): Promise<Page<PartnerOutput>> {
  const { projectId } = requireConsortiumMember(ctx.actor, input.slug);
  const [after] = decodeCursor(input.cursor, ["number"]) ?? [0];
  const byDueDate = input.show === "onTime" || input.show === "late";
  const shown = [
    sql`o.number > ${Number(after)}`,
    ...(input.show ? [outputConditions[input.show]] : []),
    ...(byDueDate && input.from ? [sql`o.due_on >= ${input.from}::date`] : []),
    ...(byDueDate && input.to ? [sql`o.due_on <= ${input.to}::date`] : []),
  ];
  const organisation = sql`${input.organisationId}::uuid`;
  type Row = Omit<PartnerOutput, "submittedAt"> & { submittedAt: number | null };
  const rows = await ctx.db
    .execute<Row>(sql`select o.id, o.number, o.title, o.status, o.changed_since_approval as "changedSinceApproval", o.due_on::text as "dueOn",
      (extract(epoch from o.submitted_at) * 1000)::float8 as "submittedAt", case when o.leads then o.outcome end as outcome
    from (select o.*, o.lead_organisation_id = ${organisation} as leads, ${dueOutcome(dayInBrussels(ctx.now))} as outcome,
        (select min(s.created_at) from submissions s where s.output_id = o.id) as submitted_at
      from outputs o where o.project_id = ${projectId}::uuid and (o.lead_organisation_id = ${organisation}
        or exists (select from output_contributors c where c.output_id = o.id and c.organisation_id = ${organisation}))) o
    where ${all(shown)} order by o.number limit ${sql.raw(String(pageSize + 1))}`);
  const page = toPage([...rows], pageSize, (row) => [row.number]);
  return {
    ...page,
    items: page.items.map((row) => ({
      ...row,
      submittedAt: row.submittedAt === null ? null : new Date(row.submittedAt),
    })),
  };
}

export type PartnerReview = {
  id: string;
  submissionId: string;
  submission: number;
  outputId: string;
  number: number;
  title: string;
  /** Null for a former member. */
  reviewer: string | null;
  askedAt: Date;
  givenAt: Date | null;
  verdict: "approve" | "request_changes" | null;
  /** Whether the submission still waits for its decision; afterwards a missing review is no longer pending. */
  open: boolean;
};

/** The reviews asked of an organisation in a period, the newest first. Errors: project.not_found. */
export async function listPartnerReviews(ctx: MemberContext, input: PartnerReviewsInput): Promise<Page<PartnerReview>> {
  const { projectId } = requireConsortiumMember(ctx.actor, input.slug);
  const after = decodeCursor(input.cursor, ["moment", "uuid"]);
  const shown = [
    sql`r.project_id = ${projectId}::uuid`,
    sql`r.organisation_id = ${input.organisationId}::uuid`,
    ...(input.given === true ? [sql`r.verdict is not null`] : []),
    ...(input.from ? [sql`r.created_at >= ${startOfDay(input.from)}`] : []),
    ...(input.to ? [sql`r.created_at < ${startOfDay(addDays(input.to, 1))}`] : []),
    ...(after
      ? [
          sql`(r.created_at, r.id) < (${new Date(Number(after[0])).toISOString()}::timestamptz, ${String(after[1])}::uuid)`,
        ]
      : []),
  ];
  type Row = Omit<PartnerReview, "askedAt" | "givenAt"> & { askedAt: number; givenAt: number | null };
  const rows = await ctx.db.execute<Row>(sql`select r.id, s.id as "submissionId", s.number as submission,
      o.id as "outputId", o.number, o.title, ${currentName(sql`r.reviewer_id`)} as reviewer, r.verdict,
      s.status = 'open' as open,
      (extract(epoch from r.created_at) * 1000)::float8 as "askedAt",
      (extract(epoch from r.decided_at) * 1000)::float8 as "givenAt"
    from reviews r join submissions s on s.id = r.submission_id join outputs o on o.id = s.output_id
    where ${all(shown)} order by r.created_at desc, r.id desc limit ${sql.raw(String(pageSize + 1))}`);
  const page = toPage([...rows], pageSize, (row) => [row.askedAt, row.id]);
  return {
    ...page,
    items: page.items.map((row) => ({
      ...row,
      askedAt: new Date(row.askedAt),
      givenAt: row.givenAt === null ? null : new Date(row.givenAt),
    })),
  };
}

/** `name` is null for a former member. */
export type PartnerPerson = { id: string; name: string | null; activities: number };

const mostPeople = 200;

/**
 * The people who acted for an organisation in a period, the most active first; at most two hundred.
 * Errors: project.not_found.
 */
export async function listPartnerPeople(ctx: MemberContext, input: PartnerInput): Promise<PartnerPerson[]> {
  const { projectId } = requireConsortiumMember(ctx.actor, input.slug);
  const project = sql`${projectId}::uuid`;
  const organisation = sql`${input.organisationId}::uuid`;
  const rows = await ctx.db.execute<PartnerPerson>(sql`
    with counted as (${countedActivities(project, splitPeriod(input.from, input.to))}),
    by_person as (select ${currentPerson(sql`c.person_id`)} as id, c.count from counted c
      where c.person_id is not null and c.organisation_id = any(${recordedOrganisations(project, organisation)}))
    select pe.id, case when pe.closed_at is null then pe.name end as name, sum(b.count)::int as activities
    from by_person b join people pe on pe.id = b.id
    group by pe.id order by activities desc, pe.id limit ${sql.raw(String(mostPeople))}`);
  return [...rows];
}
