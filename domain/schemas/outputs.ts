import { z } from "zod";
import { outputStatuses } from "../outputs";
import { outputTypes } from "../programme/vocabulary";

const dateInput = z.iso.date("input.date_invalid");
const optionalDate = dateInput
  .nullish()
  .or(z.literal(""))
  .transform((date) => date || null);

export const plannedOutput = z.object({
  id: z.uuid(),
  number: z.coerce.number().int().min(1).max(999).optional(),
  title: z.string("input.required").trim().min(1, "input.required").max(300, "input.too_long"),
  description: z.string().max(10_000, "input.too_long").default(""),
  type: z.enum(outputTypes, "input.required"),
  leadOrganisationId: z.uuid("input.required"),
  contributorIds: z.array(z.uuid()).max(60).default([]),
  workPackageId: z
    .uuid()
    .nullish()
    .or(z.literal(""))
    .transform((id) => id || null),
  languages: z.array(z.string().max(10)).max(40).default([]),
  dueOn: optionalDate,
});
export type PlannedOutput = z.output<typeof plannedOutput>;

export const planOutputInput = plannedOutput.extend({ projectId: z.uuid() });
export const updateOutputInput = plannedOutput
  .omit({ id: true })
  .extend({ outputId: z.uuid(), revision: z.coerce.number().int() });
export type UpdateOutput = z.output<typeof updateOutputInput>;

export const outputIdInput = z.object({ outputId: z.uuid() });
export const listOutputsInput = z.object({
  slug: z.string().max(80),
  organisationId: z.uuid().optional(),
  status: z.enum(outputStatuses).optional(),
  due: z.enum(["late", "month", "later"]).optional(),
  cursor: z.string().max(400).optional(),
});
export type ListOutputs = z.output<typeof listOutputsInput>;

export const workPackageInput = z.object({
  id: z.uuid(),
  projectId: z.uuid(),
  number: z.coerce.number().int().min(1).max(99),
  title: z.string("input.required").trim().min(1, "input.required").max(200, "input.too_long"),
  startsOn: optionalDate,
  endsOn: optionalDate,
  leadOrganisationId: z
    .uuid()
    .nullish()
    .or(z.literal(""))
    .transform((id) => id || null),
});
export type WorkPackageInput = z.output<typeof workPackageInput>;
export const updateWorkPackageInput = workPackageInput
  .omit({ projectId: true })
  .extend({ revision: z.coerce.number().int() });
export type UpdateWorkPackage = z.output<typeof updateWorkPackageInput>;

export const linkInput = z.object({
  id: z.uuid(),
  outputId: z.uuid(),
  url: z.url({ protocol: /^https?$/, error: "file.link_invalid" }).max(2_000, "input.too_long"),
  name: z.string("input.required").trim().min(1, "input.required").max(200, "input.too_long"),
  language: z.string().max(10).default(""),
  note: z.string().max(1_000, "input.too_long").default(""),
});
export type LinkInput = z.output<typeof linkInput>;

export const versionIdInput = z.object({ versionId: z.uuid() });
export const withdrawInput = versionIdInput.extend({
  reason: z.string("input.required").trim().min(3, "input.required").max(1_000, "input.too_long"),
});

export const archiveInput = outputIdInput.extend({ fileId: z.uuid().optional(), all: z.boolean().default(false) });
export type ArchiveInput = z.output<typeof archiveInput>;

/** The upload protocol tells an empty value as none at all. */
const heldText = (max: number) =>
  z
    .string()
    .max(max)
    .nullish()
    .transform((text) => text ?? "");

/** What an upload says of itself when it begins. */
export const uploadMetadata = z.object({
  outputId: z.uuid(),
  name: z.string().min(1).max(255),
  language: heldText(10),
  note: heldText(1_000),
});
export type UploadMetadata = z.output<typeof uploadMetadata>;
