import {
  draftPracticeInput,
  listPracticesInput,
  practiceIdInput,
  returnPracticeInput,
  updatePracticeInput,
} from "@/domain/schemas/practices";
import { memberProcedure, router } from "@/server/procedures";
import { deleteDraft } from "./commands/delete-draft";
import { draftPractice } from "./commands/draft-practice";
import { movePractice } from "./commands/move-practice";
import { updatePractice } from "./commands/update-practice";
import { getPractice, listPractices } from "./queries";

/** Good practices: described by partners, published by the coordinator. */
export const practicesRouter = router({
  list: memberProcedure.input(listPracticesInput).query(({ ctx, input }) => listPractices(ctx, input)),
  get: memberProcedure.input(practiceIdInput).query(({ ctx, input }) => getPractice(ctx, input)),
  draft: memberProcedure.input(draftPracticeInput).mutation(({ ctx, input }) => draftPractice(ctx, input)),
  update: memberProcedure.input(updatePracticeInput).mutation(({ ctx, input }) => updatePractice(ctx, input)),
  deleteDraft: memberProcedure.input(practiceIdInput).mutation(({ ctx, input }) => deleteDraft(ctx, input)),
  submit: memberProcedure.input(practiceIdInput).mutation(({ ctx, input }) => movePractice(ctx, input, "submit")),
  publish: memberProcedure.input(practiceIdInput).mutation(({ ctx, input }) => movePractice(ctx, input, "publish")),
  return: memberProcedure.input(returnPracticeInput).mutation(({ ctx, input }) => movePractice(ctx, input, "return")),
});
