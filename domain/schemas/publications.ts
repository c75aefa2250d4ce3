import { z } from "zod";
import { closedLicences, licences } from "../licences";
import { educationFields, eqfLevels } from "../programme/education-fields";
import { impacts, languages, objectives } from "../programme/vocabulary";
import { targetGroups, topics } from "../publications";
import {
  cursorInput,
  emptyAsNull,
  idInput,
  languageInput,
  lineText,
  longText,
  optionalId,
  revisionInput,
  slugText,
  wholeNumber,
} from "./input";

const isOpenLicence = (licence: string) => !closedLicences.some((closed) => closed === licence);

const publicationFields = z.object({
  title: lineText(300, 1),
  abstract: longText(5_000, 20),
  language: languageInput,
  languages: z.array(languageInput).max(languages.length, "input.too_many").default([]),
  keywords: z.array(lineText(60, 1)).max(20, "input.too_many").default([]),
  topics: z.array(z.enum(topics)).max(5, "input.too_many").default([]),
  targetGroups: z.array(z.enum(targetGroups)).max(targetGroups.length, "input.too_many").default([]),
  eqfLevel: emptyAsNull(wholeNumber(1, eqfLevels.length)),
  iscedField: emptyAsNull(z.enum(educationFields, "input.required")),
  licence: z
    .enum([...licences, ...closedLicences], "input.required")
    .refine(isOpenLicence, "publication.no_derivatives"),
  versionIds: z.array(idInput).min(1, "publication.no_version").max(200, "input.too_many"),
  organisationIds: z.array(idInput).min(1, "input.required").max(60, "input.too_many"),
  personIds: z.array(idInput).max(30, "input.too_many").default([]),
  coverVersionId: optionalId,
  coverText: lineText(300).default(""),
  objectives: z.array(z.enum(objectives)).max(objectives.length, "input.too_many").default([]),
  impacts: z.array(z.enum(impacts)).max(impacts.length, "input.too_many").default([]),
});

/** The people shown or named in the files have agreed that they become public. */
const agreement = z.boolean().refine((agreed) => agreed, "publication.agreement_missing");

export const previewInput = publicationFields.extend({ outputId: idInput });
export type PublicationFields = z.output<typeof publicationFields>;
export type PreviewPublication = z.output<typeof previewInput>;

/** `revision` is that of the withdrawn page that is published again. */
export const publishInput = publicationFields.extend({
  id: idInput,
  outputId: idInput,
  revision: revisionInput.optional(),
  agreed: agreement,
});
export type PublishOutput = z.output<typeof publishInput>;

export const updatePublicationInput = publicationFields.extend({
  outputId: idInput,
  revision: revisionInput,
  agreed: agreement,
});
export type UpdatePublication = z.output<typeof updatePublicationInput>;

export const withdrawPublicationInput = z.object({ outputId: idInput, reason: longText(2_000, 3) });
export type WithdrawPublication = z.output<typeof withdrawPublicationInput>;

export const publicationIdInput = z.object({ publicationId: idInput });
export const listNamesInput = z.object({ cursor: cursorInput });
export const sitemapInput = z.object({ page: wholeNumber(0, 9_999) });
export const publicSlugInput = z.object({ slug: slugText });
