import type { Metadata, Route } from "next";
import { notFound } from "next/navigation";
import { languageOptions } from "@/components/practices/language-options";
import { PracticeForm } from "@/components/practices/practice-form";
import { PageHeader } from "@/components/shared/page-header";
import { ClientMessages } from "@/components/shared/client-messages";
import { getTranslations } from "@/messages/server";
import { orNotFound, requireActor, serverApi } from "@/server/trpc/rsc";

type Props = PageProps<"/projects/[slug]/practices/[practiceId]/edit">;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("practices.view");
  return { title: t("edit") };
}

export default async function EditPracticePage({ params }: Props) {
  const { slug, practiceId } = await params;
  const path = `/projects/${slug}/practices/${practiceId}`;
  await requireActor(`${path}/edit`);
  const practice = await orNotFound((await serverApi()).practices.get({ practiceId }));
  if (practice.projectSlug !== slug || !practice.can["practice.edit"]) notFound();
  const t = await getTranslations("practices");
  return (
    <>
      <PageHeader
        title={t("form.editTitle", { title: practice.title })}
        crumbs={[
          { href: `/projects/${slug}/practices` as Route, label: t("list.title") },
          { href: path as Route, label: practice.title },
        ]}
      />
      <div className="max-w-form">
        <ClientMessages of={["practices.form", "practices.licences", "programme.fields"]}>
          <PracticeForm
            slug={slug}
            projectId={practice.projectId}
            languages={await languageOptions()}
            practice={practice}
          />
        </ClientMessages>
      </div>
    </>
  );
}
