import type { Metadata, Route } from "next";
import { notFound } from "next/navigation";
import { MissingItems } from "@/components/reviews/missing-items";
import { SubmitForm } from "@/components/reviews/submit-form";
import { PageHeader } from "@/components/shared/page-header";
import { ClientMessages } from "@/components/shared/client-messages";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";
import { addDays, dayInBrussels } from "@/domain/dates";
import { missingItems } from "@/domain/reviewers";
import { outputWord } from "@/domain/programme/vocabulary";
import { outputCode } from "@/domain/outputs";
import { getTranslations } from "@/messages/server";
import { orNotFound, requireActor, serverApi } from "@/server/trpc/rsc";

type Props = PageProps<"/projects/[slug]/outputs/[outputId]/submit">;
type Api = Awaited<ReturnType<typeof serverApi>>;

/** Maximum number of files of one submission. */
const mostPages = 4;
const usualDays = 14;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("reviews.submit");
  return { title: t("title") };
}

async function newestVersions(api: Api, outputId: string) {
  const all: Awaited<ReturnType<Api["outputs"]["files"]>>["items"] = [];
  let cursor: string | undefined;
  for (let page = 0; page < mostPages; page++) {
    const { items, nextCursor } = await api.outputs.files({ outputId, cursor });
    all.push(...items);
    if (!nextCursor) break;
    cursor = nextCursor;
  }
  return all.filter((version) => version.withdrawnAt === null);
}

export default async function SubmitPage({ params }: Props) {
  const { slug, outputId } = await params;
  const base = `/projects/${slug}/outputs/${outputId}`;
  await requireActor(`${base}/submit`);
  const api = await serverApi();
  const output = await orNotFound(api.outputs.get({ outputId }));
  if (output.slug !== slug || !output.can["output.submit"]) notFound();
  const [t, tList, versions, reviewers, submissions] = await Promise.all([
    getTranslations("reviews.submit"),
    getTranslations("outputs.list"),
    newestVersions(api, outputId),
    api.reviews.possibleReviewers({ outputId }),
    api.reviews.submissions({ outputId }),
  ]);
  const newest = submissions.items[0];
  const today = dayInBrussels(new Date());
  const back = <LinkButton href={base as Route}>{t("back")}</LinkButton>;
  return (
    <div className="max-w-form">
      <PageHeader
        title={t("title")}
        crumbs={[
          {
            href: `/projects/${slug}/outputs` as Route,
            label: tList("title", { word: outputWord(output.callYear, output.actionCode) }),
          },
          { href: base as Route, label: `${outputCode(output.number)} ${output.title}` },
        ]}
        state={t("lead")}
      />
      {newest?.status === "open" ? (
        <Notice tone="due" className="mb-6">
          {t("replaces", { number: newest.number })}
        </Notice>
      ) : null}
      {versions.length === 0 ? (
        <EmptyState title={t("noFiles")} action={back}>
          {t("noFilesText")}
        </EmptyState>
      ) : reviewers.length === 0 ? (
        <EmptyState title={t("noReviewers")} action={back}>
          {t("noReviewersText")}
        </EmptyState>
      ) : (
        <>
          <MissingItems
            missing={missingItems(output, versions)}
            editPath={output.can["output.edit"] ? (`${base}/edit` as Route) : null}
          />
          <ClientMessages of={["reviews.submit", "people.away"]}>
            <SubmitForm
              outputId={outputId}
              base={base}
              lead={output.lead.shortName}
              versions={versions.map(({ id, name, number, note }) => ({ id, name, number, note }))}
              reviewers={reviewers}
              dueOn={addDays(today, usualDays)}
              today={today}
            />
          </ClientMessages>
        </>
      )}
    </div>
  );
}
