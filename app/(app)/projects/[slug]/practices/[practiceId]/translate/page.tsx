import type { Metadata, Route } from "next";
import { getLocale } from "next-intl/server";
import { notFound } from "next/navigation";
import { languageOptions } from "@/components/practices/language-options";
import { TranslationForm } from "@/components/practices/translation-form";
import { ClientMessages } from "@/components/shared/client-messages";
import { PageHeader } from "@/components/shared/page-header";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { TextLink } from "@/components/ui/text-link";
import { languageName } from "@/domain/display-names";
import { languages } from "@/domain/programme/vocabulary";
import { getTranslations } from "@/messages/server";
import { orNotFound, requireActor, serverApi } from "@/server/trpc/rsc";

type Props = PageProps<"/projects/[slug]/practices/[practiceId]/translate">;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("practices.translate");
  return { title: t("title") };
}

export default async function TranslatePage({ params, searchParams }: Props) {
  const { slug, practiceId } = await params;
  const { language: asked } = await searchParams;
  const path = `/projects/${slug}/practices/${practiceId}`;
  await requireActor(`${path}/translate`);
  const api = await serverApi();
  const practice = await orNotFound(api.practices.get({ practiceId }));
  if (practice.projectSlug !== slug || !practice.can["practice.edit"]) notFound();
  const t = await getTranslations("practices");
  const locale = await getLocale();
  const { title } = practice.content;
  const { originalLanguage: original } = await api.practices.translations({ practiceId });
  const language = languages.find((code) => code === asked && code !== original);
  const options = (await languageOptions()).filter(({ value }) => value !== original);
  const names = {
    original: languageName(original, locale),
    language: language === undefined ? "" : languageName(language, locale),
  };
  return (
    <>
      <PageHeader
        title={language === undefined ? t("translate.title") : t("translate.into", names)}
        crumbs={[
          { href: `/projects/${slug}/practices` as Route, label: t("list.title") },
          { href: path as Route, label: title },
        ]}
        state={t("translate.lead")}
      />
      {language === undefined ? (
        <ClientMessages of={[]}>
          <form method="get" className="max-w-form flex flex-wrap items-end gap-3">
            <Field name="language" label={t("translate.language")} required>
              <Select options={options} />
            </Field>
            <Button type="submit" needsScript={false} kind="primary">
              {t("translate.start")}
            </Button>
          </form>
        </ClientMessages>
      ) : (
        <>
          <p className="mb-6">
            <TextLink href={`${path}/translate` as Route}>{t("translate.other")}</TextLink>
          </p>
          <ClientMessages of={["practices.translate"]}>
            <TranslationForm
              key={language}
              practiceId={practiceId}
              path={path}
              names={names}
              translation={await api.practices.translation({ practiceId, language })}
            />
          </ClientMessages>
        </>
      )}
    </>
  );
}
