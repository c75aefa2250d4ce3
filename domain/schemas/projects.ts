import { z } from "zod";
import { participationKinds, projectRoles } from "../actor";
import { mailLocales } from "../people";
import { actionIds } from "../programme/actions";
import { parseReference } from "../programme/references";
import { quietDaysRange } from "../reminders";
import {
  fields,
  impacts,
  kinds,
  languages,
  objectives,
  organisationTypes,
  outputTypes,
  strands,
} from "../programme/vocabulary";
import { maxOrganisations, maxOutputs } from "../projects";
import {
  calendarDate,
  draftText,
  idInput,
  languageInput,
  lineText,
  longText,
  optionalDate,
  revisionInput,
  slugText,
  tokenInput,
  wholeNumber,
} from "./input";
import { addressInput } from "./people";
import { countryInput, oidInput, organisationFields, picInput } from "./organisations";

const key = lineText(60, 1);

/** A reference in its usual form when it can be read; else the text, because a number may have another form. */
function writtenReference(text: string): string {
  const read = parseReference({ text });
  return (read.valid ? read.normalised : null) ?? text;
}

/** The draft of the wizard: every part is optional, every size is limited. */
export const draftData = z.object({
  organisationId: idInput.optional(),
  callYear: wholeNumber(2014, 2027).optional(),
  actionCode: draftText(40).optional(),
  field: z.enum(fields).optional(),
  kind: z.enum(kinds).optional(),
  strand: z.enum(strands).optional(),
  title: draftText(300).optional(),
  acronym: draftText(40).optional(),
  summary: draftText(10_000).optional(),
  startsOn: draftText(10).optional(),
  durationMonths: wholeNumber(1, 60).optional(),
  priorities: z.array(draftText(80)).max(30).optional(),
  objectives: z.array(z.enum(objectives)).max(10).optional(),
  impacts: z.array(z.enum(impacts)).max(20).optional(),
  grantReference: draftText(60).optional(),
  /** The project of the official list that filled the draft, and the fields that were guessed. */
  listReference: draftText(60).optional(),
  guessed: z.array(draftText(120)).max(400).optional(),
  partners: z
    .array(
      z.object({
        key,
        organisationId: idInput.optional(),
        legalName: draftText(200).default(""),
        country: draftText(60).default(""),
        city: draftText(120).default(""),
        type: z.enum(organisationTypes).optional(),
        oid: draftText(20).optional(),
        pic: draftText(20).optional(),
        kind: z.enum(["partner", "associated", "evaluator"]).default("partner"),
        emails: draftText(2_000).default(""),
        role: z.enum(projectRoles).default("manager"),
        message: draftText(2_000).default(""),
        locale: z.enum(mailLocales).default("en"),
      }),
    )
    .max(maxOrganisations)
    .optional(),
  outputs: z
    .array(
      z.object({
        key,
        title: draftText(300).default(""),
        type: z.enum(outputTypes).default("other"),
        leadKey: key.optional(),
        dueOn: draftText(10).default(""),
        languages: z.array(languageInput).max(languages.length, "input.too_many").default([]),
      }),
    )
    .max(maxOutputs)
    .optional(),
});
export type DraftData = z.output<typeof draftData>;

export const saveDraftInput = z.object({ id: idInput, revision: revisionInput, data: draftData });
export const draftIdInput = z.object({ id: idInput });

export const projectFields = z.object({
  callYear: wholeNumber(2014, 2027),
  actionCode: lineText(40).refine((code) => actionIds.includes(code), "input.required"),
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
  title: lineText(300, 1),
  acronym: lineText(40, 1),
  summary: longText(10_000).default(""),
  startsOn: optionalDate,
  durationMonths: wholeNumber(1, 60)
    .nullish()
    .transform((months) => months ?? null),
  priorities: z.array(lineText(80)).max(30, "input.too_many").default([]),
  objectives: z.array(z.enum(objectives)).max(10).default([]),
  impacts: z.array(z.enum(impacts)).max(20).default([]),
  grantReference: lineText(60)
    .nullish()
    .transform((text) => (text ? writtenReference(text) : null)),
});

