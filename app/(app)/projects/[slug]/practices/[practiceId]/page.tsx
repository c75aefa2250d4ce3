import type { Metadata, Route } from "next";
import { notFound } from "next/navigation";
import { ConversationList } from "@/components/conversations/conversation-list";
import { DeleteDraft } from "@/components/practices/delete-draft";
import { MissingParts } from "@/components/practices/missing-parts";
import { PracticeActions } from "@/components/practices/practice-actions";
import { PracticeArticle } from "@/components/practices/practice-article";
import { PracticeContact } from "@/components/practices/practice-contact";
import { PracticeFacts } from "@/components/practices/practice-facts";
import { PracticeStatusBadge } from "@/components/practices/practice-status";
import { TranslationList } from "@/components/practices/translation-list";
import { ReceivedReports } from "@/components/replications/received-reports";
import { PageHeader } from "@/components/shared/page-header";
import { Section } from "@/components/shared/section";
import { ClientMessages } from "@/components/shared/client-messages";
import { Chip } from "@/components/ui/chip";
import { LinkButton } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";
import { TextLink } from "@/components/ui/text-link";
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
  return { title: (await load(props)).content.title };
}

type Practice = Awaited<ReturnType<typeof load>>;

/** What the state of a practice means for what everyone can read. */
async function stateOf({ status, edition }: Practice): Promise<string> {
  const t = await getTranslations("practices.view");
  if (status === "submitted") return edition === null ? t("waiting") : t("waitingChange");
  if (status === "published") return t("published");
  return edition === null ? t("draft") : t("draftChange", { edition });
}

export default async function PracticePage(props: Props) {
  const practice = await load(props);
  const search = await props.searchParams;
  const cursor = typeof search["reports"] === "string" ? search["reports"] : undefined;
  const api = await serverApi();
  const [received, translations, conversations] = await Promise.all([
    api.replications.received({ practiceId: practice.id, cursor }),
    api.practices.translations({ practiceId: practice.id }),
    api.conversations.list({ practiceId: practice.id }),
  ]);
  const t = await getTranslations("practices");
  const conversationsOf = await getTranslations("conversations.practice");
  const { status, can, content, output } = practice;
  const project = `/projects/${practice.projectSlug}`;
  const list = `${project}/practices`;
  const mayEdit = can["practice.edit"];
  const mayPublish = can["practice.publish"];
  const isDraft = status === "draft" || status === "returned";
  return (
    <>
      <PageHeader
        title={<span lang={content.language}>{content.title}</span>}
        crumbs={[
          { href: project as Route, label: practice.acronym },
          { href: list as Route, label: t("list.title") },
        ]}
        eyebrow={
          <>
            <PracticeStatusBadge status={status} />
            <Chip {...practice.organisation} name={practice.organisation.shortName} />
            {practice.author}
          </>
        }
        state={await stateOf(practice)}
        action={
          <ClientMessages of={["practices.view"]}>
            <PracticeActions
              practiceId={practice.id}
              revision={practice.revision}
              canSubmit={mayEdit && isDraft}
              canPublish={mayPublish && status === "submitted"}
              canReturn={mayPublish && status === "submitted"}
              canWithdraw={practice.edition !== null && can["practice.withdraw"]}
            />
            {practice.edition !== null ? (
              <LinkButton href={`/practices/${practice.slug}` as Route}>{t("list.public")}</LinkButton>
            ) : null}
            {mayEdit ? (
              <LinkButton href={`${list}/${practice.id}/edit` as Route} icon="pencil">
                {t("view.edit")}
              </LinkButton>
            ) : null}
            {mayEdit && status === "draft" && practice.edition === null && practice.withdrawnAt === null ? (
              <DeleteDraft practiceId={practice.id} title={content.title} list={list} />
            ) : null}
          </ClientMessages>
        }
      />
      {status === "returned" && practice.returnReason ? (
        <Notice tone="due" title={t("view.returned")} className="mb-8">
          {practice.returnReason}
        </Notice>
      ) : null}
      {practice.withdrawnAt && practice.withdrawReason ? (
        <Notice tone="due" title={t("view.withdrawn")} className="mb-8">
          {practice.withdrawReason}
        </Notice>
      ) : null}
      {mayEdit && isDraft ? <MissingParts empty={practice.empty} /> : null}
      <div className="grid gap-x-12 gap-y-8 lg:grid-cols-[minmax(0,1fr)_17rem]">
        <div className="min-w-0">
          <PracticeArticle content={content} empty={t("view.empty")} />
        </div>
        <PracticeFacts content={content} country={practice.organisation.country}>
          {output ? (
            <p>
              <TextLink href={`${project}/outputs/${output.id}` as Route}>{t("view.fromOutput", output)}</TextLink>
            </p>
          ) : null}
          <TranslationList
            translations={translations.items}
            path={mayEdit ? `${list}/${practice.id}/translate` : null}
          />
          <ClientMessages of={["practices.contact"]}>
            <PracticeContact
              practiceId={practice.id}
              contact={practice.contact}
              isContact={practice.isContact}
              canEdit={mayEdit}
            />
          </ClientMessages>
        </PracticeFacts>
      </div>
      <ReceivedReports
        reports={received.items}
        next={received.nextCursor ? (`${list}/${practice.id}?reports=${received.nextCursor}` as Route) : null}
        first={typeof search["reports"] === "string" ? (`${list}/${practice.id}` as Route) : null}
      />
      {conversations.items.length > 0 ? (
        <Section title={conversationsOf("title")} description={conversationsOf("lead")}>
          <ConversationList conversations={conversations.items} />
        </Section>
      ) : null}
      <PageComments subject={{ type: "practice", id: practice.id }} path={`${list}/${practice.id}`} search={search} />
    </>
  );
}
