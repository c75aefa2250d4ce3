import type { Metadata, Route } from "next";
import { notFound } from "next/navigation";
import { languageOptions } from "@/components/outputs/language-options";
import { OutputForm } from "@/components/outputs/output-form";
import { PageHeader } from "@/components/shared/page-header";
import { ClientMessages } from "@/components/shared/client-messages";
import { outputWord } from "@/domain/programme/vocabulary";
import { getTranslations } from "@/messages/server";
import { orNotFound, requireActor, serverApi } from "@/server/trpc/rsc";

type Props = PageProps<"/projects/[slug]/outputs/new">;

async function subject({ params }: Props) {
  const { slug } = await params;
  await requireActor(`/projects/${slug}/outputs/new`);
  const api = await serverApi();
  const project = await orNotFound(api.projects.get({ slug }));
  if (!project.can["output.plan"]) notFound();
  return { api, project, word: outputWord(project.callYear, project.actionCode) };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { word } = await subject(props);
  const t = await getTranslations("outputs.form");
  return { title: t("newTitle", { word }) };
}

export default async function NewOutputPage(props: Props) {
  const { api, project, word } = await subject(props);
  const path = `/projects/${project.slug}/outputs`;
  const [organisations, plan, languages, t, tList] = await Promise.all([
    api.outputs.choices({ slug: project.slug }),
    api.outputs.plan({ slug: project.slug }),
    languageOptions(),
    getTranslations("outputs.form"),
    getTranslations("outputs.list"),
  ]);
  return (
    <div className="max-w-form">
      <PageHeader
        title={t("newTitle", { word })}
        crumbs={[
          { href: `/projects/${project.slug}` as Route, label: project.acronym },
          { href: path as Route, label: tList("title", { word: word }) },
        ]}
      />
      <ClientMessages of={["outputs.form", "practices.licences", "programme.outputTypes"]}>
        <OutputForm
          projectId={project.id}
          path={path}
          choices={{ organisations, packages: plan.workPackages, languages }}
        />
      </ClientMessages>
    </div>
  );
}
