import type { Metadata, Route } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { ActivityFeed } from "@/components/activity/activity-feed";
import { AddLink } from "@/components/outputs/add-link";
import { CoverageText } from "@/components/outputs/coverage-text";
import { makeTaskOf } from "@/components/tasks/make-task";
import { TaskLine } from "@/components/tasks/task-line";
import { Dependencies } from "@/components/outputs/dependencies";
import { DueDate } from "@/components/outputs/due-date";
import { FileRow } from "@/components/outputs/file-row";
import { languageOptions } from "@/components/outputs/language-options";
import { NextPanel } from "@/components/reviews/next-panel";
import { OutputFacts } from "@/components/outputs/output-facts";
import { UploadPanel } from "@/components/outputs/upload/upload-panel";
import { SubmissionList } from "@/components/reviews/submission-list";
import { PageHeader } from "@/components/shared/page-header";
import { Pager } from "@/components/shared/pager";
import { Section } from "@/components/shared/section";
import { ClientMessages } from "@/components/shared/client-messages";
import { buttonStyle } from "@/components/ui/button-style";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";
import { TextLink } from "@/components/ui/text-link";
import { participationIn } from "@/domain/actor";
import { outputWord } from "@/domain/programme/vocabulary";
import { outputCode } from "@/domain/outputs";
import { getTranslations } from "@/messages/server";
import { env } from "@/server/env";
import { orNotFound, requireActor, serverApi } from "@/server/trpc/rsc";
import { PageComments } from "../../page-comments";

type Props = PageProps<"/projects/[slug]/outputs/[outputId]">;

const text = (value: string | string[] | undefined) => (typeof value === "string" ? value : undefined);

/** Cached, because the page and its title need it. */
const outputPage = cache(
  async (outputId: string, files?: string, submissions?: string, activity?: string, moves?: string) => {
    const api = await serverApi();
    return orNotFound(api.reviews.outputPage({ outputId, files, submissions, activity, moves }));
  },
);

async function subject({ params, searchParams }: Props) {
  const { slug, outputId } = await params;
  const { files, reviews, history, moves } = await searchParams;
  const base = `/projects/${slug}/outputs/${outputId}`;
  const actor = await requireActor(base);
  const page = await outputPage(outputId, text(files), text(reviews), text(history), text(moves));
  if (page.output.slug !== slug) notFound();
  return { actor, page, base };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const {
    page: { output },
  } = await subject(props);
  return { title: `${outputCode(output.number)} ${output.title}` };
}

