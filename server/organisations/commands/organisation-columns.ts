import { nameKey, shortNameOf } from "@/domain/organisations";
import type { OrganisationFields } from "@/domain/schemas/organisations";

/** The columns that the organisation form fills. */
export function organisationColumns(input: OrganisationFields) {
  return {
    legalName: input.legalName,
    shortName: input.shortName || shortNameOf(input.legalName),
    nameKey: nameKey(input.legalName),
    country: input.country,
    city: input.city,
    type: input.type,
    publicBody: input.publicBody,
    nonProfit: input.nonProfit,
    oid: input.oid,
    pic: input.pic,
    website: input.website || null,
  };
}
