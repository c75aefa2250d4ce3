import type { Metadata, Route } from "next";
import { notFound } from "next/navigation";
import { languageOptions } from "@/components/outputs/language-options";
import { PublicationForm } from "@/components/publications/publication-form";
import { WithdrawForm } from "@/components/publications/withdraw-form";
import { ClientMessages } from "@/components/shared/client-messages";
import { PageHeader } from "@/components/shared/page-header";
import { Section } from "@/components/shared/section";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";
import { outputCode } from "@/domain/outputs";
import { outputWord } from "@/domain/programme/vocabulary";
import { getFormatter, getTranslations } from "@/messages/server";
import { env } from "@/server/env";
import { orNotFound, requireActor, serverApi } from "@/server/trpc/rsc";

type Props = PageProps<"/projects/[slug]/outputs/[outputId]/publish">;

async function subject({ params }: Props) {
  const { slug, outputId } = await params;
  const base = `/projects/${slug}/outputs/${outputId}`;
  await requireActor(`${base}/publish`);
  const api = await serverApi();
  const output = await orNotFound(api.outputs.get({ outputId }));
  if (output.slug !== slug || !output.can["output.unpublish"]) notFound();
  return { api, output, base };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { output } = await subject(props);
  const t = await getTranslations("publications.form");
  return { title: t("title", { name: outputCode(output.number) }) };
}

const clientMessages = [
  ...["publications", "practices.licences", "programme.outputTypes", "programme.objectives", "programme.impacts"],
];

export default async function PublishPage(props: Props) {
  const { api, output, base } = await subject(props);
  const form = await orNotFound(api.publications.form({ outputId: output.id }));
  const { publication } = form;
  const [t, tWithdraw, tList, format, languages] = await Promise.all([
    getTranslations("publications.form"),
    getTranslations("publications.withdraw"),
    getTranslations("outputs.list"),
    getFormatter(),
    languageOptions(form.values.languages),
  ]);
  const isPublic = publication?.status === "published";
  const editable = output.can["output.publish"] && (form.output.publishable || isPublic);
  const code = outputCode(output.number);
  return (
    <>
      <PageHeader
        title={isPublic ? t("editTitle", { name: code }) : t("title", { name: code })}
        crumbs={[
          {
            href: `/projects/${output.slug}/outputs` as Route,
            label: tList("title", { word: outputWord(output.callYear, output.actionCode) }),
          },
          { href: base as Route, label: `${code} ${output.title}` },
        ]}
        state={t("lead")}
      />
      {publication && isPublic ? (
        <Notice
          tone="approved"
          className="mb-6"
          action={
            <a href={`/outputs/${publication.slug}`} className="link">
              {t("seePage")}
            </a>
          }
        >
          {t("isPublic", { date: format.dateTime(publication.publishedAt, { dateStyle: "long" }) })}
        </Notice>
      ) : null}
      {publication?.status === "withdrawn" ? (
        <Notice className="mb-6">{t("isWithdrawn", { reason: publication.withdrawReason ?? "" })}</Notice>
      ) : null}
      {editable ? (
        <ClientMessages of={clientMessages}>
          <PublicationForm
            key={publication?.revision ?? 0}
            outputId={output.id}
            path={base}
            publication={publication}
            values={form.values}
            choices={{ ...form.choices, languages }}
            site={`${env().APP_URL}/outputs`}
          />
        </ClientMessages>
      ) : isPublic ? null : (
        <EmptyState title={t("notApproved")} action={<LinkButton href={base as Route}>{t("back")}</LinkButton>}>
          {t("notApprovedText")}
        </EmptyState>
      )}
      {isPublic ? (
        <Section
          title={tWithdraw("title")}
          description={tWithdraw("text")}
          className="border-line max-w-form mt-10 border-t pt-6"
        >
          <ClientMessages of={["publications.withdraw"]}>
            <WithdrawForm outputId={output.id} path={base} />
          </ClientMessages>
        </Section>
      ) : null}
    </>
  );
}
