import type { Metadata, Route } from "next";
import { notFound } from "next/navigation";
import { languageOptions } from "@/components/practices/language-options";
import { PracticeForm } from "@/components/practices/practice-form";
import { PageHeader } from "@/components/shared/page-header";
import { ClientMessages } from "@/components/shared/client-messages";
import { getTranslations } from "@/messages/server";
import { orNotFound, orNull, requireActor, serverApi } from "@/server/trpc/rsc";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("practices.form");
  return { title: t("newTitle") };
}

export default async function NewPracticePage({ params, searchParams }: PageProps<"/projects/[slug]/practices/new">) {
  const { slug } = await params;
  await requireActor(`/projects/${slug}/practices/new`);
  const api = await serverApi();
  const project = await orNotFound(api.projects.get({ slug }));
  if (!project.can["practice.draft"]) notFound();
  const { output: outputId } = await searchParams;
  const output = typeof outputId === "string" ? await orNull(api.outputs.get({ outputId })) : null;
  const t = await getTranslations("practices");
  return (
    <>
      <PageHeader
        title={t("form.newTitle")}
        crumbs={[
          { href: `/projects/${slug}` as Route, label: project.acronym },
          { href: `/projects/${slug}/practices` as Route, label: t("list.title") },
        ]}
        state={t("form.newLead")}
      />
      <div className="max-w-form">
        <ClientMessages of={["practices.form", "programme.fields"]}>
          <PracticeForm
            slug={slug}
            projectId={project.id}
            languages={await languageOptions()}
            defaultField={project.field}
            outputs={
              output?.status === "published" ? [{ value: output.id, label: `O${output.number} ${output.title}` }] : []
            }
            outputId={output?.id ?? ""}
          />
        </ClientMessages>
      </div>
    </>
  );
}
