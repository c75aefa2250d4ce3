import type { Metadata, Route } from "next";
import { notFound } from "next/navigation";
import { StartConversationForm } from "@/components/conversations/conversation-forms";
import { ClientMessages } from "@/components/shared/client-messages";
import { PageHeader } from "@/components/shared/page-header";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { TextLink } from "@/components/ui/text-link";
import { getTranslations } from "@/messages/server";
import { orNotFound, requireActor, serverApi } from "@/server/trpc/rsc";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("replications.public");
  return { title: t("ask"), robots: { index: false } };
}

/** A person of any organisation writes to the owner of a public practice. */
export default async function AskPage({ params }: PageProps<"/practices/[slug]/ask">) {
  const { slug } = await params;
  const actor = await requireActor(`/practices/${slug}/ask`);
  const api = await serverApi();
  const practice = await orNotFound(api.public.practice({ slug }));
  if (practice.state !== "published") notFound();
  const begun = await api.conversations.list({ practiceId: practice.id });
  const without = actor.organisations.filter(
    ({ organisationId }) => !begun.items.some(({ organisation }) => organisation.id === organisationId),
  );
  const t = await getTranslations("conversations.ask");
  const { title } = practice.content;
  const owner = practice.organisation.name;
  return (
    <>
      <PageHeader
        title={t("title", { title })}
        crumbs={[{ href: `/practices/${slug}` as Route, label: title }]}
        state={t("lead", { owner })}
      />
      {begun.items.map(({ id, organisation }) => (
        <p key={id} className="mb-6">
          <TextLink href={`/conversations/${id}` as Route}>{t("begun", { name: organisation.shortName })}</TextLink>
        </p>
      ))}
      {actor.organisations.length === 0 ? (
        <EmptyState title={t("noOrganisation")} action={<LinkButton href="/welcome">{t("join")}</LinkButton>} />
      ) : null}
      {without.length > 0 ? (
        <div className="max-w-form">
          <ClientMessages of={["conversations.ask"]}>
            <StartConversationForm
              practiceId={practice.id}
              organisations={without.map(({ organisationId, shortName }) => ({
                value: organisationId,
                label: shortName,
              }))}
            />
          </ClientMessages>
        </div>
      ) : null}
    </>
  );
}
