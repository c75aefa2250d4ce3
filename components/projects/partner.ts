import type { DraftData } from "@/domain/schemas/projects";

export type Partner = NonNullable<DraftData["partners"]>[number];

/** True for a partner row with values, by the same test as on the server. */
export const isNamed = (partner: Partner) =>
  partner.organisationId !== undefined || partner.legalName.trim() !== "" || partner.emails.trim() !== "";
