import type { Metadata } from "next";
import { CloseReportForm, UnpublishForm } from "@/components/reports/report-answer";
import { ReportState } from "@/components/reports/report-state";
import { ClientMessages } from "@/components/shared/client-messages";
import { PageHeader } from "@/components/shared/page-header";
import { Section } from "@/components/shared/section";
import { DateTime } from "@/components/ui/date-time";
import { getTranslations } from "@/messages/server";
import { orNotFound, requireActor, serverApi } from "@/server/trpc/rsc";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("reports.operator");
  return { title: t("title") };
}

const quoted = "border-line-strong max-w-prose border-s-2 ps-3 whitespace-pre-line wrap-anywhere";

export default async function ReportDetailPage({ params }: PageProps<"/operator/reports/[reportId]">) {
  const { reportId } = await params;
  await requireActor(`/operator/reports/${reportId}`);
  const api = await serverApi();
  const report = await orNotFound(api.reports.get({ reportId }));
  const { kind, publicSlug, closedAt, canAnswer } = report;
  const t = await getTranslations("reports.operator");
  const unpublish = await getTranslations("reports.unpublish");
  const close = await getTranslations("reports.close");
  const server = await getTranslations("instance.operator");
  return (
    <>
      <PageHeader
        crumbs={[
          { href: "/operator", label: server("title") },
          { href: "/operator/reports", label: t("title") },
        ]}
        eyebrow={
          <>
            {t(`kinds.${kind}`)}
            <ReportState {...report} />
          </>
        }
        title={report.title}
        state={
          publicSlug === null ? (
            t("notPublic")
          ) : (
            <a href={`/${kind}/${publicSlug}`} className="link">
              {t("seePage")}
            </a>
          )
        }
      />
      <Section title={t("words")}>
        <p className="text-ink-soft mb-2">
          {t(`reasons.${report.reason}`)}, <DateTime value={report.createdAt} />
        </p>
        <p dir="auto" className={quoted}>
          {report.text}
        </p>
      </Section>
      {closedAt === null ? (
        <ClientMessages of={["reports.close", "reports.unpublish"]}>
          <div className="grid items-start gap-x-10 lg:grid-cols-2">
            <Section title={close("title")}>
              <CloseReportForm reportId={reportId} canAnswer={canAnswer} />
            </Section>
            {publicSlug === null ? null : (
              <Section title={unpublish("title")} description={unpublish("lead")}>
                <UnpublishForm reportId={reportId} canAnswer={canAnswer} kind={kind} />
              </Section>
            )}
          </div>
        </ClientMessages>
      ) : (
        <Section title={t("answer")}>
          <p className="text-ink-soft mb-2">
            {t.rich("closed", {
              name: report.closedBy ?? t("someone"),
              date: () => <DateTime value={closedAt} />,
            })}
          </p>
          <p dir="auto" className={quoted}>
            {report.answer}
          </p>
        </Section>
      )}
    </>
  );
}
