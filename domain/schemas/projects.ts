import { z } from "zod";
import { participationKinds, projectRoles } from "../actor";
import { mailLocales } from "../people";
import { actionIds } from "../programme/actions";
import { fields, impacts, kinds, objectives, organisationTypes, outputTypes, strands } from "../programme/vocabulary";
import { maxOrganisations, maxOutputs } from "../projects";
import { addressInput } from "./people";
import { countryInput, organisationFields } from "./organisations";

const words = (max: number) => z.string().max(max, "input.too_long");
const dateInput = z.iso.date("input.date_invalid");
const key = z.string().min(1).max(60);

/** What the wizard keeps while it is filled in: every part may be missing, nothing may be endless. */
export const draftData = z.object({
  organisationId: z.uuid().optional(),
  callYear: z.number().int().min(2014).max(2027).optional(),
  actionCode: z.string().max(40).optional(),
  field: z.enum(fields).optional(),
  kind: z.enum(kinds).optional(),
  strand: z.enum(strands).optional(),
  title: words(300).optional(),
  acronym: words(40).optional(),
  summary: words(10_000).optional(),
  startsOn: words(10).optional(),
  durationMonths: z.number().int().min(1).max(60).optional(),
  priorities: z.array(words(80)).max(30).optional(),
  objectives: z.array(z.enum(objectives)).max(10).optional(),
  impacts: z.array(z.enum(impacts)).max(20).optional(),
  grantReference: words(60).optional(),
  /** The project of the official list the draft was filled from, and the fields that were guessed. */
  listReference: words(60).optional(),
  guessed: z.array(words(120)).max(400).optional(),
  partners: z
    .array(
      z.object({
        key,
        organisationId: z.uuid().optional(),
        legalName: words(200).default(""),
        country: words(60).default(""),
        city: words(120).default(""),
        type: z.enum(organisationTypes).optional(),
        oid: words(20).optional(),
        pic: words(20).optional(),
        kind: z.enum(["partner", "associated", "evaluator"]).default("partner"),
        emails: words(2_000).default(""),
        role: z.enum(projectRoles).default("manager"),
        message: words(2_000).default(""),
        locale: z.enum(mailLocales).default("en"),
      }),
    )
    .max(maxOrganisations)
    .optional(),
  outputs: z
    .array(
      z.object({
        key,
        title: words(300).default(""),
        type: z.enum(outputTypes).default("other"),
        leadKey: key.optional(),
        dueOn: words(10).default(""),
        languages: z.array(words(10)).max(40).default([]),
      }),
    )
    .max(maxOutputs)
    .optional(),
});
export type DraftData = z.output<typeof draftData>;

export const saveDraftInput = z.object({ id: z.uuid(), revision: z.number().int(), data: draftData });
export const draftIdInput = z.object({ id: z.uuid() });

export const projectFields = z.object({
  callYear: z.coerce.number("input.required").int().min(2014, "input.required").max(2027, "input.required"),
  actionCode: z.string("input.required").refine((code) => actionIds.includes(code), "input.required"),
  field: z.enum(fields, "input.required"),
  kind: z
    .enum(kinds)
    .nullish()
    .transform((kind) => kind ?? null),
  strand: z
    .enum(strands)
    .nullish()
    .or(z.literal(""))
    .transform((strand) => strand || null),
  title: z.string("input.required").trim().min(1, "input.required").max(300, "input.too_long"),
  acronym: z.string("input.required").trim().min(1, "input.required").max(40, "input.too_long"),
  summary: words(10_000).default(""),
  startsOn: dateInput
    .nullish()
    .or(z.literal(""))
    .transform((date) => date || null),
  durationMonths: z.coerce
    .number()
    .int()
    .min(1)
    .max(60)
    .nullish()
    .transform((months) => months ?? null),
  priorities: z.array(words(80)).max(30).default([]),
  objectives: z.array(z.enum(objectives)).max(10).default([]),
  impacts: z.array(z.enum(impacts)).max(20).default([]),
  grantReference: words(60)
    .nullish()
    .transform((text) => text?.trim() || null),
});

export const updateProjectInput = projectFields.extend({ projectId: z.uuid(), revision: z.coerce.number().int() });
export type UpdateProject = z.output<typeof updateProjectInput>;

export const projectIdInput = z.object({ projectId: z.uuid() });
export const slugInput = z.object({ slug: z.string().min(1).max(80) });

const invitedPeople = {
  emails: z.array(addressInput).max(20, "invitation.too_many"),
  role: z.enum(projectRoles).default("viewer"),
  message: words(2_000).default(""),
  locale: z.enum(mailLocales).default("en"),
};

export const invitedOrganisation = z
  .object({
    organisationId: z.uuid().optional(),
    legalName: words(200).trim().optional(),
    country: countryInput.optional(),
    city: words(120).trim().optional(),
    type: z.enum(organisationTypes).optional(),
    oid: z
      .string()
      .regex(/^E\d{8}$/, "organisation.oid_invalid")
      .optional(),
    pic: z
      .string()
      .regex(/^\d{9}$/, "organisation.pic_invalid")
      .optional(),
    kind: z.enum(["partner", "associated", "evaluator"]),
    ...invitedPeople,
  })
  .refine((o) => o.organisationId !== undefined || (o.legalName && o.country), {
    error: "invitation.organisation_missing",
    path: ["legalName"],
  });
export type InvitedOrganisation = z.output<typeof invitedOrganisation>;

export const inviteOrganisationsInput = z.object({
  projectId: z.uuid(),
  organisations: z.array(invitedOrganisation).min(1).max(20, "invitation.too_many"),
});
export const invitePeopleInput = z
  .object({ participationId: z.uuid(), ...invitedPeople })
  .refine((i) => i.emails.length > 0, {
    error: "input.required",
    path: ["emails"],
  });
export type InvitePeople = z.output<typeof invitePeopleInput>;

export const invitationIdInput = z.object({ invitationId: z.uuid() });
export const invitationTokenInput = z.object({ token: z.string().min(20).max(200) });
export const declineInput = invitationTokenInput.extend({ reason: words(1_000).default("") });
export const acceptInput = invitationTokenInput.extend({
  /** One of the person's own organisations, when it is that one which takes part. */
  organisationId: z.uuid().optional(),
  /** What is still unknown of a new organisation. */
  organisation: organisationFields.optional(),
  isAnother: z.coerce.boolean().default(false),
});
export type AcceptInvitation = z.output<typeof acceptInput>;

export const participationIdInput = z.object({ participationId: z.uuid() });
export const changeKindInput = participationIdInput.extend({
  kind: z.enum(participationKinds).exclude(["coordinator"]),
});
export const endParticipationInput = participationIdInput.extend({ endedOn: dateInput });
export const memberInput = z.object({ memberId: z.uuid() });
export const memberRoleInput = memberInput.extend({ role: z.enum(projectRoles) });
