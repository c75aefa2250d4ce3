import { count, desc, eq, isNull, sql } from "drizzle-orm";
import { pageReports, people } from "@/db/schema";
import { DomainError } from "@/domain/errors";
import { decodeCursor, pageSize, toPage } from "@/domain/page";
import { reportedKinds } from "@/domain/reports";
import type { MemberContext } from "@/server/context";
import { publicSlugOf } from "./find-page";

const isOpen = sql<boolean>`(${pageReports.closedAt} is null)`;

const listed = {
  id: pageReports.id,
  kind: pageReports.kind,
  title: pageReports.title,
  reason: pageReports.reason,
  createdAt: pageReports.createdAt,
  closedAt: pageReports.closedAt,
  outcome: pageReports.outcome,
  /** The address of the page; null while it is not public. */
  publicSlug: sql<string | null>`case ${pageReports.kind} ${sql.join(
    reportedKinds.map((kind) => sql`when ${kind} then ${publicSlugOf(kind, pageReports.subjectId)}`),
    sql` `,
  )} end`,
};

/** Reports about public pages for operators: open ones first, then the newest. */
export async function listReports(ctx: MemberContext, input: { cursor?: string | undefined }) {
  const cursor = decodeCursor(input.cursor, ["number", "moment", "uuid"]);
  const after = cursor
    ? sql`(${isOpen}, ${pageReports.createdAt}, ${pageReports.id}) < (${cursor[0] === 1}::boolean,
        ${new Date(Number(cursor[1])).toISOString()}::timestamptz, ${String(cursor[2])}::uuid)`
    : undefined;
  const rows = await ctx.db
    .select(listed)
    .from(pageReports)
    .where(after)
    .orderBy(desc(isOpen), desc(pageReports.createdAt), desc(pageReports.id))
    .limit(pageSize + 1);
  return toPage(rows, pageSize, (row) => [row.closedAt === null ? 1 : 0, row.createdAt.getTime(), row.id]);
}

/** How many reports are open. */
export async function countOpenReports(ctx: MemberContext): Promise<number> {
  const [open] = await ctx.db.select({ count: count() }).from(pageReports).where(isNull(pageReports.closedAt));
  return open?.count ?? 0;
}

/** One report with its words, for operators; whether an answer can be sent, but not to whom. Errors: report.not_found. */
export async function getReport(ctx: MemberContext, { reportId }: { reportId: string }) {
  const [report] = await ctx.db
    .select({
      ...listed,
      text: pageReports.text,
      answer: pageReports.answer,
      canAnswer: sql<boolean>`(${pageReports.email} is not null or ${pageReports.reporterId} is not null)`,
      closedBy: sql<string | null>`case when ${people.closedAt} is null then ${people.name} end`,
    })
    .from(pageReports)
    .leftJoin(people, eq(people.id, pageReports.closedBy))
    .where(eq(pageReports.id, reportId));
  if (!report) throw new DomainError("report.not_found");
  return report;
}
