import type { Metadata, Route } from "next";
import { ClientMessages } from "@/components/shared/client-messages";
import { FilterForm } from "@/components/shared/filter-form";
import { pageAddress } from "@/components/shared/page-address";
import { PageHeader } from "@/components/shared/page-header";
import { Pager } from "@/components/shared/pager";
import { TaskForm } from "@/components/tasks/task-form";
import { TaskLinesForm } from "@/components/tasks/task-lines-form";
import { openTaskIn, type OpenTask, TaskList } from "@/components/tasks/task-list";
import { Anchor } from "@/components/ui/anchor";
import { EmptyState } from "@/components/ui/empty-state";
import { dayInBrussels } from "@/domain/dates";
import { dueWindow } from "@/domain/due-dates";
import { outputCode } from "@/domain/outputs";
import { listTasksInput } from "@/domain/schemas/tasks";
import { getTranslations } from "@/messages/server";
import { orNotFound, requireActor, serverApi } from "@/server/trpc/rsc";
import { projectHead } from "../project-head";

type Props = PageProps<"/projects/[slug]/tasks">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { slug } = await params;
  await requireActor(`/projects/${slug}/tasks`);
  const t = await getTranslations("tasks");
  return { title: `${t("title")} · ${(await projectHead(slug)).acronym}` };
}

const word = (value: string | string[] | undefined) => (typeof value === "string" && value !== "" ? value : undefined);

export default async function TasksPage({ params, searchParams }: Props) {
  const { slug } = await params;
  const path = `/projects/${slug}/tasks`;
  await requireActor(path);
  const search = await searchParams;
  const filters = { state: word(search.state) ?? "waiting", who: word(search.who) ?? "" };
  const cursor = word(search.cursor);
  // Invalid filters, from a broken link, are ignored.
  const read = listTasksInput.safeParse({ slug, state: filters.state, mine: filters.who === "mine", cursor });
  const api = await serverApi();
  const [project, tasks, assignees, plan, t] = await Promise.all([
    projectHead(slug),
    orNotFound(api.tasks.list(read.success ? read.data : { slug, state: "waiting" })),
    orNotFound(api.tasks.assignees({ slug })),
    orNotFound(api.outputs.plan({ slug })),
    getTranslations("tasks"),
  ]);
  const open = openTaskIn(search);
  const address = (opened: OpenTask | null, onward?: string) =>
    pageAddress(
      path,
      { ...filters, cursor: onward ?? cursor, task: opened?.id, form: opened?.form },
      opened ? `task-${opened.id}` : undefined,
    );
  const about = search.ask === undefined ? undefined : { outputId: word(search.output), title: word(search.title) };
  const narrowed = filters.state !== "waiting" || filters.who !== "";
  return (
    <>
      <PageHeader
        title={t("title")}
        crumbs={[{ href: `/projects/${slug}` as Route, label: project.acronym }]}
        state={t("lead")}
      />
      {project.can["task.add"] ? (
        <details
          id="ask"
          className="max-w-form mb-4"
          open={about !== undefined || (tasks.items.length === 0 && !narrowed)}
        >
          <summary className="link w-fit font-semibold">{t("form.section")}</summary>
          <div className="pt-4">
            <ClientMessages of={["tasks.form", "people.away"]}>
              <TaskForm
                projectId={project.id}
                key={about ? `${about.outputId ?? ""} ${about.title ?? ""}` : "any"}
                about={about}
                assignees={assignees}
                outputs={plan.outputs.map(({ id: outputId, number, title }) => ({
                  id: outputId,
                  label: `${outputCode(number)} ${title}`,
                }))}
              />
            </ClientMessages>
          </div>
        </details>
      ) : null}
      {project.can["task.add"] ? (
        <details className="max-w-form mb-4">
          <summary className="link w-fit font-semibold">{t("lines.section")}</summary>
          <div className="pt-4">
            <ClientMessages of={["tasks.lines"]}>
              <TaskLinesForm
                projectId={project.id}
                assignees={assignees}
                today={dayInBrussels(new Date())}
                window={dueWindow(project)}
              />
            </ClientMessages>
          </div>
        </details>
      ) : null}
      {project.can["task.remind"] ? (
        <p className="mb-8">
          <Anchor href={`${path}/late` as Route} className="link">
            {t("reminders.link")}
          </Anchor>
        </p>
      ) : null}
      <FilterForm
        path={path}
        label={t("filters")}
        apply={t("apply")}
        clear={t("clear")}
        filters={[
          {
            name: "state",
            label: t("filterState"),
            value: filters.state === "waiting" ? "" : filters.state,
            all: t("waiting"),
            options: (["asked", "open", "done", "dropped"] as const).map((value) => ({
              value,
              label: t(`states.${value}`),
            })),
          },
          {
            name: "who",
            label: t("filterWho"),
            value: filters.who,
            all: t("everyone"),
            options: [{ value: "mine", label: t("mine") }],
          },
        ]}
      />
      <ClientMessages of={["tasks.acts"]}>
        <TaskList
          tasks={tasks.items}
          assignees={assignees}
          open={open}
          address={address}
          empty={<EmptyState title={t("empty")}>{narrowed ? t("emptyFilter") : t("emptyText")}</EmptyState>}
        />
      </ClientMessages>
      <Pager next={tasks.nextCursor ? address(null, tasks.nextCursor) : null} first={cursor ? (path as Route) : null} />
    </>
  );
}
