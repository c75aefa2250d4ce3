import type { Metadata, Route } from "next";
import { ReportState } from "@/components/reports/report-state";
import { pageAddress } from "@/components/shared/page-address";
import { PageHeader } from "@/components/shared/page-header";
import { Pager } from "@/components/shared/pager";
import { Anchor } from "@/components/ui/anchor";
import { DateTime } from "@/components/ui/date-time";
import { EmptyState } from "@/components/ui/empty-state";
import { Table, Tbody, Td, Th, Thead } from "@/components/ui/table";
import { getTranslations } from "@/messages/server";
import { orNotFound, requireActor, serverApi } from "@/server/trpc/rsc";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("reports.operator");
  return { title: t("title") };
}

export default async function ReportsPage({ searchParams }: PageProps<"/operator/reports">) {
  await requireActor("/operator/reports");
  const { cursor } = await searchParams;
  const api = await serverApi();
  const reports = await orNotFound(api.reports.list({ cursor: typeof cursor === "string" ? cursor : undefined }));
  const t = await getTranslations("reports.operator");
  const server = await getTranslations("instance.operator");
  return (
    <>
      <PageHeader crumbs={[{ href: "/operator", label: server("title") }]} title={t("title")} state={t("lead")} />
      {reports.items.length === 0 ? (
        <EmptyState title={t("empty")}>{t("emptyText")}</EmptyState>
      ) : (
        <Table caption={t("caption")} stacked>
          <Thead>
            <Th>{t("page")}</Th>
            <Th>{t("about")}</Th>
            <Th>{t("state")}</Th>
            <Th>{t("when")}</Th>
          </Thead>
          <Tbody>
            {reports.items.map((report) => (
              <tr key={report.id}>
                <Td>
                  <Anchor href={`/operator/reports/${report.id}` as Route} className="link font-semibold">
                    <bdi>{report.title}</bdi>
                  </Anchor>
                  <span className="text-ink-soft block text-sm">{t(`kinds.${report.kind}`)}</span>
                </Td>
                <Td>{t(`reasons.${report.reason}`)}</Td>
                <Td>
                  <ReportState {...report} />
                </Td>
                <Td>
                  <DateTime value={report.createdAt} />
                </Td>
              </tr>
            ))}
          </Tbody>
        </Table>
      )}
      <Pager
        next={reports.nextCursor ? pageAddress("/operator/reports", { cursor: reports.nextCursor }) : null}
        first={cursor ? "/operator/reports" : null}
      />
    </>
  );
}
