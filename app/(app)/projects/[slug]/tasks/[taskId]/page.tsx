import type { Metadata, Route } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { ClientMessages } from "@/components/shared/client-messages";
import { pageAddress } from "@/components/shared/page-address";
import { PageHeader } from "@/components/shared/page-header";
import { openTaskIn, type OpenTask, TaskList } from "@/components/tasks/task-list";
import { getTranslations } from "@/messages/server";
import { orNotFound, requireActor, serverApi } from "@/server/trpc/rsc";
import { PageComments } from "../../page-comments";

type Props = PageProps<"/projects/[slug]/tasks/[taskId]">;

/** Cached, because the page and its title need it. */
const taskOf = cache(async (slug: string, taskId: string) => {
  await requireActor(`/projects/${slug}/tasks/${taskId}`);
  const api = await serverApi();
  const task = await orNotFound(api.tasks.get({ taskId }));
  if (task.slug !== slug) notFound();
  return task;
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { slug, taskId } = await params;
  return { title: (await taskOf(slug, taskId)).title };
}

export default async function TaskPage({ params, searchParams }: Props) {
  const { slug, taskId } = await params;
  const task = await taskOf(slug, taskId);
  const search = await searchParams;
  const open = openTaskIn(search);
  const path = `/projects/${slug}/tasks/${taskId}`;
  const api = await serverApi();
  const [assignees, t] = await Promise.all([
    open?.form === "handOver" ? api.tasks.assignees({ slug }) : [],
    getTranslations("tasks"),
  ]);
  const address = (opened: OpenTask | null) =>
    pageAddress(path, { task: opened?.id, form: opened?.form }, opened ? `task-${opened.id}` : undefined);
  return (
    <>
      <PageHeader
        title={task.title}
        crumbs={[
          { href: `/projects/${slug}` as Route, label: task.acronym },
          { href: `/projects/${slug}/tasks` as Route, label: t("title") },
        ]}
      />
      <div className="mb-10">
        <ClientMessages of={["tasks.acts"]}>
          <TaskList tasks={[task]} assignees={assignees} open={open} address={address} />
        </ClientMessages>
      </div>
      <PageComments subject={{ type: "task", id: taskId }} path={path} search={search} />
    </>
  );
}
