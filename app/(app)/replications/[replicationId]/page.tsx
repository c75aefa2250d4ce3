import type { Metadata, Route } from "next";
import { AnswerForm, ReplicationActions } from "@/components/replications/replication-actions";
import { ReplicationText, ResultBadge } from "@/components/replications/replication-text";
import { ClientMessages } from "@/components/shared/client-messages";
import { PageHeader } from "@/components/shared/page-header";
import { Section } from "@/components/shared/section";
import { CalendarDate } from "@/components/ui/date-time";
import { LinkButton } from "@/components/ui/link-button";
import { dayInBrussels } from "@/domain/dates";
import { publicFrom } from "@/domain/replications";
import { getTranslations } from "@/messages/server";
import { orNotFound, requireActor, serverApi } from "@/server/trpc/rsc";

type Props = PageProps<"/replications/[replicationId]">;

async function load({ params }: Props) {
  const { replicationId } = await params;
  await requireActor(`/replications/${replicationId}`);
  return orNotFound((await serverApi()).replications.get({ replicationId }));
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const [{ practice }, t] = await Promise.all([load(props), getTranslations("replications.view")]);
  return { title: t("title", { title: practice.title }) };
}

type Report = Awaited<ReturnType<typeof load>>;

/** What the state of a report means. */
async function stateOf({ status, sentAt, practice }: Report) {
  const t = await getTranslations("replications.view");
  if (status === "published") return t("published");
  if (status === "draft" || sentAt === null) return t("draft");
  return t.rich("sent", {
    owner: practice.owner,
    date: () => <CalendarDate value={dayInBrussels(sentAt)} />,
    publicOn: () => <CalendarDate value={dayInBrussels(publicFrom(sentAt))} />,
  });
}

/** A report, for the organisation that tried the practice and for its owner. */
export default async function ReplicationPage(props: Props) {
  const report = await load(props);
  const t = await getTranslations("replications");
  const { practice, can, content, status } = report;
  const path = `/replications/${report.id}`;
  return (
    <>
      <PageHeader
        title={t("view.title", { title: practice.title })}
        eyebrow={
          <>
            <bdi>{report.organisation}</bdi>
            {content.result ? <ResultBadge result={content.result} /> : null}
          </>
        }
        state={await stateOf(report)}
        action={
          <ClientMessages of={["replications.view"]}>
            <ReplicationActions
              replicationId={report.id}
              owner={practice.owner}
              canSend={can["replication.edit"] && report.empty.length === 0}
              canWithdraw={can["replication.withdraw"]}
            />
            {can["replication.edit"] ? (
              <LinkButton href={`${path}/edit` as Route} icon="pencil">
                {t("view.edit")}
              </LinkButton>
            ) : null}
            {practice.isPublic ? (
              <LinkButton href={`/practices/${practice.slug}` as Route}>{t("view.practice")}</LinkButton>
            ) : null}
          </ClientMessages>
        }
      />
      {can["replication.edit"] && report.empty.length > 0 ? (
        <p className="border-line bg-paper-raised mb-8 max-w-prose rounded-md border px-4 py-3 font-semibold">
          {t("view.missing")} {report.empty.map((part) => t(`view.parts.${part}`)).join(", ")}
        </p>
      ) : null}
      <ReplicationText report={content} answer={report.answer} answered={report.answeredAt !== null} isPublic={false} />
      {can["replication.answer"] ? (
        <Section
          title={t("answer.title")}
          description={t("answer.lead")}
          className="border-line max-w-form mt-10 border-t pt-6"
        >
          <ClientMessages of={["replications.answer"]}>
            <AnswerForm replicationId={report.id} answer={report.answer} isPublic={status === "published"} />
          </ClientMessages>
        </Section>
      ) : null}
    </>
  );
}
