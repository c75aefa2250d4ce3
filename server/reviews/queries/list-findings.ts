import { type SQL, sql } from "drizzle-orm";
import { fixedLimit, prepared } from "@/db/prepared";
import { dayInBrussels } from "@/domain/dates";
import { DomainError } from "@/domain/errors";
import {
  type FindingAct,
  type FindingRole,
  type FindingStatus,
  type FindingWeight,
  possibleFindingActs,
} from "@/domain/findings";
import { decodeCursor, toPage } from "@/domain/page";
import type { ListFindings } from "@/domain/schemas/reviews";
import type { MemberContext } from "@/server/context";
import { preparedScope, scopeOf, shownSubmission } from "@/server/outputs/queries/evaluator-scope";
import { getOutput, type Output } from "@/server/outputs/queries/get-output";

/** How many findings a page shows. */
const shownFindings = 20;
/** The longest thread that is shown. */
const longestThread = 50;

type Organisation = { id: string; shortName: string; country: string; hue: number };
type Answer = {
  id: string;
  act: Extract<FindingAct, "fixed" | "declined" | "close" | "reopen">;
  text: string;
  /** Milliseconds. */
  at: number;
  person: string | null;
  organisation: Organisation;
  version: { number: number; name: string } | null;
};
type Row = {
  id: string;
  reviewId: string;
  submissionId: string;
  submission: number;
  weight: FindingWeight;
  status: FindingStatus;
  text: string;
  page: number | null;
  seconds: number | null;
  quote: string;
  revision: number;
  createdAt: number;
  mine: boolean;
  /** The author has left the project. */
  authorGone: boolean;
  author: string | null;
  organisation: Organisation;
  version: { id: string; fileId: string; name: string; number: number };
  answers: Answer[];
};

const personIn = (alias: string) => sql.raw(`case when ${alias}.closed_at is null then ${alias}.name end`);
const millisecondsOf = (column: string) => sql.raw(`(extract(epoch from ${column}) * 1000)::float8`);
const organisationIn = (alias: string, participation: string) =>
  sql.raw(`json_build_object('id', ${alias}.id, 'shortName', ${alias}.short_name, 'country', ${alias}.country,
    'hue', coalesce(${participation}.hue, 0))`);

const answersOf = sql`(select coalesce(json_agg(json_build_object('id', n.id, 'act', n.act, 'text', n.text,
      'at', ${millisecondsOf("n.created_at")}, 'person', ${personIn("by")}, 'organisation', ${organisationIn("no", "np")},
      'version', case when nv.id is not null then json_build_object('number', nv.number, 'name', nv.name) end)
      order by n.created_at, n.id), '[]')
    from (select * from finding_answers fa where fa.finding_id = f.id
      order by fa.created_at desc, fa.id desc limit ${sql.raw(String(longestThread))}) n
    join people by on by.id = n.person_id join organisations no on no.id = n.organisation_id
    left join participations np on np.organisation_id = no.id and np.project_id = f.project_id
    left join file_versions nv on nv.id = n.version_id)`;

const scopes: Record<ListFindings["of"], SQL> = {
  submission: sql`r.submission_id = ${sql.placeholder("submissionId")}::uuid`,
  earlier: sql`submissions.number < ${sql.placeholder("number")}::int`,
};

