"use client";

import type { Route } from "next";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { v7 as uuid } from "uuid";
import type { CreateOrganisation, UpdateOrganisation } from "@/domain/schemas/organisations";
import { trpc } from "../providers/trpc-client";
import { ActForm } from "../shared/act-form";
import { type Candidate, LikelyDuplicates } from "./likely-duplicates";
import { type OrganisationDefaults, OrganisationFields } from "./organisation-fields";

type Props = {
  countries: readonly { value: string; label: string }[];
  /** Absent for a new one. */
  organisation?: OrganisationDefaults & { id: string; revision: number };
  next: string;
};

const isCandidates = (value: unknown): value is Candidate[] => Array.isArray(value);

/** Registers an organisation, or changes one's own; a likely duplicate is offered instead of a second record. */
export function OrganisationForm({ countries, organisation, next }: Props) {
  const t = useTranslations("organisations.form");
  const router = useRouter();
  const [id] = useState(() => organisation?.id ?? uuid());
  const [candidates, setCandidates] = useState<Candidate[]>([]);
  const [saved, setSaved] = useState(false);
  return (
    <div className="grid gap-6">
      {candidates.length > 0 ? <LikelyDuplicates candidates={candidates} /> : null}
      {saved ? <p role="status">{t("saved")}</p> : null}
      <ActForm
        submit={organisation ? t("save") : candidates.length > 0 ? t("another") : t("register")}
        act={async (values) => {
          setSaved(false);
          if (organisation) {
            const given = { ...values, organisationId: id, revision: organisation.revision } as UpdateOrganisation;
            await trpc.organisations.update.mutate(given);
          } else {
            const given = { ...values, id, isAnother: candidates.length > 0 } as CreateOrganisation;
            await trpc.organisations.create.mutate(given);
          }
        }}
        onProblem={(problem) => {
          if (isCandidates(problem.current)) setCandidates(problem.current);
        }}
        onDone={() => {
          if (organisation) {
            setSaved(true);
            router.refresh();
          } else router.replace(next as Route);
        }}
      >
        <OrganisationFields countries={countries} {...(organisation ? { defaults: organisation } : {})} />
      </ActForm>
    </div>
  );
}
