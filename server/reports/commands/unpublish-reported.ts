import { eq, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { organisations, outputs, practices, projects, publications } from "@/db/schema";
import { DomainError } from "@/domain/errors";
import type { ActivityEvent } from "@/domain/events/events";
import { decideMove } from "@/domain/outputs";
import { requirePublic } from "@/domain/publications";
import type { ReportedKind } from "@/domain/reports";
import type { UnpublishReported } from "@/domain/schemas/reports";
import type { MemberContext } from "@/server/context";
import { record } from "@/server/events/record";
import { indexInLibrary } from "@/server/library/commands/index-in-library";
import { publicSlugOf } from "../queries/find-page";
import { takeFromPublic } from "@/server/practices/commands/withdraw-practice";
import { finishReport, lockReport } from "./close-report";

type Unpublished = { where: Parameters<typeof record>[2]; event: ActivityEvent };
type Unpublish = (tx: Db, now: Date, subjectId: string, reason: string) => Promise<Unpublished>;

const found = <T>(rows: T[]): T => {
  const [row] = rows;
  if (!row) throw new DomainError("report.page_not_public");
  return row;
};

/** How a page of each kind is unpublished, and the event that tells its owner. */
const unpublish: Record<ReportedKind, Unpublish> = {
  outputs: async (tx, now, id, reason) => {
    // The output first, in the order in which publishing locks them.
    const [subject] = await tx
      .select({ outputId: publications.outputId })
      .from(publications)
      .where(eq(publications.id, id));
    const outputId = subject?.outputId ?? "";
    const output = found(await tx.select().from(outputs).where(eq(outputs.id, outputId)).for("no key update"));
    const [publication] = await tx.select().from(publications).where(eq(publications.id, id)).for("no key update");
    requirePublic(publication ?? null);
    await tx
      .update(publications)
      .set({
        status: "withdrawn",
        withdrawnAt: now,
        withdrawReason: reason,
        revision: sql`${publications.revision} + 1`,
      })
      .where(eq(publications.id, id));
    if (output.status === "published") {
      await tx
        .update(outputs)
        .set({ status: decideMove(output.status, "unpublish") })
        .where(eq(outputs.id, outputId));
    }
    await indexInLibrary(tx, { kind: "output", id: outputId });
    const { projectId, number, title } = output;
    return {
      where: { projectId, outputId },
      event: { type: "output.taken_down", data: { number, title, reason } },
    };
  },
  practices: async (tx, now, id, reason) => {
    const practice = found(await tx.select().from(practices).where(eq(practices.id, id)).for("no key update"));
    await takeFromPublic(tx, practice, reason, now);
    const { projectId, title } = practice;
    return { where: { projectId }, event: { type: "practice.taken_down", data: { practiceId: id, title, reason } } };
  },
  partnerships: async (tx, _now, id, reason) => {
    await tx.update(projects).set({ publicPage: false }).where(eq(projects.id, id));
    return { where: { projectId: id }, event: { type: "project.page_taken_down", data: { reason } } };
  },
  partners: async (tx, _now, id, reason) => {
    const { name } = found(
      await tx
        .update(organisations)
        .set({ publicPageHidden: true })
        .where(eq(organisations.id, id))
        .returning({ name: organisations.legalName }),
    );
    const data = { name, organisationId: id, reason };
    return { where: { organisationId: id }, event: { type: "organisation.page_taken_down", data } };
  },
};

/**
 * Unpublishes a reported page with a reason that its owner is told, and closes the report. The owner may publish it
 * again. Errors: report.not_found, report.closed, report.page_not_public.
 */
export async function unpublishReported(ctx: MemberContext, input: UnpublishReported): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const report = await lockReport(tx, input.reportId);
    const { kind, subjectId } = report;
    const [page] = await tx.execute<{ slug: string | null }>(
      sql`select ${publicSlugOf(kind, sql`${subjectId}::uuid`)} as slug`,
    );
    if (!page?.slug) throw new DomainError("report.page_not_public");
    const { where, event } = await unpublish[kind](tx, ctx.now, subjectId, input.reason);
    // Without the actor: an operator acts for the server, not for an organisation of the project.
    await record(tx, { actor: null, personId: ctx.actor.personId, now: ctx.now }, where, event);
    await finishReport(tx, ctx, report, "unpublished", input.answer);
  });
}
