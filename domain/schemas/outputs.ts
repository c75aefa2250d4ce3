import { z } from "zod";
import { bareWebAddress } from "../identifiers";
import { licences } from "../licences";
import { outputStatuses } from "../outputs";
import { languages, outputTypes } from "../programme/vocabulary";
import {
  chosenId,
  cursorInput,
  idInput,
  languageInput,
  lineText,
  longText,
  optionalDate,
  optionalId,
  optionalLanguage,
  revisionInput,
  slugText,
  wholeNumber,
} from "./input";

export const plannedOutput = z.object({
  id: idInput,
  number: wholeNumber(1, 999).optional(),
  title: lineText(300, 1),
  description: longText(10_000).default(""),
  type: z.enum(outputTypes, "input.required"),
  leadOrganisationId: chosenId,
  contributorIds: z.array(idInput).max(60, "input.too_many").default([]),
  workPackageId: optionalId,
  languages: z.array(languageInput).max(languages.length, "input.too_many").default([]),
  licence: z
    .enum(licences, "input.required")
    .nullish()
    .or(z.literal(""))
    .transform((licence) => licence || null),
  dueOn: optionalDate,
});
export type PlannedOutput = z.output<typeof plannedOutput>;

export const planOutputInput = plannedOutput.extend({ projectId: idInput });
export const updateOutputInput = plannedOutput
  .omit({ id: true })
  .extend({ outputId: idInput, revision: revisionInput });
export type UpdateOutput = z.output<typeof updateOutputInput>;

export const outputIdInput = z.object({ outputId: idInput });
export const listOutputsInput = z.object({
  slug: slugText,
  organisationId: idInput.optional(),
  status: z.enum(outputStatuses).optional(),
  due: z.enum(["late", "month", "later"]).optional(),
  cursor: cursorInput,
});
export type ListOutputs = z.output<typeof listOutputsInput>;

export const workPackageInput = z.object({
  id: idInput,
  projectId: idInput,
  number: wholeNumber(1, 99),
  title: lineText(200, 1),
  startsOn: optionalDate,
  endsOn: optionalDate,
  leadOrganisationId: optionalId,
});
export type WorkPackageInput = z.output<typeof workPackageInput>;
export const updateWorkPackageInput = workPackageInput.omit({ projectId: true }).extend({ revision: revisionInput });
export type UpdateWorkPackage = z.output<typeof updateWorkPackageInput>;

export const linkInput = z.object({
  id: idInput,
  outputId: idInput,
  url: lineText(2_000)
    .transform(bareWebAddress)
    .pipe(z.url({ protocol: /^https?$/, error: "file.link_invalid" })),
  name: lineText(200, 1),
  language: optionalLanguage,
  note: longText(1_000).default(""),
});
export type LinkInput = z.output<typeof linkInput>;

export const versionIdInput = z.object({ versionId: idInput });
export const withdrawInput = versionIdInput.extend({
  reason: longText(1_000, 3),
});

/** Input of the output page, with the cursor of each of its lists. */
export const outputPageInput = outputIdInput.extend({
  files: cursorInput,
  submissions: cursorInput,
  activity: cursorInput,
});
export type OutputPage = z.output<typeof outputPageInput>;
export const archiveInput = outputIdInput.extend({ fileId: idInput.optional(), all: z.boolean().default(false) });
export type ArchiveInput = z.output<typeof archiveInput>;

/** The tus protocol sends an empty value as null. */
const orNull = <T extends z.ZodType>(schema: T) => z.preprocess((value) => value ?? undefined, schema);

/** The metadata of a new upload. */
export const uploadMetadata = z.object({
  outputId: idInput,
  name: lineText(255, 1),
  language: orNull(optionalLanguage),
  note: orNull(longText(1_000).default("")),
});
export type UploadMetadata = z.output<typeof uploadMetadata>;
