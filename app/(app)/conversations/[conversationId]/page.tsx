import type { Metadata, Route } from "next";
import { ConversationActions, MessageForm } from "@/components/conversations/conversation-forms";
import { ClientMessages } from "@/components/shared/client-messages";
import { PageHeader } from "@/components/shared/page-header";
import { Pager } from "@/components/shared/pager";
import { Section } from "@/components/shared/section";
import { DateTime } from "@/components/ui/date-time";
import { LinkButton } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";
import { getTranslations } from "@/messages/server";
import { orNotFound, requireActor, serverApi } from "@/server/trpc/rsc";

type Props = PageProps<"/conversations/[conversationId]">;

async function load({ params, searchParams }: Props) {
  const [{ conversationId }, { cursor }] = await Promise.all([params, searchParams]);
  await requireActor(`/conversations/${conversationId}`);
  const asked = typeof cursor === "string" ? cursor : undefined;
  const conversation = await orNotFound((await serverApi()).conversations.get({ conversationId, cursor: asked }));
  return { ...conversation, isEarlier: asked !== undefined };
}

const titleOf = ({ organisation, practice }: Awaited<ReturnType<typeof load>>) => ({
  name: organisation.shortName,
  title: practice.title,
});

export async function generateMetadata(props: Props): Promise<Metadata> {
  const [conversation, t] = await Promise.all([load(props), getTranslations("conversations.view")]);
  return { title: t("title", titleOf(conversation)) };
}

/** Two organisations talk about trying a practice. */
export default async function ConversationPage(props: Props) {
  const conversation = await load(props);
  const { id, practice, organisation, owner, side, messages, can, state, endedBy, isEarlier } = conversation;
  const t = await getTranslations("conversations.view");
  const list = await getTranslations("conversations.list");
  const path = `/conversations/${id}`;
  const ended = state === "closed" ? t("closed") : endedBy === side ? t("blockedByYou") : t("blocked");
  return (
    <>
      <PageHeader
        title={t("title", titleOf(conversation))}
        crumbs={[{ href: "/conversations", label: list("title") }]}
        state={t("lead", { name: organisation.legalName, owner: owner.legalName })}
        action={
          <ClientMessages of={["conversations.view"]}>
            {practice.isPublic ? (
              <>
                <LinkButton href={`/practices/${practice.slug}` as Route}>{t("practice")}</LinkButton>
                {side === organisation.id ? (
                  <LinkButton href={`/practices/${practice.slug}/try` as Route}>{t("report")}</LinkButton>
                ) : null}
              </>
            ) : null}
            <ConversationActions
              conversationId={id}
              canClose={can["conversation.close"]}
              canBlock={can["conversation.block"]}
              canReopen={can["conversation.reopen"]}
            />
          </ClientMessages>
        }
      />
      <Section title={t("messages")} className="max-w-form">
        <Pager
          next={messages.nextCursor ? (`${path}?cursor=${messages.nextCursor}` as Route) : null}
          first={isEarlier ? (path as Route) : null}
        />
        <ol className="grid gap-4">
          {[...messages.items].reverse().map((message) => (
            <li
              key={message.id}
              className={`border-line grid gap-1 rounded-md border px-4 py-3 ${message.isOwn ? "bg-paper-raised" : ""}`}
            >
              <p className="text-ink-soft flex flex-wrap justify-between gap-x-4 text-sm">
                <span className="font-semibold">
                  {message.person === null
                    ? t("gone", { organisation: message.organisation })
                    : t("of", { person: message.person, organisation: message.organisation })}
                </span>
                <DateTime value={message.createdAt} />
              </p>
              <p dir="auto" className="wrap-anywhere whitespace-pre-line">
                {message.text}
              </p>
            </li>
          ))}
        </ol>
        <div className="mt-6">
          {can["conversation.write"] ? (
            <ClientMessages of={["conversations.view"]}>
              <MessageForm conversationId={id} />
            </ClientMessages>
          ) : (
            <Notice tone="due">{ended}</Notice>
          )}
        </div>
      </Section>
    </>
  );
}
