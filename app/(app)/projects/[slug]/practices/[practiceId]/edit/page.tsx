import type { Metadata, Route } from "next";
import { notFound } from "next/navigation";
import { countryOptions } from "@/components/organisations/country-options";
import { languageOptions } from "@/components/practices/language-options";
import { PracticeEditForm } from "@/components/practices/practice-edit-form";
import { PageHeader } from "@/components/shared/page-header";
import { ClientMessages } from "@/components/shared/client-messages";
import { getTranslations } from "@/messages/server";
import { env } from "@/server/env";
import { orNotFound, requireActor, serverApi } from "@/server/trpc/rsc";

type Props = PageProps<"/projects/[slug]/practices/[practiceId]/edit">;

const messages = [
  ...["attachments", "outputs.upload"],
  ..."form settings evidence resources licences".split(" ").map((branch) => `practices.${branch}`),
  ..."fields objectives impacts".split(" ").map((branch) => `programme.${branch}`),
  ..."form topics targetGroups educationFields".split(" ").map((branch) => `publications.${branch}`),
];

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("practices.view");
  return { title: t("edit") };
}

export default async function EditPracticePage({ params }: Props) {
  const { slug, practiceId } = await params;
  const path = `/projects/${slug}/practices/${practiceId}`;
  const { personId } = await requireActor(`${path}/edit`);
  const practice = await orNotFound((await serverApi()).practices.get({ practiceId }));
  if (practice.projectSlug !== slug || !practice.can["practice.edit"]) notFound();
  const t = await getTranslations("practices");
  const { title } = practice.content;
  return (
    <>
      <PageHeader
        title={t("form.editTitle", { title })}
        crumbs={[
          { href: `/projects/${slug}/practices` as Route, label: t("list.title") },
          { href: path as Route, label: title },
        ]}
      />
      <div className="max-w-form">
        <ClientMessages of={messages}>
          <PracticeEditForm
            path={path}
            practice={practice}
            languages={await languageOptions()}
            countries={await countryOptions()}
            uploader={{ personId, maxBytes: env().MAX_FILE_BYTES }}
          />
        </ClientMessages>
      </div>
    </>
  );
}
