"use client";

import { usePathname } from "next/navigation";
import { useTranslations } from "@/messages/use-translations";
import type { EligibilityInput } from "@/domain/programme/eligibility";
import { type OrganisationType, organisationTypes } from "@/domain/programme/vocabulary";
import type { DraftData } from "@/domain/schemas/projects";
import { Eligibility } from "../eligibility";
import { type OwnOrganisation, useDraft } from "./draft-provider";

const typeOf = (type: string | null | undefined): OrganisationType | undefined =>
  organisationTypes.find((known) => known === type);

/** The draft as input of the rules, without evaluators. */
export function eligibilityOf(data: DraftData, coordinator: OwnOrganisation): EligibilityInput | null {
  if (!data.actionCode || !data.callYear) return null;
  const partners = (data.partners ?? []).flatMap(({ kind, country, legalName, type }) =>
    kind === "evaluator" || country === "" ? [] : [{ name: legalName, country, type: typeOf(type), role: kind }],
  );
  return {
    action: data.actionCode,
    callYear: data.callYear,
    kind: data.kind,
    strand: data.strand,
    durationMonths: data.durationMonths,
    organisations: [
      {
        name: coordinator.legalName,
        country: coordinator.country,
        type: typeOf(coordinator.type),
        role: "coordinator",
      },
      ...partners,
    ],
  };
}

/** The eligibility of the consortium while it is typed, and what is missing. */
export function EligibilityPanel() {
  const t = useTranslations("projects.wizard.panel");
  const { data, coordinator } = useDraft();
  const whole = usePathname().endsWith("/consortium");
  const input = coordinator ? eligibilityOf(data, coordinator) : null;
  return (
    <aside aria-labelledby="eligibility-panel" className="grid content-start gap-3 lg:sticky lg:top-6">
      <h2 id="eligibility-panel" className="font-serif text-xl font-semibold">
        {t("title")}
      </h2>
      {input ? (
        <div
          aria-live="polite"
          className="lg:max-h-[calc(100dvh-8rem)] lg:overflow-y-auto"
          tabIndex={whole ? 0 : undefined}
        >
          <Eligibility input={input} short={!whole} />
        </div>
      ) : (
        <p className="text-ink-soft">{t("chooseAction")}</p>
      )}
    </aside>
  );
}
