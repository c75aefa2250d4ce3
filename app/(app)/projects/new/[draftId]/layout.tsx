import { redirect } from "next/navigation";
import { getLocale } from "next-intl/server";
import type { ReactNode } from "react";
import { countryOptions } from "@/components/organisations/country-options";
import { eligibilityMessages } from "@/components/projects/eligibility";
import { languageOptions } from "@/components/projects/language-options";
import { DraftProvider } from "@/components/projects/wizard/draft-provider";
import { EligibilityPanel } from "@/components/projects/wizard/eligibility-panel";
import { DraftConflict, WizardSteps } from "@/components/projects/wizard/wizard-frame";
import { PageHeader } from "@/components/shared/page-header";
import { ClientMessages } from "@/components/shared/client-messages";
import { getTranslations } from "@/messages/server";
import { requireActor, serverApi } from "@/server/trpc/rsc";
import { keptDraft } from "./kept-draft";

const namespaces = [
  ..."wizard fields addresses partner outputRow languages eligibility kinds roles roleRights"
    .split(" ")
    .map((branch) => `projects.${branch}`),
  ..."actions fields kinds strands priorities objectives impacts organisationTypes outputTypes"
    .split(" ")
    .map((branch) => `programme.${branch}`),
  "people.locales",
  ...eligibilityMessages,
];

type Props = { params: Promise<{ draftId: string }>; children: ReactNode };

export default async function WizardLayout({ params, children }: Props) {
  const { draftId } = await params;
  await requireActor(`/projects/new/${draftId}/basics`);
  const t = await getTranslations("projects.wizard");
  const api = await serverApi();
  const [draft, organisations, countries] = await Promise.all([
    keptDraft(draftId),
    api.organisations.mine(),
    countryOptions(),
  ]);
  const [first] = organisations;
  if (!first) redirect("/welcome");
  const thisYear = new Date().getFullYear();
  return (
    <>
      <PageHeader title={t("title")} state={t("lead")} />
      <ClientMessages of={namespaces}>
        <DraftProvider
          draftId={draftId}
          stored={draft ?? { revision: 0, data: { organisationId: first.id, callYear: thisYear } }}
          organisations={organisations}
          countries={countries}
          languages={languageOptions(await getLocale())}
          thisYear={thisYear}
        >
          <WizardSteps />
          <DraftConflict />
          <div className="grid items-start gap-x-12 gap-y-8 lg:grid-cols-[minmax(0,1fr)_19rem]">
            <div tabIndex={-1} className="min-w-0 outline-offset-8">
              {children}
            </div>
            <EligibilityPanel />
          </div>
        </DraftProvider>
      </ClientMessages>
    </>
  );
}
