import type { Metadata, Route } from "next";
import { notFound } from "next/navigation";
import { DeleteDraft } from "@/components/practices/delete-draft";
import { PracticeActions } from "@/components/practices/practice-actions";
import { PracticeStatusBadge } from "@/components/practices/practice-status";
import { PracticeText } from "@/components/practices/practice-text";
import { PageHeader } from "@/components/shared/page-header";
import { ClientMessages } from "@/components/shared/client-messages";
import { Chip } from "@/components/ui/chip";
import { LinkButton } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";
import { getTranslations } from "@/messages/server";
import { orNotFound, requireActor, serverApi } from "@/server/trpc/rsc";
import { PageComments } from "../../page-comments";

type Props = PageProps<"/projects/[slug]/practices/[practiceId]">;

async function load({ params }: Props) {
  const { slug, practiceId } = await params;
  await requireActor(`/projects/${slug}/practices/${practiceId}`);
  const practice = await orNotFound((await serverApi()).practices.get({ practiceId }));
  if (practice.projectSlug !== slug) notFound();
  return practice;
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  return { title: (await load(props)).title };
}

export default async function PracticePage(props: Props) {
  const practice = await load(props);
  const t = await getTranslations("practices");
  const { status, can } = practice;
  const list = `/projects/${practice.projectSlug}/practices`;
  const mayEdit = can["practice.edit"];
  const mayPublish = can["practice.publish"];
  return (
    <>
      <PageHeader
        title={practice.title}
        crumbs={[
          { href: `/projects/${practice.projectSlug}` as Route, label: practice.acronym },
          { href: list as Route, label: t("list.title") },
        ]}
        eyebrow={
          <>
            <PracticeStatusBadge status={status} />
            <Chip {...practice.organisation} name={practice.organisation.shortName} />
            {practice.author}
          </>
        }
        state={
          status === "submitted"
            ? t("view.waiting")
            : status === "published"
              ? t("view.published")
              : status === "draft"
                ? t("view.draft")
                : undefined
        }
        action={
          <ClientMessages of={["practices.view"]}>
            <PracticeActions
              practiceId={practice.id}
              canSubmit={mayEdit && (status === "draft" || status === "returned")}
              canPublish={mayPublish && status === "submitted"}
              reasonIsPublic={status === "published"}
              canReturn={status === "published" ? can["practice.withdraw"] : mayPublish && status === "submitted"}
            />
            {status === "published" ? (
              <LinkButton href={`/practices/${practice.slug}` as Route}>{t("list.public")}</LinkButton>
            ) : null}
            {mayEdit ? (
              <LinkButton href={`${list}/${practice.id}/edit` as Route} icon="pencil">
                {t("view.edit")}
              </LinkButton>
            ) : null}
            {mayEdit && status === "draft" ? (
              <DeleteDraft practiceId={practice.id} title={practice.title} list={list} />
            ) : null}
          </ClientMessages>
        }
      />
      {status === "returned" && practice.returnReason ? (
        <Notice tone="due" title={t("view.returned")} className="mb-8">
          {practice.returnReason}
        </Notice>
      ) : null}
      <PracticeText practice={practice} language={practice.language} />
      <PageComments
        subject={{ type: "practice", id: practice.id }}
        path={`${list}/${practice.id}`}
        search={await props.searchParams}
      />
    </>
  );
}
