import { z } from "zod";
import { normaliseOid, normalisePic } from "../organisations";
import { countryCodes, normaliseCountry } from "../programme/countries";
import { organisationTypes } from "../programme/vocabulary";

export const countryInput = z
  .string("input.required")
  .max(60)
  .transform((text, ctx) => {
    const country = normaliseCountry(text);
    if (country && countryCodes.includes(country)) return country;
    ctx.addIssue({ code: "custom", message: "organisation.country_unknown" });
    return z.NEVER;
  });

const identifier = (normalise: (text: string) => string | null, problem: string) =>
  z
    .string()
    .max(40)
    .transform((text, ctx) => {
      if (text.trim() === "") return null;
      const value = normalise(text);
      if (value !== null) return value;
      ctx.addIssue({ code: "custom", message: problem });
      return z.NEVER;
    })
    .nullish()
    .transform((value) => value ?? null);

export const websiteInput = z
  .string()
  .max(300, "input.too_long")
  .transform((text) => (text === "" || /^https?:\/\//i.test(text) ? text : `https://${text}`))
  .pipe(z.union([z.literal(""), z.url({ protocol: /^https?$/, error: "organisation.website_invalid" })]))
  .nullish()
  .transform((value) => value ?? null);

export const organisationFields = z.object({
  legalName: z.string("input.required").trim().min(2, "input.required").max(200, "input.too_long"),
  shortName: z.string().trim().max(24, "input.too_long").default(""),
  country: countryInput,
  city: z.string("input.required").trim().min(1, "input.required").max(120, "input.too_long"),
  type: z.enum(organisationTypes, "input.required"),
  publicBody: z.coerce.boolean().default(false),
  nonProfit: z.coerce.boolean().default(false),
  oid: identifier(normaliseOid, "organisation.oid_invalid"),
  pic: identifier(normalisePic, "organisation.pic_invalid"),
  website: websiteInput,
});

export const createOrganisationInput = organisationFields.extend({
  id: z.uuid(),
  /** Set after the person has seen the likely duplicates and says that theirs is another organisation. */
  isAnother: z.coerce.boolean().default(false),
});
export const updateOrganisationInput = organisationFields.extend({
  organisationId: z.uuid(),
  revision: z.coerce.number().int(),
});
export const organisationIdInput = z.object({ organisationId: z.uuid() });
export const searchOrganisationsInput = z.object({
  text: z.string().trim().min(2).max(200),
  country: z.string().max(2).optional(),
});
export const decideRequestInput = z.object({ requestId: z.uuid(), accept: z.boolean() });
export const organisationPersonInput = z.object({ organisationId: z.uuid(), personId: z.uuid() });
export const organisationRoleInput = organisationPersonInput.extend({ role: z.enum(["admin", "member"]) });

export type OrganisationFields = z.output<typeof organisationFields>;
export type CreateOrganisation = z.output<typeof createOrganisationInput>;
export type UpdateOrganisation = z.output<typeof updateOrganisationInput>;
