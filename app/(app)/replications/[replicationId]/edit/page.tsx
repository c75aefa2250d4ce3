import type { Metadata, Route } from "next";
import { notFound } from "next/navigation";
import { countryOptions } from "@/components/organisations/country-options";
import { ReplicationForm } from "@/components/replications/replication-form";
import { ClientMessages } from "@/components/shared/client-messages";
import { PageHeader } from "@/components/shared/page-header";
import { maxReportFileBytes } from "@/domain/attachments";
import { getTranslations } from "@/messages/server";
import { env } from "@/server/env";
import { orNotFound, requireActor, serverApi } from "@/server/trpc/rsc";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("replications.view");
  return { title: t("edit") };
}

export default async function EditReplicationPage({ params }: PageProps<"/replications/[replicationId]/edit">) {
  const { replicationId } = await params;
  const { personId } = await requireActor(`/replications/${replicationId}/edit`);
  const report = await orNotFound((await serverApi()).replications.get({ replicationId }));
  if (!report.can["replication.edit"]) notFound();
  const t = await getTranslations("replications");
  const { title } = report.practice;
  return (
    <>
      <PageHeader
        title={t("form.editTitle", { title })}
        crumbs={[{ href: `/replications/${report.id}` as Route, label: t("view.title", { title }) }]}
      />
      <div className="max-w-form">
        <ClientMessages
          of={[
            ...["replications.form", "replications.results", "practices.settings"],
            ...["programme.fields", "publications.targetGroups", "attachments", "outputs.upload"],
          ]}
        >
          <ReplicationForm
            replication={report}
            countries={await countryOptions()}
            uploader={{ personId, maxBytes: Math.min(maxReportFileBytes, env().MAX_FILE_BYTES) }}
          />
        </ClientMessages>
      </div>
    </>
  );
}
