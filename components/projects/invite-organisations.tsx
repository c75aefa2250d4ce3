"use client";

import type { Route } from "next";
import { useTranslations } from "@/messages/use-translations";
import { useState } from "react";
import { v7 as uuid } from "uuid";
import { pastedAddressInput, readPastedAddresses } from "@/domain/addresses";
import { useRefresh } from "../providers/page-actions";
import { trpc } from "../providers/trpc-client";
import { RestoredText } from "../shared/restored-text";
import { useMutation } from "../shared/use-mutation";
import { Button } from "../ui/button";
import { Notice } from "../ui/notice";
import { type Invited, InviteResult } from "./invite-result";
import { PartnerCard } from "./partner-card";
import { useRowFocus } from "./row-focus";
import { emptyPartner, isNamed, type Partner } from "./partner";
import { useUnsavedPartners } from "./use-unsaved-partners";

type Props = { projectId: string; slug: string; countries: readonly { value: string; label: string }[] };

/** Invites several organisations at once, each with the addresses of its people. */
export function InviteOrganisations({ projectId, slug, countries }: Props) {
  const t = useTranslations("projects.invite");
  const addresses = useTranslations("projects.addresses");
  const refresh = useRefresh();
  const { partners, restored, change, forget } = useUnsavedPartners(`invite organisations ${projectId}`);
  const [results, setResults] = useState<readonly Invited[]>([]);
  const { run, pending, problem } = useMutation((list: readonly Partner[]) =>
    trpc.projects.inviteOrganisations.mutate({
      projectId,
      organisations: list.map(({ key: _, legalName, country, city, emails, ...rest }) => ({
        ...rest,
        legalName: legalName.trim() || undefined,
        country: country || undefined,
        city: city.trim() || undefined,
        emails: pastedAddressInput(emails),
      })),
    }),
  );
  const { fresh, adder, added, removed } = useRowFocus();
  const add = () => {
    const empty = emptyPartner(uuid());
    added(empty.key);
    change([...partners, empty]);
  };
  const broken = partners.filter(isNamed).flatMap(({ emails }) => readPastedAddresses(emails).invalid);
  const isReady = partners.some(isNamed);
  const invite = async () => {
    if (!isReady) return;
    const outcome = await run(partners.filter(isNamed));
    if (!outcome.done) return;
    setResults(outcome.output);
    forget();
    refresh();
  };
  return (
    <div className="grid gap-6">
      {results.length > 0 ? <InviteResult results={results} seenAt={`/projects/${slug}/consortium` as Route} /> : null}
      {restored ? <RestoredText outdated={[]} onDiscard={forget} /> : null}
      {partners.map((partner, index) => (
        <PartnerCard
          key={partner.key}
          partner={partner}
          number={index + 1}
          countries={countries}
          onChange={(next) => change(partners.map((one) => (one.key === next.key ? next : one)))}
          fresh={partner.key === fresh}
          onRemove={() => {
            removed();
            const rest = partners.filter(({ key }) => key !== partner.key);
            change(rest.length > 0 ? rest : [emptyPartner(uuid())]);
          }}
        />
      ))}
      {problem ? (
        <Notice tone="late" live>
          {problem.sentence}
          {broken.length > 0 ? ` ${addresses("broken", { words: broken.join(", ") })}` : null}
        </Notice>
      ) : null}
      <div className="flex flex-wrap gap-3">
        <Button kind="primary" icon="mail" aria-disabled={pending || !isReady} onClick={() => void invite()}>
          {t("act")}
        </Button>
        {partners.length < 20 ? (
          <Button ref={adder} icon="plus" onClick={add}>
            {t("add")}
          </Button>
        ) : null}
      </div>
    </div>
  );
}
