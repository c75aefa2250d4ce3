import {
  listNamesInput,
  previewInput,
  publicationIdInput,
  publishInput,
  updatePublicationInput,
  withdrawPublicationInput,
} from "@/domain/schemas/publications";
import { outputIdInput } from "@/domain/schemas/outputs";
import { memberProcedure, router } from "@/server/procedures";
import { answerName } from "./commands/answer-name";
import { publishOutput } from "./commands/publish";
import { updatePublication } from "./commands/update-publication";
import { withdrawPublication } from "./commands/withdraw-publication";
import { getPublicationForm } from "./queries/get-form";
import { listNames } from "./queries/list-names";
import { previewPublication } from "./queries/preview";

/** Public pages of outputs: published and withdrawn by the coordinator, with the people who agreed to be named. */
export const publicationsRouter = router({
  form: memberProcedure.input(outputIdInput).query(({ ctx, input }) => getPublicationForm(ctx, input)),
  preview: memberProcedure.input(previewInput).query(({ ctx, input }) => previewPublication(ctx, input)),
  publish: memberProcedure.input(publishInput).mutation(({ ctx, input }) => publishOutput(ctx, input)),
  update: memberProcedure.input(updatePublicationInput).mutation(({ ctx, input }) => updatePublication(ctx, input)),
  withdraw: memberProcedure
    .input(withdrawPublicationInput)
    .mutation(({ ctx, input }) => withdrawPublication(ctx, input)),
  names: memberProcedure.input(listNamesInput).query(({ ctx, input }) => listNames(ctx, input)),
  agree: memberProcedure.input(publicationIdInput).mutation(({ ctx, input }) => answerName(ctx, input, "agreed")),
  decline: memberProcedure.input(publicationIdInput).mutation(({ ctx, input }) => answerName(ctx, input, "declined")),
});