export default async function OutputPage(props: Props) {
  const { actor, page, base } = await subject(props);
  const { output, files, submissions, newest } = page;
  const { files: filesCursor, history, reviews, moves } = await props.searchParams;
  const outputId = output.id;
  const t = await getTranslations("outputs");
  const participation = participationIn(actor, output.projectId);
  const makeTask = makeTaskOf(actor, output);
  const closed = output.projectStatus === "closed";
  const canUpload = output.can["output.upload"];
  const involved = [output.lead.id, ...output.contributors.map(({ id }) => id)];
  const languages = await languageOptions(output.languages);
  const code = outputCode(output.number);
  const onward = (name: string, cursor: string | null) => (cursor ? (`${base}?${name}=${cursor}` as Route) : null);
  const back = (value: unknown) => (value ? (base as Route) : null);
  return (
    <>
      <PageHeader
        title={`${code} ${output.title}`}
        crumbs={[
          { href: `/projects/${output.slug}` as Route, label: participation?.acronym ?? output.slug },
          {
            href: `/projects/${output.slug}/outputs` as Route,
            label: t("list.title", { word: outputWord(output.callYear, output.actionCode) }),
          },
        ]}
        eyebrow={<OutputFacts output={output} submission={newest?.number ?? null} />}
        state={t(`nextSentence.${output.next}`, { count: output.waitingReviews })}
        menu={
          output.can["output.edit"] ? (
            <LinkButton href={`${base}/edit` as Route} kind="quiet" icon="pencil">
              {t("page.edit")}
            </LinkButton>
          ) : null
        }
      />
      {output.changedSinceApproval ? (
        <Notice tone="due" className="mb-6">
          {output.coverage ? <CoverageText coverage={output.coverage} /> : null} {t("page.changed")}
        </Notice>
      ) : null}
      {output.leadAbsent && !closed ? (
        <Notice
          tone="late"
          className="mb-6"
          action={
            output.can["output.plan"] ? (
              <LinkButton href={`${base}/edit` as Route} size="small">
                {t("page.chooseLead")}
              </LinkButton>
            ) : null
          }
        >
          {t("page.leadAbsent", { organisation: output.lead.shortName })}
        </Notice>
      ) : null}
      {closed ? <Notice className="mb-6">{t("page.closed")}</Notice> : null}
      <ClientMessages of={["outputs.link", "outputs.upload"]}>
        <div className="grid gap-x-8 lg:grid-cols-[minmax(0,1fr)_18rem]">
          <div className="min-w-0 max-lg:order-2">
            <Section
              title={t("page.files")}
              action={
                <div className="flex flex-wrap gap-2">
                  {output.files > 0 ? (
                    <a href={`/api/outputs/${outputId}/archive`} className={buttonStyle("quiet", "small")}>
                      {t("page.all")}
                    </a>
                  ) : null}
                  {canUpload ? <AddLink outputId={outputId} languages={languages} /> : null}
                </div>
              }
            >
              {canUpload ? (
                <UploadPanel
                  outputId={outputId}
                  personId={actor.personId}
                  maxBytes={env().MAX_FILE_BYTES}
                  languages={languages}
                  promised={output.languages}
                  submitHref={output.can["output.submit"] ? `${base}/submit` : null}
                />
              ) : null}
              {files.items.length > 0 ? (
                <ul className="divide-line divide-y" aria-label={t("page.files")}>
                  {files.items.map((version) => (
                    <FileRow
                      key={version.fileId}
                      version={version}
                      base={base}
                      involved={involved}
                      lead={output.lead.shortName}
                    />
                  ))}
                </ul>
              ) : (
                <EmptyState title={t("page.noFiles")} className="mt-3">
                  {canUpload ? t("page.noFilesText") : t("page.noFilesReader")}
                </EmptyState>
              )}
              <Pager next={onward("files", files.nextCursor)} first={back(filesCursor)} />
            </Section>
          </div>
          <div className="mb-10 grid content-start gap-6 max-lg:order-1">
            <NextPanel output={output} base={base} submission={newest} />
            {output.publication?.status === "published" ? (
              <p className="text-sm">
                <a href={`/outputs/${output.publication.slug}`} className="link">
                  {t("page.seePublicPage")}
                </a>
                {output.can["output.unpublish"] ? (
                  <>
                    {" · "}
                    <TextLink href={`${base}/publish` as Route}>{t("page.publicPage")}</TextLink>
                  </>
                ) : null}
                {output.can["output.comment"] ? (
                  <>
                    {" · "}
                    <TextLink href={`/projects/${output.slug}/practices/new?output=${output.id}` as Route}>
                      {t("page.sharePractice")}
                    </TextLink>
                  </>
                ) : null}
              </p>
            ) : null}
            {output.dueMoves > 0 || output.can["output.edit"] || output.can["output.ask_time"] ? (
              <DueDate
                output={output}
                canMove={output.can["output.edit"]}
                requests={page.timeRequests}
                asksFor={
                  // Who coordinates moves any date; a lead asks the coordinator for days after the end of the project.
                  output.can["output.ask_time"] && !output.can["output.plan"]
                    ? (participation?.organisationId ?? null)
                    : null
                }
                moves={page.moves.items}
                pager={<Pager next={onward("moves", page.moves.nextCursor)} first={back(moves)} />}
              />
            ) : null}
            {makeTask ? (
              <TaskLine
                projectId={output.projectId}
                slug={output.slug}
                outputId={outputId}
                // Who coordinates or leads asks others; contributors note what they have to do.
                asks={output.can["output.plan"] || participation?.organisationId === output.lead.id}
              />
            ) : null}
            <Dependencies output={output} canEdit={output.can["output.edit"]} />
            {output.languages.length > 0 ? (
              <p className="text-ink-soft text-sm">
                <span className="font-semibold">{t("page.languages")}:</span>{" "}
                {languages
                  .slice(0, output.languages.length)
                  .map(({ label }) => label)
                  .join(", ")}
              </p>
            ) : null}
          </div>
        </div>
      </ClientMessages>
      {output.description ? (
        <Section title={t("page.description")}>
          <p dir="auto" className="max-w-prose whitespace-pre-line">
            {output.description}
          </p>
        </Section>
      ) : null}
      <Section title={t("page.reviews")}>
        <SubmissionList
          submissions={submissions.items}
          base={base}
          canAsk={output.can["output.submit"] && output.files > 0}
        />
        <Pager next={onward("reviews", submissions.nextCursor)} first={back(reviews)} />
      </Section>
      <PageComments
        subject={{ type: "output", id: outputId }}
        path={base}
        search={await props.searchParams}
        makeTask={makeTask}
      />
      {participation && participation.kind !== "evaluator" ? (
        <Section title={t("page.history")}>
          <ActivityFeed language={actor.locale} entries={page.activity.items} empty={t("page.historyEmpty")} onOutput />
          <Pager next={onward("history", page.activity.nextCursor)} first={back(history)} />
        </Section>
      ) : null}
    </>
  );
}
