import type { DraftData } from "@/domain/schemas/projects";

export type Partner = NonNullable<DraftData["partners"]>[number];

/** A partner row that somebody filled in, as the server judges it too. */
export const isNamed = (partner: Partner) =>
  partner.organisationId !== undefined || partner.legalName.trim() !== "" || partner.emails.trim() !== "";
