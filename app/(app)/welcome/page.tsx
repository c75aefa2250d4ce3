import type { Metadata } from "next";
import { countryOptions } from "@/components/organisations/country-options";
import { OrganisationForm } from "@/components/organisations/organisation-form";
import { PageHeader } from "@/components/shared/page-header";
import { ClientMessages } from "@/components/shared/client-messages";
import { getTranslations } from "@/messages/server";
import { requireActor } from "@/server/trpc/rsc";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("people.welcome");
  return { title: t("title") };
}

export default async function WelcomePage({ searchParams }: PageProps<"/welcome">) {
  const actor = await requireActor("/welcome");
  const { next } = await searchParams;
  const t = await getTranslations("people.welcome");
  const first = actor.organisations.length === 0;
  return (
    <>
      <PageHeader title={t("title")} state={t("lead")} />
      <div className="max-w-form">
        <ClientMessages of={["organisations", "programme.organisationTypes"]}>
          <OrganisationForm
            countries={await countryOptions()}
            next={typeof next === "string" && next.startsWith("/projects/") ? next : first ? "/projects/new" : "/home"}
          />
        </ClientMessages>
      </div>
    </>
  );
}
