import type { Metadata, Route } from "next";
import { ConversationList } from "@/components/conversations/conversation-list";
import { PageHeader } from "@/components/shared/page-header";
import { Pager } from "@/components/shared/pager";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { getTranslations } from "@/messages/server";
import { requireActor, serverApi } from "@/server/trpc/rsc";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("conversations.list");
  return { title: t("title") };
}

/** The conversations of the person's organisations about practices. */
export default async function ConversationsPage({ searchParams }: PageProps<"/conversations">) {
  await requireActor("/conversations");
  const { cursor } = await searchParams;
  const api = await serverApi();
  const page = await api.conversations.list({ cursor: typeof cursor === "string" ? cursor : undefined });
  const t = await getTranslations("conversations.list");
  return (
    <>
      <PageHeader title={t("title")} state={t("lead")} />
      {page.items.length === 0 ? (
        <EmptyState title={t("empty")} action={<LinkButton href="/practices">{t("library")}</LinkButton>}>
          {t("emptyText")}
        </EmptyState>
      ) : (
        <ConversationList conversations={page.items} />
      )}
      <Pager
        next={page.nextCursor ? (`/conversations?cursor=${page.nextCursor}` as Route) : null}
        first={cursor ? "/conversations" : null}
      />
    </>
  );
}
