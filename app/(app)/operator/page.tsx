import type { Metadata } from "next";
import { PageHeader } from "@/components/shared/page-header";
import { Section } from "@/components/shared/section";
import { DateTime } from "@/components/ui/date-time";
import { FileSize } from "@/components/ui/file-size";
import { Table, Tbody, Td, Th, Thead } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import { getTranslations } from "@/messages/server";
import { orNotFound, requireActor, serverApi } from "@/server/trpc/rsc";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("instance.operator");
  return { title: t("title") };
}

export default async function OperatorPage() {
  await requireActor("/operator");
  const api = await serverApi();
  const [state, mails, open] = await orNotFound(
    Promise.all([api.instance.state(), api.instance.troubledMails(), api.reports.open()]),
  );
  const t = await getTranslations("instance.operator");
  const reports = await getTranslations("reports.operator");
  const facts = [
    [t("people"), state.counts.people],
    [t("organisations"), state.counts.organisations],
    [t("projects"), state.counts.projects],
    [t("files"), state.stored.files],
    [t("bytes"), <FileSize key="bytes" bytes={state.stored.bytes} />],
    [t("waiting"), state.queue.waiting],
    [t("failed"), state.queue.failed],
  ] as const;
  return (
    <>
      <PageHeader title={t("title")} state={t("lead")} />
      <dl className="mb-10 grid gap-x-8 gap-y-4 sm:grid-cols-3">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt className="text-ink-soft text-sm">{name}</dt>
            <dd className="text-xl font-semibold tabular-nums">{value}</dd>
          </div>
        ))}
      </dl>
      <Section title={reports("title")}>
        <p>
          {reports("openCount", { count: open })} <TextLink href="/operator/reports">{reports("see")}</TextLink>
        </p>
      </Section>
      <Section title={t("jobs")}>
        {state.failures.length === 0 ? (
          <p className="text-ink-soft">{t("noJobs")}</p>
        ) : (
          <Table caption={t("jobs")}>
            <Thead>
              <Th>{t("task")}</Th>
              <Th numeric>{t("attempts")}</Th>
              <Th>{t("next")}</Th>
            </Thead>
            <Tbody>
              {state.failures.map((job) => (
                <tr key={job.id}>
                  <Td>{job.task}</Td>
                  <Td numeric>{job.attempts}</Td>
                  <Td>{job.retryAt === null ? t("noRetry") : <DateTime value={job.retryAt} />}</Td>
                </tr>
              ))}
            </Tbody>
          </Table>
        )}
      </Section>
      <Section title={t("mails")}>
        {mails.length === 0 ? (
          <p className="text-ink-soft">{t("noMails")}</p>
        ) : (
          <Table caption={t("mails")}>
            <Thead>
              <Th>{t("kind")}</Th>
              <Th>{t("state")}</Th>
              <Th>{t("error")}</Th>
              <Th>{t("when")}</Th>
            </Thead>
            <Tbody>
              {mails.map((mail) => (
                <tr key={mail.id}>
                  <Td>{mail.template}</Td>
                  <Td>{mail.status}</Td>
                  <Td>{mail.error}</Td>
                  <Td>
                    <DateTime value={mail.createdAt} />
                  </Td>
                </tr>
              ))}
            </Tbody>
          </Table>
        )}
      </Section>
    </>
  );
}
