import { z } from "zod";
import { licences } from "../practices";
import { fields } from "../programme/vocabulary";

const text = z.string().trim().max(8_000, "input.too_long").default("");

const practiceFields = z.object({
  title: z.string("input.required").trim().min(3, "input.required").max(200, "input.too_long"),
  need: text,
  done: text,
  changed: text,
  takes: text,
  targetGroup: z.string().trim().max(300, "input.too_long").default(""),
  field: z.enum(fields, "input.required"),
  language: z.string().min(2).max(10).default("en"),
  licence: z.enum(licences).default("CC-BY-4.0"),
});

export const draftPracticeInput = practiceFields.extend({ id: z.uuid(), projectId: z.uuid() });
export type DraftPractice = z.output<typeof draftPracticeInput>;
export const updatePracticeInput = practiceFields.extend({ practiceId: z.uuid(), revision: z.coerce.number().int() });
export type UpdatePractice = z.output<typeof updatePracticeInput>;
export const practiceIdInput = z.object({ practiceId: z.uuid() });
export const returnPracticeInput = practiceIdInput.extend({
  reason: z.string("input.required").trim().min(3, "input.required").max(2_000, "input.too_long"),
});
export const listPracticesInput = z.object({ slug: z.string().max(80), cursor: z.string().max(400).optional() });
export const publicPracticesInput = z.object({
  text: z.string().trim().max(200).optional(),
  field: z.enum(fields).optional(),
  country: z.string().length(2).optional(),
  cursor: z.string().max(400).optional(),
});
export type PublicPractices = z.output<typeof publicPracticesInput>;
export const practiceSlugInput = z.object({ slug: z.string().min(1).max(100) });
