import { z } from "zod";
import { licences } from "../licences";
import { fields } from "../programme/vocabulary";
import { cursorInput, idInput, languageInput, lineText, longText, revisionInput, slugText } from "./input";

const text = longText(8_000).default("");

const practiceFields = z.object({
  title: lineText(200, 3),
  need: text,
  done: text,
  changed: text,
  takes: text,
  targetGroup: lineText(300).default(""),
  field: z.enum(fields, "input.required"),
  language: languageInput.default("en"),
  licence: z.enum(licences).default("CC-BY-4.0"),
});

export const draftPracticeInput = practiceFields.extend({ id: idInput, projectId: idInput });
export type DraftPractice = z.output<typeof draftPracticeInput>;
export const updatePracticeInput = practiceFields.extend({ practiceId: idInput, revision: revisionInput });
export type UpdatePractice = z.output<typeof updatePracticeInput>;
export const practiceIdInput = z.object({ practiceId: idInput });
export const returnPracticeInput = practiceIdInput.extend({
  reason: longText(2_000, 3),
});
export const listPracticesInput = z.object({ slug: slugText, cursor: cursorInput });
export const practiceSlugInput = z.object({ slug: slugText });