/** Null for the default: a page once something is published. */
export const projectPageInput = z.object({ projectId: idInput, publicPage: z.boolean("input.required").nullable() });
export type ProjectPage = z.output<typeof projectPageInput>;

export const practicePublishersInput = z.object({ projectId: idInput, ownersPublish: z.boolean("input.required") });
export type PracticePublishers = z.output<typeof practicePublishersInput>;

export const quietDaysInput = z.object({
  projectId: idInput,
  quietDays: wholeNumber(quietDaysRange.least, quietDaysRange.most),
});
export type QuietDays = z.output<typeof quietDaysInput>;

export const updateProjectInput = projectFields.extend({ projectId: idInput, revision: revisionInput });
export type UpdateProject = z.output<typeof updateProjectInput>;

export const projectIdInput = z.object({ projectId: idInput });
export const slugInput = z.object({ slug: slugText });

const invitedPeople = {
  emails: z.array(addressInput).max(20, "invitation.too_many"),
  role: z.enum(projectRoles).default("viewer"),
  message: longText(2_000).default(""),
  locale: z.enum(mailLocales).default("en"),
};

export const invitedOrganisation = z
  .object({
    organisationId: idInput.optional(),
    legalName: lineText(200).optional(),
    country: countryInput.optional(),
    city: lineText(120).optional(),
    type: z.enum(organisationTypes).optional(),
    oid: oidInput.optional(),
    pic: picInput.optional(),
    kind: z.enum(["partner", "associated", "evaluator"]),
    ...invitedPeople,
  })
  .refine((o) => o.organisationId !== undefined || (o.legalName && o.country), {
    error: "invitation.organisation_missing",
    path: ["legalName"],
  });
export type InvitedOrganisation = z.output<typeof invitedOrganisation>;

export const inviteOrganisationsInput = z.object({
  projectId: idInput,
  organisations: z.array(invitedOrganisation).min(1).max(20, "invitation.too_many"),
});
export const invitePeopleInput = z
  .object({ participationId: idInput, ...invitedPeople })
  .refine((i) => i.emails.length > 0, {
    error: "input.required",
    path: ["emails"],
  });
export type InvitePeople = z.output<typeof invitePeopleInput>;

export const invitationIdInput = z.object({ invitationId: idInput });
/** `address` corrects the address of the invitation. */
export const resendInvitationInput = invitationIdInput.extend({ address: addressInput.optional() });
export const invitationTokenInput = z.object({ token: tokenInput });
export const declineInput = invitationTokenInput.extend({ reason: longText(1_000).default("") });
const acceptFields = invitationTokenInput.extend({
  /** The id, when it is one of the person's own organisations. */
  organisationId: idInput.optional(),
  /** Fields of a new organisation that the invitation does not contain. */
  organisation: organisationFields.optional(),
  isAnother: z.coerce.boolean().default(false),
});
/** A form without scripts also sends the fields of a new organisation when an own one was chosen: they are ignored. */
export const acceptInput = z.preprocess(
  (sent: z.input<typeof acceptFields> | undefined) =>
    sent?.organisationId === undefined ? sent : { ...sent, organisation: undefined },
  acceptFields,
);
export type AcceptInvitation = z.output<typeof acceptInput>;
export type ResendInvitation = z.output<typeof resendInvitationInput>;

export const participationIdInput = z.object({ participationId: idInput });
export const changeParticipationKindInput = participationIdInput.extend({
  kind: z.enum(participationKinds).exclude(["coordinator"]),
});
export const correctOrganisationInput = participationIdInput
  .extend(organisationFields.pick({ legalName: true, oid: true }).shape)
  .extend({
    revision: revisionInput,
    city: lineText(120).default(""),
    type: z
      .enum(organisationTypes)
      .nullish()
      .or(z.literal(""))
      .transform((type) => type || null),
  });
export type CorrectOrganisation = z.output<typeof correctOrganisationInput>;
export const endParticipationInput = participationIdInput.extend({ endedOn: calendarDate() });
export const memberInput = z.object({ memberId: idInput });
export const handOverWorkInput = memberInput.extend({ toMemberId: idInput, role: z.boolean().default(false) });
export type HandOverWork = z.output<typeof handOverWorkInput>;
export const memberRoleInput = memberInput.extend({ role: z.enum(projectRoles) });
