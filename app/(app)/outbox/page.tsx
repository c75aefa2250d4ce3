import type { Metadata, Route } from "next";
import { Anchor } from "@/components/ui/anchor";
import { PageHeader } from "@/components/shared/page-header";
import { Pager } from "@/components/shared/pager";
import { DateTime } from "@/components/ui/date-time";
import { EmptyState } from "@/components/ui/empty-state";
import { Table, Tbody, Td, Th, Thead } from "@/components/ui/table";
import { getTranslations } from "@/messages/server";
import { orNotFound, requireActor, serverApi } from "@/server/trpc/rsc";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("instance.outbox");
  return { title: t("title") };
}

export default async function OutboxPage({ searchParams }: PageProps<"/outbox">) {
  await requireActor("/outbox");
  const { cursor } = await searchParams;
  const api = await serverApi();
  const mails = await orNotFound(api.instance.keptMails({ cursor: typeof cursor === "string" ? cursor : undefined }));
  const t = await getTranslations("instance.outbox");
  return (
    <>
      <PageHeader title={t("title")} state={t("lead")} />
      {mails.items.length === 0 ? (
        <EmptyState title={t("empty")}>{t("emptyText")}</EmptyState>
      ) : (
        <Table caption={t("caption")} stacked>
          <Thead>
            <Th>{t("subject")}</Th>
            <Th>{t("to")}</Th>
            <Th>{t("when")}</Th>
          </Thead>
          <Tbody>
            {mails.items.map((mail) => (
              <tr key={mail.id}>
                <Td>
                  <Anchor href={`/outbox/${mail.id}` as Route} className="link font-semibold">
                    {mail.subject}
                  </Anchor>
                </Td>
                <Td>{mail.address}</Td>
                <Td>{mail.sentAt ? <DateTime value={mail.sentAt} /> : null}</Td>
              </tr>
            ))}
          </Tbody>
        </Table>
      )}
      <Pager
        next={mails.nextCursor ? (`/outbox?cursor=${mails.nextCursor}` as Route) : null}
        first={cursor ? "/outbox" : null}
      />
    </>
  );
}
