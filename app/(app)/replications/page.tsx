import type { Metadata, Route } from "next";
import { ResultBadge } from "@/components/replications/replication-text";
import { PageHeader } from "@/components/shared/page-header";
import { Pager } from "@/components/shared/pager";
import { Anchor } from "@/components/ui/anchor";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { getTranslations } from "@/messages/server";
import { requireActor, serverApi } from "@/server/trpc/rsc";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("replications.mine");
  return { title: t("title") };
}

/** The reports of the person's organisations about practices of others. */
export default async function ReplicationsPage({ searchParams }: PageProps<"/replications">) {
  await requireActor("/replications");
  const { cursor } = await searchParams;
  const api = await serverApi();
  const page = await api.replications.mine({ cursor: typeof cursor === "string" ? cursor : undefined });
  const t = await getTranslations("replications");
  return (
    <>
      <PageHeader
        title={t("mine.title")}
        state={t("mine.lead")}
        action={<LinkButton href="/conversations">{t("mine.conversations")}</LinkButton>}
      />
      {page.items.length === 0 ? (
        <EmptyState title={t("mine.empty")} action={<LinkButton href={"/practices"}>{t("mine.library")}</LinkButton>}>
          {t("mine.emptyText")}
        </EmptyState>
      ) : (
        <ul className="divide-line border-line divide-y border-y">
          {page.items.map((report) => (
            <li key={report.id} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1 py-3">
              <span className="min-w-0">
                <Anchor href={`/replications/${report.id}` as Route} className="link font-semibold">
                  {report.title}
                </Anchor>
                <span className="text-ink-soft block text-sm">
                  <bdi>{report.organisation}</bdi>, {t(`status.${report.status}`)}
                </span>
              </span>
              {report.result ? <ResultBadge result={report.result} /> : null}
            </li>
          ))}
        </ul>
      )}
      <Pager
        next={page.nextCursor ? (`/replications?cursor=${page.nextCursor}` as Route) : null}
        first={cursor ? "/replications" : null}
      />
    </>
  );
}