const findingsStatement = prepared((db, [of, page]: readonly (ListFindings["of"] | "after")[]) =>
  db
    .select({
      rows: sql<Row[]>`(select coalesce(json_agg(listed), '[]') from (
        select f.id, f.review_id as "reviewId", submissions.id as "submissionId", submissions.number as submission, f.weight,
          f.status, f.text, f.page, f.seconds, f.quote, f.revision, ${millisecondsOf("f.created_at")} as "createdAt",
          f.person_id = ${sql.placeholder("reader")}::uuid as mine,
          not exists (select from participation_people pp join participations pa on pa.id = pp.participation_id
            where pp.project_id = f.project_id and pp.person_id = f.person_id and pp.ended_at is null
              and (pa.ended_on is null or pa.ended_on >= ${sql.placeholder("today")}::date)) as "authorGone",
          ${personIn("pe")} as author, ${organisationIn("o", "p")} as organisation,
          json_build_object('id', v.id, 'fileId', v.file_id, 'name', v.name, 'number', v.number) as version,
          ${answersOf} as answers
        from findings f join reviews r on r.id = f.review_id join submissions on submissions.id = r.submission_id
        join people pe on pe.id = f.person_id join organisations o on o.id = r.organisation_id
        left join participations p on p.organisation_id = o.id and p.project_id = f.project_id
        join file_versions v on v.id = f.version_id
        where f.output_id = ${sql.placeholder("outputId")}::uuid and ${scopes[of === "earlier" ? "earlier" : "submission"]}
          and (f.status <> 'draft' or f.person_id = ${sql.placeholder("reader")}::uuid)
          and ${shownSubmission(preparedScope)}
          ${
            page === "after"
              ? sql`and (f.created_at, f.id) > (${sql.placeholder("afterAt")}::timestamptz, ${sql.placeholder("afterId")}::uuid)`
              : sql``
          }
        order by f.created_at, f.id limit ${sql.raw(String(shownFindings + 1))}) listed)`,
    })
    .from(sql`(select) as one_row`)
    .limit(fixedLimit(1))
    .prepare("findings"),
);

/** A page of the findings of a submission, or of the earlier ones of its output, with what the person may do. */
export async function findingsOf(
  ctx: MemberContext,
  output: Output,
  submission: { id: string; number: number; open: boolean },
  { of, cursor: cursorText }: Pick<ListFindings, "of" | "cursor">,
) {
  const cursor = decodeCursor(cursorText, ["moment", "uuid"]);
  const values = {
    ...scopeOf(ctx.actor),
    outputId: output.id,
    submissionId: submission.id,
    number: submission.number,
    today: dayInBrussels(ctx.now),
  };
  const [found] = cursor
    ? await findingsStatement(ctx.db, of, "after").execute({
        ...values,
        afterAt: new Date(Number(cursor[0])).toISOString(),
        afterId: cursor[1],
      })
    : await findingsStatement(ctx.db, of).execute(values);
  const rows = (found?.rows ?? []).map(({ authorGone, ...row }) => {
    const roles: FindingRole[] = [
      ...(row.mine ? (["reviewer"] as const) : []),
      ...(output.can["output.submit"] ? (["lead"] as const) : []),
      ...(authorGone && output.can["output.decide"] ? (["coordinator"] as const) : []),
    ];
    const closed = output.projectStatus === "closed";
    const acts = closed ? [] : possibleFindingActs(row.status, roles);
    // Drafts can be changed only while the review can be given.
    const can = acts.filter((act) => submission.open || (act !== "edit" && act !== "give"));
    return {
      ...row,
      createdAt: new Date(row.createdAt),
      answers: row.answers.map(({ at, ...answer }) => ({ ...answer, createdAt: new Date(at) })),
      can,
    };
  });
  return toPage(rows, shownFindings, (row) => [row.createdAt.getTime(), row.id]);
}

/**
 * Findings of a submission, or of the earlier submissions of its output, oldest first, with their threads. Drafts are
 * listed for their author alone. Errors: submission.not_found.
 */
export async function listFindings(ctx: MemberContext, input: ListFindings) {
  const [submission] = await ctx.db.execute<{ id: string; outputId: string; number: number; open: boolean }>(
    sql`select id, output_id as "outputId", number, status = 'open' as open from submissions
      where id = ${input.submissionId}::uuid and ${shownSubmission(ctx.actor)}`,
  );
  if (!submission) throw new DomainError("submission.not_found");
  return findingsOf(ctx, await getOutput(ctx, submission), submission, input);
}
