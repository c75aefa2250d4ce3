import type { Metadata, Route } from "next";
import { Anchor } from "@/components/ui/anchor";
import { DraftRows } from "@/components/projects/draft-rows";
import { projectTone } from "@/components/projects/project-tone";
import { PageHeader } from "@/components/shared/page-header";
import { Pager } from "@/components/shared/pager";
import { Section } from "@/components/shared/section";
import { ClientMessages } from "@/components/shared/client-messages";
import { Ago } from "@/components/ui/date-time";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { StatusBadge } from "@/components/ui/status-badge";
import { RowHead, Table, Tbody, Td, Th, Thead } from "@/components/ui/table";
import { getTranslations } from "@/messages/server";
import { requireActor, serverApi } from "@/server/trpc/rsc";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("projects.list");
  return { title: t("title") };
}

export default async function ProjectsPage({ searchParams }: PageProps<"/projects">) {
  await requireActor("/projects");
  const { cursor } = await searchParams;
  const api = await serverApi();
  const t = await getTranslations("projects.list");
  const tProjects = await getTranslations("projects");
  const [projects, drafts] = await Promise.all([
    api.projects.list({ cursor: typeof cursor === "string" ? cursor : undefined }),
    api.projects.drafts(),
  ]);
  const start = (
    <LinkButton href="/projects/new" kind="primary" icon="plus">
      {t("start")}
    </LinkButton>
  );
  const isEmpty = projects.items.length === 0;
  return (
    <>
      <PageHeader title={t("title")} state={t("state")} action={isEmpty ? null : start} />
      {drafts.length > 0 ? (
        <Section title={t("drafts")}>
          <ClientMessages of={["projects.list"]}>
            <DraftRows
              drafts={drafts.map(({ updatedAt, ...draft }) => ({ ...draft, touched: <Ago value={updatedAt} /> }))}
            />
          </ClientMessages>
        </Section>
      ) : null}
      {isEmpty ? (
        <EmptyState title={t("emptyTitle")} action={start}>
          {t("empty")}
        </EmptyState>
      ) : (
        <Table caption={t("title")} stacked>
          <Thead>
            <Th>{t("project")}</Th>
            <Th>{t("status")}</Th>
            <Th>{t("coordinator")}</Th>
            <Th numeric>{t("organisations")}</Th>
            <Th>{t("mine")}</Th>
          </Thead>
          <Tbody>
            {projects.items.map((project) => (
              <tr key={project.id}>
                <RowHead className="min-w-48">
                  <Anchor href={`/projects/${project.slug}` as Route} className="link">
                    {project.acronym}
                  </Anchor>
                  <span className="text-ink-soft block text-sm font-normal">{project.title}</span>
                </RowHead>
                <Td>
                  <StatusBadge tone={projectTone(project.status)}>{tProjects(`status.${project.status}`)}</StatusBadge>
                </Td>
                <Td label={t("coordinator")}>{project.coordinator}</Td>
                <Td numeric label={t("organisations")}>
                  {project.organisations}
                </Td>
                <Td>
                  {tProjects(`kinds.${project.kind}`)}, {tProjects(`roles.${project.role}`)}
                </Td>
              </tr>
            ))}
          </Tbody>
        </Table>
      )}
      <Pager
        next={projects.nextCursor ? (`/projects?cursor=${projects.nextCursor}` as Route) : null}
        first={cursor ? "/projects" : null}
      />
    </>
  );
}
