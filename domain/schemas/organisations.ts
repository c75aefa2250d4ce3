import { z } from "zod";
import { bareWebAddress, normaliseOid, normalisePic } from "../identifiers";
import { countryFromText } from "../programme/country-names";
import { countryCodes } from "../programme/countries";
import { organisationTypes } from "../programme/vocabulary";
import { idInput, lineText, revisionInput } from "./input";

/** A country by its code or name, as its ISO 3166 code. Errors: organisation.country_unknown. */
export const countryInput = lineText(80).transform((text, ctx) => {
  const country = countryFromText(text);
  if (country && countryCodes.includes(country)) return country;
  ctx.addIssue({ code: "custom", message: "organisation.country_unknown" });
  return z.NEVER;
});

const identifier = (normalise: (text: string) => string | null, problem: string) =>
  lineText(80)
    .transform((text, ctx) => {
      if (text === "") return null;
      const value = normalise(text);
      if (value !== null) return value;
      ctx.addIssue({ code: "custom", message: problem });
      return z.NEVER;
    })
    .nullish()
    .transform((value) => value ?? null);

/** An OID as people paste it, or null. Errors: organisation.oid_invalid. */
export const oidInput = identifier(normaliseOid, "organisation.oid_invalid");
/** A PIC as people paste it, or null. Errors: organisation.pic_invalid. */
export const picInput = identifier(normalisePic, "organisation.pic_invalid");

/** A web address, with or without https://, or null. Errors: organisation.website_invalid. */
export const websiteInput = lineText(300)
  .transform(bareWebAddress)
  .pipe(z.union([z.literal(""), z.url({ protocol: /^https?$/, error: "organisation.website_invalid" })]))
  .nullish()
  .transform((value) => value ?? null);

export const organisationFields = z.object({
  legalName: lineText(200, 2),
  shortName: lineText(24).default(""),
  country: countryInput,
  city: lineText(120, 1),
  type: z.enum(organisationTypes, "input.required"),
  publicBody: z.coerce.boolean().default(false),
  nonProfit: z.coerce.boolean().default(false),
  oid: oidInput,
  pic: picInput,
  website: websiteInput,
});

export const createOrganisationInput = organisationFields.extend({
  id: idInput,
  /** Set after the person has seen the likely duplicates and confirmed that theirs is another organisation. */
  isAnother: z.coerce.boolean().default(false),
});
export const updateOrganisationInput = organisationFields.extend({
  organisationId: idInput,
  revision: revisionInput,
});
export const organisationIdInput = z.object({ organisationId: idInput });
export const organisationPageInput = organisationIdInput.extend({ hidden: z.boolean("input.required") });
export const searchOrganisationsInput = z.object({
  text: lineText(200, 2),
  country: countryInput.optional(),
});
export const decideRequestInput = z.object({ requestId: idInput, accept: z.boolean("input.required") });
export const organisationPersonInput = z.object({ organisationId: idInput, personId: idInput });
export const organisationRoleInput = organisationPersonInput.extend({
  role: z.enum(["admin", "member"], "input.required"),
});

export type OrganisationFields = z.output<typeof organisationFields>;
export type CreateOrganisation = z.output<typeof createOrganisationInput>;
export type UpdateOrganisation = z.output<typeof updateOrganisationInput>;
