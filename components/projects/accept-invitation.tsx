"use client";

import { useTranslations } from "@/messages/use-translations";
import { useState } from "react";
import type { AcceptInvitation as Input } from "@/domain/schemas/projects";
import { AskedToJoin, type Candidate, LikelyDuplicates } from "../organisations/likely-duplicates";
import { type OrganisationDefaults, OrganisationFields } from "../organisations/organisation-fields";
import { trpc } from "../providers/trpc-client";
import { MutationForm } from "../shared/mutation-form";
import { RadioGroup } from "../ui/choice";
import { Notice } from "../ui/notice";

type Props = {
  token: string;
  slug: string;
  organisation: OrganisationDefaults & { legalName: string };
  /** The organisation is already registered, so there are no fields to complete. */
  claimed: boolean;
  own: readonly { id: string; legalName: string }[];
  countries: readonly { value: string; label: string }[];
};

/** No organisation of the person: the invited one is added. */
const asNew = "";
const isCandidates = (value: unknown): value is Candidate[] => Array.isArray(value) && value.length > 0;

/** Accepts an invitation for an organisation of the person, or for a new one, whose data is completed here. */
export function AcceptInvitation({ token, slug, organisation, claimed, own, countries }: Props) {
  const t = useTranslations("invitation.page");
  const [candidates, setCandidates] = useState<readonly Candidate[]>([]);
  const [requested, setRequested] = useState<Candidate | null>(null);
  const [waiting, setWaiting] = useState(false);
  if (requested) return <AskedToJoin organisation={requested.legalName} />;
  if (waiting) {
    return (
      <Notice tone="due" live title={t("waitingTitle", { organisation: organisation.legalName })}>
        <p>{t("waitingText")}</p>
        <p className="mt-2">
          <a href="/home" className="link">
            {t("home")}
          </a>
        </p>
      </Notice>
    );
  }
  const chooses = !claimed && own.length > 0;
  const isAnother = candidates.length > 0;
  return (
    <div className="grid gap-5">
      {isAnother ? <LikelyDuplicates candidates={candidates} onRequested={setRequested} /> : null}
      <MutationForm
        draft="accept invitation"
        post={{ procedure: "projects.accept", fixed: { token } }}
        noValidate={chooses}
        submit={isAnother ? t("acceptAnother") : t("accept")}
        mutate={(values) =>
          trpc.projects.accept.mutate({
            token,
            ...(values.organisationId
              ? { organisationId: values.organisationId }
              : { organisation: values.organisation, isAnother }),
          } as Input)
        }
        onProblem={(problem) => {
          if (isCandidates(problem.current)) setCandidates(problem.current);
        }}
        onDone={(answer) => {
          if (answer.waiting) setWaiting(true);
          // A full page load, because the person's rights have changed.
          else window.location.assign(`/home?joined=${encodeURIComponent(slug)}`);
        }}
      >
        {chooses ? (
          <div onChange={() => setCandidates([])}>
            <RadioGroup
              name="organisationId"
              legend={t("which")}
              required
              options={[
                ...own.map(({ id, legalName }) => ({ value: id, label: legalName })),
                { value: asNew, label: t("asNew", { organisation: organisation.legalName }) },
              ]}
              defaultValue={own[0]?.id ?? asNew}
            />
          </div>
        ) : null}
        {claimed ? null : (
          // Shown by the style of the choice, which also works without scripts.
          <div className="fields-as-new grid gap-5">
            <div>
              <h3 className="font-semibold">{t("recordTitle")}</h3>
              <p className="text-ink-soft text-sm">{t("recordText")}</p>
            </div>
            <OrganisationFields countries={countries} defaults={organisation} prefix="organisation." />
          </div>
        )}
      </MutationForm>
    </div>
  );
}
