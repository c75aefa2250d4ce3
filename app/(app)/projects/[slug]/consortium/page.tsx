import type { Metadata, Route } from "next";
import { ConsortiumMap } from "@/components/pictures/pictures";
import { Eligibility } from "@/components/projects/eligibility";
import { mapOrganisations } from "@/components/projects/map-organisations";
import { projectEligibility } from "@/components/projects/project-eligibility";
import { PageHeader } from "@/components/shared/page-header";
import { Section } from "@/components/shared/section";
import { ClientMessages } from "@/components/shared/client-messages";
import { LinkButton } from "@/components/ui/link-button";
import { TextLink } from "@/components/ui/text-link";
import { dayInBrussels } from "@/domain/dates";
import { getTranslations } from "@/messages/server";
import { orNotFound, requireActor, serverApi } from "@/server/trpc/rsc";
import { projectHead } from "../project-head";
import { InvitationTable } from "./invitation-table";
import { OrganisationTable } from "./organisation-table";
import { PeopleTable } from "./people-table";

type Props = PageProps<"/projects/[slug]/consortium">;

const one = (value: string | string[] | undefined) => (typeof value === "string" ? value : undefined);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { slug } = await params;
  await requireActor(`/projects/${slug}/consortium`);
  const [project, t] = await Promise.all([projectHead(slug), getTranslations("projects.consortium")]);
  return { title: `${t("title")} · ${project.acronym}` };
}

export default async function ConsortiumPage({ params, searchParams }: Props) {
  const { slug } = await params;
  const { people: peopleCursor, invitations: invitationCursor } = await searchParams;
  await requireActor(`/projects/${slug}/consortium`);
  const project = await projectHead(slug);
  const api = await serverApi();
  const [t, organisations, people, invitations] = await Promise.all([
    getTranslations("projects.consortium"),
    orNotFound(api.projects.participations({ slug })),
    orNotFound(api.projects.members({ slug, cursor: one(peopleCursor) })),
    orNotFound(api.projects.invitations({ slug, cursor: one(invitationCursor) })),
  ]);
  const path = `/projects/${slug}/consortium`;
  const inside = organisations.filter(({ kind, ended }) => kind !== "evaluator" && !ended);
  const notCounted = inside.filter(({ absent }) => absent).map(({ shortName }) => shortName);
  const mayInvite = organisations.some((participation) => participation.can["participation.people"]);
  const managesInvitations = project.mine.role === "manager" && project.mine.kind !== "evaluator";
  return (
    <>
      <PageHeader
        crumbs={[{ href: `/projects/${slug}` as Route, label: project.acronym }]}
        title={t("title")}
        state={t("state", {
          organisations: inside.length,
          countries: new Set(inside.map(({ country }) => country)).size,
          waiting: inside.filter(({ joinedAt }) => joinedAt === null).length,
        })}
        action={
          mayInvite ? (
            <LinkButton href={`${path}/invite` as Route} kind="primary" icon="people">
              {t("invite")}
            </LinkButton>
          ) : null
        }
      />
      <Section title={t("organisations")}>
        <ClientMessages
          of={["projects.participationMenu", "projects.correctOrganisation", "programme.organisationTypes"]}
        >
          <OrganisationTable slug={slug} organisations={organisations} today={dayInBrussels(new Date())} />
        </ClientMessages>
      </Section>
      <div className="grid items-start gap-x-10 lg:grid-cols-2">
        <Section title={t("rules")}>
          <Eligibility input={projectEligibility(project, organisations)} awarded={project.grantReference !== null} />
          {notCounted.length > 0 ? (
            <p className="text-ink-soft mt-3 text-sm">{t("notCounted", { organisations: notCounted.join(", ") })}</p>
          ) : null}
        </Section>
        <div className="mb-10">
          <ConsortiumMap organisations={mapOrganisations(organisations, slug)} list={false} />
        </div>
      </div>
      <Section
        title={t("people")}
        id="people"
        action={<TextLink href={`/projects/${slug}/briefing` as Route}>{t("briefing")}</TextLink>}
      >
        <ClientMessages of={["projects.memberMenu", "projects.roleRights"]}>
          <PeopleTable slug={slug} path={path} people={people} isFirst={peopleCursor === undefined} />
        </ClientMessages>
      </Section>
      {managesInvitations ? (
        <Section title={t("invitations")} description={t("invitationsLead")} id="invitations">
          <ClientMessages of={["projects.invitationMenu"]}>
            <InvitationTable
              path={path}
              invitations={invitations}
              isFirst={invitationCursor === undefined}
              mayInvite={mayInvite}
            />
          </ClientMessages>
        </Section>
      ) : null}
    </>
  );
}
