import type { Metadata, Route } from "next";
import { ActivityFeed } from "@/components/activity/activity-feed";
import { JoinedNotice, MyProjects } from "@/components/people/my-projects";
import { isPressing } from "@/components/outputs/due-tone";
import { DueList } from "@/components/people/due-list";
import { FirstSteps } from "@/components/people/first-steps";
import { MarkSeen } from "@/components/people/mark-seen";
import { WaitingList } from "@/components/people/waiting-list";
import { ClientMessages } from "@/components/shared/client-messages";
import { pageAddress } from "@/components/shared/page-address";
import { PageHeader } from "@/components/shared/page-header";
import { Pager } from "@/components/shared/pager";
import { Section } from "@/components/shared/section";
import { openTaskIn, type OpenTask, TaskList } from "@/components/tasks/task-list";
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
  const { cursor, contributing, joined, tasks: tasksCursor } = search;
  const openTask = openTaskIn(search);
  const cursors = {
    ...(typeof cursor === "string" ? { cursor } : {}),
    ...(typeof contributing === "string" ? { contributing } : {}),
  };
  const query = new URLSearchParams(cursors).toString();
  const api = await serverApi();
  const t = await getTranslations("people.home");
  const [home, tasks, projects, drafts] = await Promise.all([
    api.people.home(cursors),
    api.tasks.list({
      mine: true,
      state: "waiting",
      cursor: typeof tasksCursor === "string" ? tasksCursor : undefined,
    }),
    api.projects.list({}),
    api.projects.drafts(),
  ]);
  const waiting = home.reviews.items.length + home.decisions.length + home.practices.length + home.requests.length;
  const asked = tasks.items.filter(({ late, state }) => late || state === "asked").length;
  const count = home.due.items.filter((output) => isPressing(output, home.today)).length + waiting + asked;
  const opened = tasks.items.find(({ id }) => id === openTask?.id);
  const assignees = opened && openTask?.form === "handOver" ? await api.tasks.assignees({ slug: opened.slug }) : [];
  const taskAddress = (open: OpenTask | null, onward?: string) =>
    pageAddress(
      "/home",
      { ...cursors, tasks: onward ?? tasksCursor, task: open?.id, form: open?.form },
      open ? `task-${open.id}` : "tasks",
    );
  const dated = [...home.due.items, ...home.contributing.items, ...home.reviews.items].some(
    ({ dueOn }) => dueOn !== null,
  );
  const isNew = actor.participations.length === 0;
  // Evaluators deliver nothing: their home page has only what they are asked to review.
  const delivers = contributingParticipations(actor).length > 0;
  return (
    <>
      <PageHeader
        title={t("greeting", { name: actor.name })}
        state={count === 0 && home.due.items.length > 0 ? t("dueLater") : t("due", { count })}
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
      {waiting > 0 ? (
        <Section title={t("waiting")}>
          <WaitingList
            reviews={home.reviews.items}
            decisions={home.decisions}
            practices={home.practices}
            requests={home.requests}
          />
        </Section>
      ) : null}
      {isNew ? null : (
        <>
          {tasks.items.length > 0 ? (
            <Section id="tasks" title={t("tasks")} description={t("tasksLead")}>
              <ClientMessages of={["tasks.acts"]}>
                <TaskList tasks={tasks.items} assignees={assignees} open={openTask} address={taskAddress} withProject />
              </ClientMessages>
              <Pager
                next={tasks.nextCursor ? taskAddress(null, tasks.nextCursor) : null}
                first={tasksCursor ? "/home#tasks" : null}
              />
            </Section>
          ) : null}
          {delivers ? (
            <Section
              title={t("dueFromUs")}
              description={t("dueFromUsLead")}
              action={
                dated ? (
                  <a
                    href={query ? `/api/calendar?${query}` : "/api/calendar"}
                    download
                    className={buttonStyle("quiet", "small")}
                  >
                    <Icon name="calendar" />
                    {t("calendar")}
                  </a>
                ) : null
              }
            >
              <DueList outputs={home.due.items} today={home.today} />
              <Pager
                next={home.due.nextCursor ? (`/home?cursor=${home.due.nextCursor}` as Route) : null}
                first={cursor ? "/home" : null}
              />
            </Section>
          ) : waiting === 0 ? (
            <EmptyState title={t("noReviews")}>{t("noReviewsText")}</EmptyState>
          ) : null}
          {home.contributing.items.length > 0 ? (
            <Section id="contributing" title={t("contributing")} description={t("contributingLead")}>
              <DueList outputs={home.contributing.items} today={home.today} namesLead />
              <Pager
                next={
                  home.contributing.nextCursor
                    ? (`/home?contributing=${home.contributing.nextCursor}#contributing` as Route)
                    : null
                }
                first={contributing ? "/home#contributing" : null}
              />
            </Section>
          ) : null}
          <Section title={t("news")} action={<TextLink href="/activity">{t("newsAll")}</TextLink>}>
            <ActivityFeed
              language={actor.locale}
              withProject
              entries={home.news.items}
              empty={t("newsEmpty", { since: home.since })}
            />
            <MarkSeen until={home.now.getTime()} />
          </Section>
        </>
      )}
    </>
  );
}
