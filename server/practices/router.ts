import {
  draftPracticeInput,
  listPracticesInput,
  practiceContactInput,
  practiceIdInput,
  practiceReasonInput,
  publishPracticeInput,
  translatePracticeInput,
  translationInput,
  updatePracticeInput,
} from "@/domain/schemas/practices";
import { practicePublishersInput } from "@/domain/schemas/projects";
import { memberProcedure, router } from "@/server/procedures";
import { deleteDraft } from "./commands/delete-draft";
import { draftPractice } from "./commands/draft-practice";
import { returnPractice, submitPractice } from "./commands/move-practice";
import { publishPractice } from "./commands/publish-practice";
import { setContact } from "./commands/set-contact";
import { setPublishers } from "./commands/set-publishers";
import { translatePractice } from "./commands/translate-practice";
import { updatePractice } from "./commands/update-practice";
import { withdrawPractice } from "./commands/withdraw-practice";
import { getPractice } from "./queries/get-practice";
import { getTranslation, listTranslations } from "./queries/get-translation";
import { listPractices } from "./queries/list-practices";

/** Good practices: described by partners, published by the coordinator or, where the consortium chose so, by their owner. */
export const practicesRouter = router({
  list: memberProcedure.input(listPracticesInput).query(({ ctx, input }) => listPractices(ctx, input)),
  get: memberProcedure.input(practiceIdInput).query(({ ctx, input }) => getPractice(ctx, input)),
  draft: memberProcedure.input(draftPracticeInput).mutation(({ ctx, input }) => draftPractice(ctx, input)),
  update: memberProcedure.input(updatePracticeInput).mutation(({ ctx, input }) => updatePractice(ctx, input)),
  deleteDraft: memberProcedure.input(practiceIdInput).mutation(({ ctx, input }) => deleteDraft(ctx, input)),
  submit: memberProcedure.input(practiceIdInput).mutation(({ ctx, input }) => submitPractice(ctx, input)),
  publish: memberProcedure.input(publishPracticeInput).mutation(({ ctx, input }) => publishPractice(ctx, input)),
  return: memberProcedure.input(practiceReasonInput).mutation(({ ctx, input }) => returnPractice(ctx, input)),
  withdraw: memberProcedure.input(practiceReasonInput).mutation(({ ctx, input }) => withdrawPractice(ctx, input)),
  setContact: memberProcedure.input(practiceContactInput).mutation(({ ctx, input }) => setContact(ctx, input)),
  translate: memberProcedure.input(translatePracticeInput).mutation(({ ctx, input }) => translatePractice(ctx, input)),
  translation: memberProcedure.input(translationInput).query(({ ctx, input }) => getTranslation(ctx, input)),
  translations: memberProcedure.input(practiceIdInput).query(({ ctx, input }) => listTranslations(ctx, input)),
  setPublishers: memberProcedure.input(practicePublishersInput).mutation(({ ctx, input }) => setPublishers(ctx, input)),
});
