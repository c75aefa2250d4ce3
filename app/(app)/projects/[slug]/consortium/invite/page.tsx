import type { Metadata, Route } from "next";
import { notFound } from "next/navigation";
import { countryOptions } from "@/components/organisations/country-options";
import { InviteOrganisations } from "@/components/projects/invite-organisations";
import { InvitePeople } from "@/components/projects/invite-people";
import { PageHeader } from "@/components/shared/page-header";
import { Section } from "@/components/shared/section";
import { ClientMessages } from "@/components/shared/client-messages";
import { Notice } from "@/components/ui/notice";
import { getTranslations } from "@/messages/server";
import { orNotFound, requireActor, serverApi } from "@/server/trpc/rsc";
import { projectHead } from "../../project-head";

type Props = PageProps<"/projects/[slug]/consortium/invite">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { slug } = await params;
  await requireActor(`/projects/${slug}/consortium/invite`);
  const [project, t] = await Promise.all([projectHead(slug), getTranslations("projects.invite")]);
  return { title: `${t("title")} · ${project.acronym}` };
}

export default async function InvitePage({ params, searchParams }: Props) {
  const { slug } = await params;
  const { place: chosen } = await searchParams;
  const actor = await requireActor(`/projects/${slug}/consortium/invite`);
  const project = await projectHead(slug);
  const organisations = await orNotFound((await serverApi()).projects.participations({ slug }));
  const invitable = organisations
    .filter((participation) => participation.can["participation.people"])
    .sort((a, b) => Number(b.id === chosen) - Number(a.id === chosen));
  if (invitable.length === 0) notFound();
  const t = await getTranslations("projects.invite");
  const inviteNew = project.can["consortium.change"];
  const organisationSection = inviteNew ? (
    <Section title={t("organisations")} description={t("organisationsLead")}>
      <InviteOrganisations projectId={project.id} slug={slug} countries={await countryOptions()} />
    </Section>
  ) : null;
  const peopleSection = (
    <Section title={t("people")} description={t("peopleLead")}>
      <InvitePeople seenAt={`/projects/${slug}/consortium` as Route} organisations={invitable} />
    </Section>
  );
  return (
    <>
      <PageHeader
        crumbs={[
          { href: `/projects/${slug}` as Route, label: project.acronym },
          {
            href: `/projects/${slug}/consortium` as Route,
            label: (await getTranslations("projects.consortium"))("title"),
          },
        ]}
        title={t("title")}
        state={t("state")}
      />
      <div className="max-w-form">
        {actor.addressConfirmed ? null : (
          <Notice tone="due" className="mb-8">
            {t("held")}
          </Notice>
        )}
        <ClientMessages
          of={[
            "projects.invite",
            "projects.addresses",
            "projects.partner",
            "projects.roles",
            "projects.roleRights",
            "projects.kinds",
            "programme.organisationTypes",
            "people.locales",
          ]}
        >
          {chosen === undefined ? (
            <>
              {organisationSection}
              {peopleSection}
            </>
          ) : (
            <>
              {peopleSection}
              {organisationSection}
            </>
          )}
        </ClientMessages>
      </div>
    </>
  );
}
