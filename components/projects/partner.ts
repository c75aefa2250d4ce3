import type { DraftData } from "@/domain/schemas/projects";

export type Partner = NonNullable<DraftData["partners"]>[number];

/** True for a partner row with values, by the same test as on the server. */
export const isNamed = (partner: Partner) =>
  partner.organisationId !== undefined || partner.legalName.trim() !== "" || partner.emails.trim() !== "";

/** An empty card of an organisation to invite. */
export const emptyPartner = (key: string): Partner => ({
  key,
  legalName: "",
  country: "",
  city: "",
  kind: "partner",
  emails: "",
  role: "manager",
  message: "",
  locale: "en",
});

/** True for a card into which something was typed or chosen. */
export const hasText = (partner: Partner) => JSON.stringify(partner) !== JSON.stringify(emptyPartner(partner.key));
