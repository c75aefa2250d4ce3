"use client";

import { useTranslations } from "@/messages/use-translations";
import { v7 as uuid } from "uuid";
import { maxOrganisations } from "@/domain/projects";
import { Button } from "../../ui/button";
import { emptyPartner } from "../partner";
import { PartnerCard } from "../partner-card";
import { useRowFocus } from "../row-focus";
import { useDraft } from "./draft-provider";
import { useGuess } from "./guesses";
import { StepEnd } from "./wizard-frame";

/** The third step: the organisations, next to a panel with their eligibility. */
export function ConsortiumStep() {
  const t = useTranslations("projects.wizard.consortium");
  const { data, change, coordinator, countries } = useDraft();
  const guess = useGuess(data.guessed);
  const partners = data.partners ?? [];
  const { fresh, adder, added, removed } = useRowFocus();
  const add = () => {
    const empty = emptyPartner(uuid());
    added(empty.key);
    change({ partners: [...partners, empty] });
  };
  const countryName = countries.find(({ value }) => value === coordinator?.country)?.label;
  return (
    <div className="grid max-w-form gap-6">
      <p className="text-ink-soft max-w-prose">{t("lead")}</p>
      {coordinator ? (
        <p>
          <strong className="font-semibold">{coordinator.legalName}</strong>
          {", "}
          {countryName} <span className="text-ink-soft">({t("coordinator")})</span>
        </p>
      ) : null}
      {partners.map((partner, index) => (
        <PartnerCard
          key={partner.key}
          partner={partner}
          number={index + 1}
          countries={countries}
          guess={guess}
          onChange={(next) => change({ partners: partners.map((one) => (one.key === next.key ? next : one)) })}
          fresh={partner.key === fresh}
          onRemove={() => {
            removed();
            change({ partners: partners.filter(({ key }) => key !== partner.key) });
          }}
        />
      ))}
      {partners.length + 1 < maxOrganisations ? (
        <div>
          <Button ref={adder} icon="plus" onClick={add}>
            {partners.length === 0 ? t("addFirst") : t("add")}
          </Button>
        </div>
      ) : null}
      <StepEnd step="consortium" />
    </div>
  );
}
