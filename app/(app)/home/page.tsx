import type { Metadata } from "next";
import { ActivityFeed } from "@/components/activity/activity-feed";
import { JoinedNotice, MyProjects } from "@/components/people/my-projects";
import { DueList, openDueIn, type OpenDue } from "@/components/people/due-list";
import { FirstSteps } from "@/components/people/first-steps";
import { MarkSeen } from "@/components/people/mark-seen";
import { pageAddress } from "@/components/shared/page-address";
import { PageHeader } from "@/components/shared/page-header";
import { Pager } from "@/components/shared/pager";
import { Section } from "@/components/shared/section";
import { buttonStyle } from "@/components/ui/button-style";
import { Icon } from "@/components/ui/icon";
import { LinkButton } from "@/components/ui/link-button";
import { TextLink } from "@/components/ui/text-link";
import { EmptyState } from "@/components/ui/empty-state";
import { contributingParticipations } from "@/domain/actor";
import { getTranslations } from "@/messages/server";
import { requireActor, serverApi } from "@/server/trpc/rsc";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("people.home");
  return { title: t("title") };
}

export default async function HomePage({ searchParams }: PageProps<"/home">) {
  const actor = await requireActor("/home");
  const search = await searchParams;
  const { joined } = search;
  const cursor = typeof search.cursor === "string" ? search.cursor : undefined;
  const open = openDueIn(search);
  const api = await serverApi();
  const t = await getTranslations("people.home");
  const [home, due, projects, drafts] = await Promise.all([
    api.people.news(),
    api.people.due({ cursor }),
    api.projects.list({}),
    api.projects.drafts(),
  ]);
  const count = due.items.filter(({ group }) => group !== "later").length;
  const opened = due.items.find(({ id }) => id === open?.id);
  const assignees =
    opened?.projectSlug && open?.form === "handOver" ? await api.tasks.assignees({ slug: opened.projectSlug }) : [];
  const address = (form: OpenDue | null, onward?: string) =>
    pageAddress(
      "/home",
      { cursor: onward ?? cursor, task: form?.id, form: form?.form },
      form ? `${due.items.find(({ id }) => id === form.id)?.kind ?? "task"}-${form.id}` : "due",
    );
  const dated = due.items.some(({ dueOn }) => dueOn !== null);
  const isNew = actor.participations.length === 0;
  // Evaluators deliver nothing: their home page has only what they are asked to review.
  const delivers = contributingParticipations(actor).length > 0;
  return (
    <>
      <PageHeader
        title={t("greeting", { name: actor.name })}
        state={count === 0 && due.items.length > 0 ? t("dueLater") : t("due", { count })}
        action={
          <LinkButton href={"/projects/new"} kind={isNew ? "primary" : "plain"} icon="plus">
            {t("start")}
          </LinkButton>
        }
      />
      <JoinedNotice project={projects.items.find(({ slug }) => slug === joined)} delivers={delivers} />
      {isNew ? null : <MyProjects projects={projects.items} more={projects.nextCursor !== null} />}
      <FirstSteps
        drafts={drafts}
        requests={home.myRequests}
        hasOrganisation={actor.organisations.length > 0}
        isNew={isNew}
      />
      {isNew && due.items.length === 0 ? null : (
        <Section
          id="due"
          title={t("waiting")}
          description={delivers ? t("waitingLead") : undefined}
          action={
            dated ? (
              <a
                href={`/api/calendar${cursor ? `?cursor=${cursor}` : ""}`}
                download
                className={buttonStyle("quiet", "small")}
              >
                <Icon name="calendar" />
                {t("calendar")}
              </a>
            ) : null
          }
        >
          <DueList
            items={due.items}
            assignees={assignees}
            open={open}
            address={address}
            empty={
              delivers ? (
                <EmptyState title={t("dueEmpty")}>{t("dueEmptyText")}</EmptyState>
              ) : (
                <EmptyState title={t("noReviews")}>{t("noReviewsText")}</EmptyState>
              )
            }
          />
          <Pager next={due.nextCursor ? address(null, due.nextCursor) : null} first={cursor ? "/home#due" : null} />
        </Section>
      )}
      {isNew ? null : (
        <Section title={t("news")} action={<TextLink href="/activity">{t("newsAll")}</TextLink>}>
          <ActivityFeed
            language={actor.locale}
            withProject
            entries={home.news.items}
            empty={t("newsEmpty", { since: home.since })}
          />
          <MarkSeen until={home.now.getTime()} />
        </Section>
      )}
    </>
  );
}
