import { and, eq, isNotNull } from "drizzle-orm";
import type { Db } from "@/db/client";
import { addresses, pageReports } from "@/db/schema";
import { DomainError } from "@/domain/errors";
import { requireOpen, type ReportOutcome } from "@/domain/reports";
import type { CloseReport } from "@/domain/schemas/reports";
import type { MemberContext } from "@/server/context";
import { enqueue } from "@/server/jobs/enqueue";

/** Loads and locks a report that is open. Errors: report.not_found, report.closed. */
export async function lockReport(tx: Db, reportId: string) {
  const [report] = await tx.select().from(pageReports).where(eq(pageReports.id, reportId)).for("no key update");
  if (!report) throw new DomainError("report.not_found");
  requireOpen(report);
  return report;
}

type Report = Awaited<ReturnType<typeof lockReport>>;

/** Where the answer to a report is sent: the address that was given, or that of the account; null for none. */
async function findReporter(tx: Db, { email, reporterId }: Report) {
  if (email !== null) return { address: email, personId: null };
  if (reporterId === null) return null;
  const [own] = await tx
    .select({ address: addresses.address })
    .from(addresses)
    .where(and(eq(addresses.personId, reporterId), addresses.isPrimary, isNotNull(addresses.confirmedAt)));
  return own ? { address: own.address, personId: reporterId } : null;
}

/** Closes a locked report, and sends the answer to the reporter. */
export async function finishReport(
  tx: Db,
  ctx: MemberContext,
  report: Report,
  outcome: ReportOutcome,
  answer: string,
): Promise<void> {
  await tx
    .update(pageReports)
    .set({ closedAt: ctx.now, closedBy: ctx.actor.personId, outcome, answer })
    .where(eq(pageReports.id, report.id));
  const reporter = await findReporter(tx, report);
  if (reporter === null) return;
  await enqueue(tx, "send_mail", {
    dedupeKey: `report:${report.id}`,
    template: "pageReportAnswer",
    ...reporter,
    locale: report.locale,
    props: { title: report.title, outcome, answer },
  });
}

/** Closes a report with an answer and leaves the page as it is. Errors: report.not_found, report.closed. */
export async function closeReport(ctx: MemberContext, { reportId, answer }: CloseReport): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    await finishReport(tx, ctx, await lockReport(tx, reportId), "answered", answer);
  });
}
