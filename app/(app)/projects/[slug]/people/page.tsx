import type { Metadata, Route } from "next";
import { redirect } from "next/navigation";
import { InvitePeople } from "@/components/projects/invite-people";
import { PageHeader } from "@/components/shared/page-header";
import { Section } from "@/components/shared/section";
import { ClientMessages } from "@/components/shared/client-messages";
import { Notice } from "@/components/ui/notice";
import { getTranslations } from "@/messages/server";
import { orNotFound, requireActor, serverApi } from "@/server/trpc/rsc";
import { InvitationTable } from "../consortium/invitation-table";
import { PeopleTable } from "../consortium/people-table";
import { projectHead } from "../project-head";

type Props = PageProps<"/projects/[slug]/people">;

const one = (value: string | string[] | undefined) => (typeof value === "string" ? value : undefined);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { slug } = await params;
  await requireActor(`/projects/${slug}/people`);
  const [project, t] = await Promise.all([projectHead(slug), getTranslations("projects.ownPeople")]);
  return { title: `${t("title")} · ${project.acronym}` };
}

/** The people of an evaluating organisation in a project; those of partners are on the consortium page. */
export default async function OwnPeoplePage({ params, searchParams }: Props) {
  const { slug } = await params;
  const path = `/projects/${slug}/people`;
  const actor = await requireActor(path);
  const project = await projectHead(slug);
  if (project.can["project.inspect"]) redirect(`/projects/${slug}/consortium#people`);
  const { people: peopleCursor, invitations: invitationCursor } = await searchParams;
  const api = await serverApi();
  const [t, tConsortium, people, invitations] = await Promise.all([
    getTranslations("projects.ownPeople"),
    getTranslations("projects.consortium"),
    orNotFound(api.projects.members({ slug, cursor: one(peopleCursor) })),
    orNotFound(api.projects.invitations({ slug, cursor: one(invitationCursor) })),
  ]);
  const { participationId, role } = project.mine;
  const [own] = people.items;
  const manages = own?.can["participation.people"] === true;
  return (
    <>
      <PageHeader
        crumbs={[{ href: `/projects/${slug}` as Route, label: project.acronym }]}
        title={t("title")}
        state={own ? t("state", { organisation: own.shortName }) : null}
      />
      <Section title={tConsortium("people")} id="people">
        <ClientMessages of={["projects.memberMenu", "projects.roleRights"]}>
          <PeopleTable slug={slug} path={path} people={people} isFirst={peopleCursor === undefined} />
        </ClientMessages>
      </Section>
      {manages ? (
        <Section title={t("invite")} description={t("inviteLead")}>
          <div className="max-w-form">
            {actor.addressConfirmed ? null : (
              <Notice tone="due" className="mb-8">
                {(await getTranslations("projects.invite"))("held")}
              </Notice>
            )}
            <ClientMessages
              of={["projects.invite", "projects.addresses", "projects.roles", "projects.roleRights", "people.locales"]}
            >
              <InvitePeople
                organisations={[
                  { id: participationId, legalName: own.shortName, country: own.country, kind: own.kind },
                ]}
              />
            </ClientMessages>
          </div>
        </Section>
      ) : null}
      {role === "manager" ? (
        <Section title={tConsortium("invitations")} description={tConsortium("invitationsLead")} id="invitations">
          <ClientMessages of={["projects.invitationMenu"]}>
            <InvitationTable
              path={path}
              invitations={invitations}
              isFirst={invitationCursor === undefined}
              mayInvite={false}
            />
          </ClientMessages>
        </Section>
      ) : null}
    </>
  );
}
