import {
  addReportInput,
  closeReportInput,
  listReportsInput,
  reportedPageInput,
  reportIdInput,
  unpublishReportedInput,
} from "@/domain/schemas/reports";
import { operatorProcedure, publicProcedure, router } from "@/server/procedures";
import { limit } from "@/server/rate-limit";
import { addReport } from "./commands/add-report";
import { closeReport } from "./commands/close-report";
import { unpublishReported } from "./commands/unpublish-reported";
import { getReportedPage } from "./queries/find-page";
import { countOpenReports, getReport, listReports } from "./queries/list-reports";

/** Reports about public pages: sent by anyone, answered by operators. */
export const reportsRouter = router({
  page: publicProcedure.input(reportedPageInput).query(async ({ ctx, input }) => {
    const { slug, title } = await getReportedPage(ctx.db, input);
    return { kind: input.kind, slug, title };
  }),
  add: publicProcedure.input(addReportInput).mutation(async ({ ctx, input }) => {
    await limit("reportsIp", ctx.ip);
    await addReport(ctx, input);
  }),
  list: operatorProcedure.input(listReportsInput).query(({ ctx, input }) => listReports(ctx, input)),
  open: operatorProcedure.query(({ ctx }) => countOpenReports(ctx)),
  get: operatorProcedure.input(reportIdInput).query(({ ctx, input }) => getReport(ctx, input)),
  close: operatorProcedure.input(closeReportInput).mutation(({ ctx, input }) => closeReport(ctx, input)),
  unpublish: operatorProcedure
    .input(unpublishReportedInput)
    .mutation(({ ctx, input }) => unpublishReported(ctx, input)),
});
