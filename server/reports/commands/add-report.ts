import { pageReports } from "@/db/schema";
import type { AddReport } from "@/domain/schemas/reports";
import type { Context } from "@/server/context";
import { enqueue } from "@/server/jobs/enqueue";
import { getReportedPage } from "../queries/find-page";

/**
 * Stores a report about a public page, by anyone, and tells the operators. A repeated id changes nothing. Errors:
 * report.page_not_found.
 */
export async function addReport(ctx: Context, input: AddReport): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const page = await getReportedPage(tx, input);
    const { id, kind, reason, text, email } = input;
    const [added] = await tx
      .insert(pageReports)
      .values({
        ...{ id, kind, reason, text, email },
        subjectId: page.id,
        slug: page.slug,
        title: page.title,
        locale: ctx.locale,
        reporterId: ctx.actor?.personId ?? null,
        createdAt: ctx.now,
      })
      .onConflictDoNothing({ target: pageReports.id })
      .returning({ id: pageReports.id });
    if (added) await enqueue(tx, "mail_reports", {}, { jobKey: "mail_reports" });
  });
}
