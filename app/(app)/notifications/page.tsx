import type { Metadata } from "next";
import { ReadForm } from "@/components/notifications/notification-forms";
import { NotificationList } from "@/components/notifications/notification-list";
import { ClientMessages } from "@/components/shared/client-messages";
import { pageAddress } from "@/components/shared/page-address";
import { PageHeader } from "@/components/shared/page-header";
import { Pager } from "@/components/shared/pager";
import { EmptyState } from "@/components/ui/empty-state";
import { TextLink } from "@/components/ui/text-link";
import { getTranslations } from "@/messages/server";
import { requireActor, serverApi } from "@/server/trpc/rsc";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("notifications");
  return { title: t("title") };
}

const path = "/notifications";

export default async function NotificationsPage({ searchParams }: PageProps<"/notifications">) {
  const actor = await requireActor(path);
  const search = await searchParams;
  const cursor = typeof search.cursor === "string" ? search.cursor : undefined;
  const show = search.show === "unread" ? "unread" : undefined;
  const api = await serverApi();
  const [list, t] = await Promise.all([
    api.notifications.list({ unread: show === "unread", cursor }),
    getTranslations("notifications"),
  ]);
  const address = (onward?: string) => pageAddress(path, { show, cursor: onward });
  return (
    <ClientMessages of={[]}>
      <PageHeader
        title={t("title")}
        state={t("state", { unread: list.unread })}
        action={
          list.unread > 0 ? (
            <ReadForm which={{ all: true }} label={t("readAll")} next={address(cursor)} kind="primary" />
          ) : null
        }
      />
      <p className="mb-6">
        <TextLink href={show ? path : pageAddress(path, { show: "unread" })}>
          {show ? t("all") : t("unreadOnly")}
        </TextLink>
      </p>
      {list.items.length === 0 ? (
        <EmptyState title={t(show ? "emptyUnread" : "empty")}>{t(show ? "emptyUnreadText" : "emptyText")}</EmptyState>
      ) : (
        <NotificationList items={list.items} language={actor.locale} address={address(cursor)} />
      )}
      <Pager next={list.nextCursor ? address(list.nextCursor) : null} first={cursor ? address() : null} />
    </ClientMessages>
  );
}
