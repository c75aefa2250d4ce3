import { z } from "zod";
import { getInstanceState } from "@/server/jobs/queries";
import { cursorInput, idInput } from "@/domain/schemas/input";
import { memberProcedure, operatorProcedure, router } from "@/server/procedures";
import { getKeptMail, listKeptMails, listTroubledMails } from "./queries";

/** Background work of the instance: stored e-mails in the demo, jobs and storage for operators. */
export const instanceRouter = router({
  keptMails: memberProcedure
    .input(z.object({ cursor: cursorInput }))
    .query(({ ctx, input }) => listKeptMails(ctx, input)),
  keptMail: memberProcedure.input(z.object({ mailId: idInput })).query(({ ctx, input }) => getKeptMail(ctx, input)),
  state: operatorProcedure.query(({ ctx }) => getInstanceState(ctx)),
  troubledMails: operatorProcedure.query(({ ctx }) => listTroubledMails(ctx)),
});
