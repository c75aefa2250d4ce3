import type { Route } from "next";
import { readPastedAddresses } from "@/domain/addresses";
import type { DraftData } from "@/domain/schemas/projects";
import { isNamed } from "../partner";

export const wizardSteps = ["basics", "details", "consortium", "outputs"] as const;
export type WizardStep = (typeof wizardSteps)[number];

/** The address of a step of the wizard. */
export const stepPath = (draftId: string, step: WizardStep) => `/projects/new/${draftId}/${step}` as Route;

export type PlannedOutput = NonNullable<DraftData["outputs"]>[number];

export type Missing = {
  step: WizardStep;
  what: "callYear" | "actionCode" | "field" | "title" | "acronym" | "partner" | "addresses";
};

/** What is missing for creating the partnership. */
export function missingOf(data: DraftData): Missing[] {
  const basics = (["callYear", "actionCode", "field", "title", "acronym"] as const)
    .filter((name) => !String(data[name] ?? "").trim())
    .map((what): Missing => ({ step: "basics", what }));
  const partners = (data.partners ?? []).filter(isNamed);
  const unfinished = partners.some(
    (partner) => !partner.organisationId && !(partner.legalName.trim() && partner.country),
  );
  const mistyped = partners.some(({ emails }) => readPastedAddresses(emails).invalid.length > 0);
  return [
    ...basics,
    ...(unfinished ? [{ step: "consortium", what: "partner" } as const] : []),
    ...(mistyped ? [{ step: "consortium", what: "addresses" } as const] : []),
  ];
}
