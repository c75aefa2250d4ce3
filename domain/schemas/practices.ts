import { z } from "zod";
import { licences } from "../licences";
import type { AttachedFile } from "../attachments";
import { translationOrigins } from "../practice-translations";
import { evidenceKinds, practiceSettings } from "../practices";
import { educationFields, eqfLevels } from "../programme/education-fields";
import { fields, impacts, languages, objectives } from "../programme/vocabulary";
import { targetGroups, topics } from "../publications";
import { filesInput } from "./attachments";
import { cursorInput, draftText, emptyAsNull, idInput, languageInput, lineText, longText, optionalId } from "./input";
import { revisionInput, slugText, wholeNumber } from "./input";
import { countryInput } from "./organisations";

// Texts are saved while they are typed, so every field but the title may be empty until the practice is submitted.
const text = draftText(8_000).default("");
const line = draftText(300).default("");

const filled = (row: Record<string, string>) =>
  Object.entries(row).some(([name, value]) => name !== "kind" && value.trim() !== "");

/** Rows of a form: those without any text are left out. */
const rows = <T extends z.ZodType<Record<string, string>>>(row: T, max: number) =>
  z
    .array(row)
    .max(max, "input.too_many")
    .default([])
    .transform((all) => all.filter(filled));

const step = z.object({ text: draftText(4_000).default(""), time: line, material: line });
const evidence = z.object({
  kind: z.enum(evidenceKinds).default("observation"),
  text: draftText(4_000).default(""),
  source: line,
});

const resources = z
  .object({ time: line, people: line, money: line, rooms: line, other: text })
  .default({ time: "", people: "", money: "", rooms: "", other: "" });

/** What a practice says: the description that is edited. */
export const practiceContent = z.object({
  title: lineText(200, 3),
  need: text,
  setting: emptyAsNull(z.enum(practiceSettings)),
  /** Where it was tried; null for the country of the organisation. */
  country: emptyAsNull(countryInput),
  field: z.enum(fields, "input.required"),
  targetGroups: z.array(z.enum(targetGroups)).max(targetGroups.length, "input.too_many").default([]),
  /** Who exactly took part, in the author's words. */
  targetGroup: line,
  eqfLevel: emptyAsNull(wholeNumber(1, eqfLevels.length)),
  iscedField: emptyAsNull(z.enum(educationFields, "input.required")),
  steps: rows(step, 40),
  resources,
  evidence: rows(evidence, 40),
  conditions: text,
  transfer: text,
  language: languageInput.default("en"),
  /** Further languages of its material. */
  languages: z.array(languageInput).max(languages.length, "input.too_many").default([]),
  licence: z.enum(licences).default("CC-BY-4.0"),
  topics: z.array(z.enum(topics)).max(5, "input.too_many").default([]),
  objectives: z.array(z.enum(objectives)).max(objectives.length, "input.too_many").default([]),
  impacts: z.array(z.enum(impacts)).max(impacts.length, "input.too_many").default([]),
  files: filesInput,
});
/** A stored description: its files as they were uploaded. */
export type PracticeContent = Omit<z.output<typeof practiceContent>, "files"> & { files: AttachedFile[] };

export const draftPracticeInput = practiceContent
  .omit({ files: true })
  .extend({ id: idInput, projectId: idInput, outputId: optionalId });
export type DraftPractice = z.output<typeof draftPracticeInput>;
export const updatePracticeInput = practiceContent.extend({ practiceId: idInput, revision: revisionInput });
export type UpdatePractice = z.output<typeof updatePracticeInput>;
export const practiceIdInput = z.object({ practiceId: idInput });
/** With the revision that was read, so that nothing else is published. */
export const publishPracticeInput = practiceIdInput.extend({ revision: revisionInput });
export const practiceReasonInput = practiceIdInput.extend({ reason: longText(2_000, 3) });
export const practiceContactInput = practiceIdInput.extend({ agreed: z.boolean() });
const path = lineText(60, 1);
export const translatePracticeInput = practiceIdInput.extend({
  id: idInput,
  language: languageInput,
  origin: z.enum(translationOrigins),
  texts: z.record(path, longText(8_000)),
  /** Paths of texts that a person found still right after the original changed. */
  confirmed: z.array(path).max(400, "input.too_many").default([]),
  /** 0 when there was no translation yet. */
  revision: revisionInput.default(0),
});
export type TranslatePractice = z.output<typeof translatePracticeInput>;
export const translationInput = practiceIdInput.extend({ language: languageInput });
export const listPracticesInput = z.object({ slug: slugText, cursor: cursorInput });
/** With the languages that the reader prefers, in this order. */
export const publicPracticeInput = z.object({
  slug: slugText,
  languages: z.array(languageInput).max(40, "input.too_many").default([]),
});
