"use client";

import type { Route } from "next";
import { useRouter } from "next/navigation";
import { useTranslations } from "@/messages/use-translations";
import { useState } from "react";
import { v7 as uuid } from "uuid";
import type { CreateOrganisation, UpdateOrganisation } from "@/domain/schemas/organisations";
import { useRefresh } from "../providers/page-actions";
import { trpc } from "../providers/trpc-client";
import { MutationForm } from "../shared/mutation-form";
import { EditForm } from "../shared/edit-form";
import { LinkButton } from "../ui/link-button";
import { AskedToJoin, type Candidate, LikelyDuplicates } from "./likely-duplicates";
import { type OrganisationDefaults, OrganisationFields } from "./organisation-fields";

type Props = {
  countries: readonly { value: string; label: string }[];
  /** Absent for a new one. */
  organisation?: OrganisationDefaults & { id: string; revision: number };
  next: string;
};

const names = [
  "legalName",
  "shortName",
  "country",
  "city",
  "type",
  "publicBody",
  "nonProfit",
  "oid",
  "pic",
  "website",
] as const satisfies (keyof OrganisationDefaults)[];

const isCandidates = (value: unknown): value is Candidate[] => Array.isArray(value);

/** Edits an organisation of the person; the form stays open. */
function EditOrganisation({
  countries,
  organisation,
}: Pick<Props, "countries"> & { organisation: NonNullable<Props["organisation"]> }) {
  const t = useTranslations("organisations.form");
  const types = useTranslations("programme.organisationTypes");
  const refresh = useRefresh();
  const [saved, setSaved] = useState(false);
  const textOf = (name: keyof OrganisationDefaults, values: OrganisationDefaults): string => {
    const value = values[name];
    if (typeof value === "boolean") return t(value ? "yes" : "no");
    if (!value) return "";
    if (name === "country") return countries.find((one) => one.value === value)?.label ?? value;
    return name === "type" ? types(value) : value;
  };
  return (
    <div className="grid gap-6">
      {saved ? <p role="status">{t("saved")}</p> : null}
      <EditForm
        draft={`organisation ${organisation.id}`}
        opened={organisation}
        names={names}
        read={(input): OrganisationDefaults => input}
        changed="organisation.changed"
        save={(values, revision) => {
          setSaved(false);
          const input = { ...values, organisationId: organisation.id, revision } as UpdateOrganisation;
          return trpc.organisations.update.mutate(input);
        }}
        renewed={(after) => after}
        onDone={() => {
          setSaved(true);
          refresh();
        }}
        label={(name) => t(name)}
        textOf={textOf}
        submit={t("save")}
      >
        {(values) => <OrganisationFields countries={countries} defaults={values} />}
      </EditForm>
    </div>
  );
}

/** Registers an organisation, and offers likely duplicates instead. */
function RegisterOrganisation({ countries, next }: Pick<Props, "countries" | "next">) {
  const t = useTranslations("organisations");
  const router = useRouter();
  const [id] = useState(() => uuid());
  const [candidates, setCandidates] = useState<Candidate[]>([]);
  const [requested, setRequested] = useState<Candidate | null>(null);
  if (requested) {
    const home = <LinkButton href="/home">{t("duplicates.home")}</LinkButton>;
    return <AskedToJoin organisation={requested.legalName} action={home} />;
  }
  return (
    <div className="grid gap-6">
      {candidates.length > 0 ? <LikelyDuplicates candidates={candidates} onRequested={setRequested} /> : null}
      <MutationForm
        draft="organisation new"
        submit={candidates.length > 0 ? t("form.another") : t("form.register")}
        mutate={(values) => {
          const input = { ...values, id, isAnother: candidates.length > 0 } as CreateOrganisation;
          return trpc.organisations.create.mutate(input);
        }}
        onProblem={(problem) => {
          if (isCandidates(problem.current)) setCandidates(problem.current);
        }}
        onDone={() => router.replace(next as Route)}
      >
        <OrganisationFields countries={countries} />
      </MutationForm>
    </div>
  );
}

/** Registers an organisation, or edits one of the person; after a concurrent edit both texts are shown to choose from. */
export function OrganisationForm({ countries, organisation, next }: Props) {
  return organisation ? (
    <EditOrganisation countries={countries} organisation={organisation} />
  ) : (
    <RegisterOrganisation countries={countries} next={next} />
  );
}
