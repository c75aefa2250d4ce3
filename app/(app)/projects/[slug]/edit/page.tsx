import type { Metadata, Route } from "next";
import { notFound } from "next/navigation";
import { ProjectForm } from "@/components/projects/project-form";
import { QuietDaysForm } from "@/components/projects/quiet-days-form";
import { PublishingForm } from "@/components/practices/publishing-form";
import { ProjectPageForm } from "@/components/publications/page-settings";
import { Section } from "@/components/shared/section";
import { PageHeader } from "@/components/shared/page-header";
import { ClientMessages } from "@/components/shared/client-messages";
import { getTranslations } from "@/messages/server";
import { orNull, requireActor, serverApi } from "@/server/trpc/rsc";
import { projectHead } from "../project-head";

type Props = PageProps<"/projects/[slug]/edit">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { slug } = await params;
  await requireActor(`/projects/${slug}/edit`);
  const [project, t] = await Promise.all([projectHead(slug), getTranslations("projects.edit")]);
  return { title: `${t("title")} · ${project.acronym}` };
}

export default async function EditProjectPage({ params }: Props) {
  const { slug } = await params;
  await requireActor(`/projects/${slug}/edit`);
  const project = await projectHead(slug);
  if (!project.can["project.edit"]) notFound();
  const t = await getTranslations("projects.edit");
  const tSettings = await getTranslations("publications.settings");
  const tQuiet = await getTranslations("projects.quiet");
  const tPractices = await getTranslations("practices.publishing");
  const page = await orNull((await serverApi()).public.partnership({ slug: project.publicSlug }));
  return (
    <>
      <PageHeader crumbs={[{ href: `/projects/${slug}` as Route, label: project.acronym }]} title={t("title")} />
      <div className="max-w-form">
        <ClientMessages
          of={[
            "projects.fields",
            "projects.edit",
            ..."actions fields kinds strands priorities objectives impacts"
              .split(" ")
              .map((branch) => `programme.${branch}`),
          ]}
        >
          <ProjectForm project={project} />
        </ClientMessages>
        <Section
          title={tSettings("project")}
          description={tSettings("projectText")}
          action={
            page ? (
              <a href={`/partnerships/${project.publicSlug}`} className="link">
                {tSettings("see")}
              </a>
            ) : null
          }
          className="border-line mt-10 border-t pt-6"
        >
          <ClientMessages of={["publications.settings"]}>
            <ProjectPageForm projectId={project.id} publicPage={project.publicPage} />
          </ClientMessages>
        </Section>
        <Section
          title={tPractices("title")}
          description={tPractices("text")}
          className="border-line mt-10 border-t pt-6"
        >
          <ClientMessages of={["practices.publishing"]}>
            <PublishingForm projectId={project.id} ownersPublish={project.ownersPublish} />
          </ClientMessages>
        </Section>
        <Section title={tQuiet("title")} description={tQuiet("text")} className="border-line mt-10 border-t pt-6">
          <ClientMessages of={["projects.quiet"]}>
            <QuietDaysForm projectId={project.id} quietDays={project.quietDays} />
          </ClientMessages>
        </Section>
      </div>
    </>
  );
}
