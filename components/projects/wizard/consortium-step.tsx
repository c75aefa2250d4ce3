"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { v7 as uuid } from "uuid";
import { maxOrganisations } from "@/domain/projects";
import { Button } from "../../ui/button";
import { emptyPartner, PartnerCard } from "../partner-card";
import { useDraft } from "./draft-provider";
import { useGuess } from "./guesses";
import { StepEnd } from "./wizard-frame";

/** The third screen: who takes part. The panel beside it says what the rules make of it. */
export function ConsortiumStep() {
  const t = useTranslations("projects.wizard.consortium");
  const { data, change, coordinator, countries } = useDraft();
  const guess = useGuess(data.guessed);
  const partners = data.partners ?? [];
  const cards = useRef<HTMLDivElement>(null);
  // Where to go on after a card came or went: without this a keyboard would begin again at the top of the page.
  const next = useRef<number | null>(null);
  useEffect(() => {
    if (next.current === null) return;
    const card = cards.current?.querySelectorAll("fieldset")[next.current];
    next.current = null;
    (card?.querySelector("input") ?? cards.current?.querySelector<HTMLElement>(":scope > div > button"))?.focus();
  }, [partners.length]);
  const countryName = countries.find(({ value }) => value === coordinator?.country)?.label;
  return (
    <div ref={cards} className="grid max-w-2xl gap-6">
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
          onRemove={() => {
            next.current = index;
            change({ partners: partners.filter(({ key }) => key !== partner.key) });
          }}
        />
      ))}
      {partners.length + 1 < maxOrganisations ? (
        <div>
          <Button
            icon="plus"
            onClick={() => {
              next.current = partners.length;
              change({ partners: [...partners, emptyPartner(uuid())] });
            }}
          >
            {partners.length === 0 ? t("addFirst") : t("add")}
          </Button>
        </div>
      ) : null}
      <StepEnd step="consortium" />
    </div>
  );
}
