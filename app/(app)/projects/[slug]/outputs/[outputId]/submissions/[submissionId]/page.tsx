import type { Metadata, Route } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { Preview } from "@/components/outputs/preview/preview";
import { previewKind } from "@/components/outputs/preview-kind";
import { DecisionForm } from "@/components/reviews/decision-form";
import { DecisionHistory } from "@/components/reviews/decision-history";
import { FindingForm } from "@/components/reviews/finding-form";
import { openFinding, type OpenFinding } from "@/components/reviews/finding-list";
import { FrozenVersions } from "@/components/reviews/frozen-versions";
import { ReviewCards } from "@/components/reviews/review-cards";
import { SubmissionBadge } from "@/components/reviews/submission-list";
import { OwnReview } from "@/components/reviews/own-review";
import { MissingRules } from "@/components/reviews/missing-rules";
import { ReasonForm } from "@/components/reviews/reason-form";
import { SubmissionFindings } from "@/components/reviews/submission-findings";
import { hasScores, SubmissionScores } from "@/components/reviews/submission-scores";
import { Folded } from "@/components/shared/folded";
import { pageAddress } from "@/components/shared/page-address";
import { PageHeader } from "@/components/shared/page-header";
import { Pager } from "@/components/shared/pager";
import { Section } from "@/components/shared/section";
import { ClientMessages } from "@/components/shared/client-messages";
import { buttonStyle } from "@/components/ui/button-style";
import { cn } from "@/components/ui/cn";
import { DateTime } from "@/components/ui/date-time";
import { LinkButton } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";
import { outputWord } from "@/domain/programme/vocabulary";
import { outputCode } from "@/domain/outputs";
import { makeTaskOf } from "@/components/tasks/make-task";
import { getTranslations } from "@/messages/server";
import { orNotFound, requireActor, serverApi } from "@/server/trpc/rsc";
import { PageComments } from "../../../../page-comments";

type Props = PageProps<"/projects/[slug]/outputs/[outputId]/submissions/[submissionId]">;

/** Cached, because the page and its title need it. */
const submissionOf = cache(async (submissionId: string, findings?: string, earlier?: string) => {
  const api = await serverApi();
  return orNotFound(api.reviews.submission({ submissionId, findings, earlier }));
});

const text = (value: string | string[] | undefined) => (typeof value === "string" ? value : undefined);

async function subject({ params, searchParams }: Props) {
  const { slug, outputId, submissionId } = await params;
  const { findings, earlier } = await searchParams;
  const base = `/projects/${slug}/outputs/${outputId}`;
  const path = `${base}/submissions/${submissionId}`;
  const actor = await requireActor(path);
  const submission = await submissionOf(submissionId, text(findings), text(earlier));
  if (submission.output.slug !== slug || submission.output.id !== outputId) notFound();
  return { actor, submission, base, path };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { submission } = await subject(props);
  const t = await getTranslations("reviews.page");
  return { title: `${outputCode(submission.output.number)} · ${t("title", { number: submission.number })}` };
}

export default async function SubmissionPage(props: Props) {
  const [{ actor, submission, base, path }, api] = await Promise.all([subject(props), serverApi()]);
  const search = await props.searchParams;
  const { show, findings, earlier } = search;
  const [t, r, f, tList, tOutputs] = await Promise.all([
    getTranslations("reviews.page"),
    getTranslations("reviews"),
    getTranslations("reviews.findings"),
    getTranslations("outputs.list"),
    getTranslations("outputs"),
  ]);
  const { output } = submission;
  const name = `${outputCode(output.number)} ${output.title}`;
  const makeTask = makeTaskOf(actor, output);
  const about = { type: "submission" as const, id: submission.id };
  const ownReview = submission.reviews.find((review) => review.can["review.give"]);
  const reviewing = ownReview !== undefined;
  const readable = submission.versions.filter(
    (version) => version.withdrawnAt === null && previewKind(version.mediaType),
  );
  // A reviewer reads beside the form; others open a file when they want to.
  const read = readable.find(({ id }) => id === show) ?? (reviewing ? readable[0] : undefined);
  const opened = openFinding(search);
  const current =
    opened?.form === "answer"
      ? (await api.outputs.files({ outputId: output.id })).items.filter((version) => version.withdrawnAt === null)
      : [];
  const address = (open: OpenFinding | null) => {
    const at = open ?? opened;
    const parameters = { show, findings, earlier, finding: open?.id, form: open?.form };
    return pageAddress(path, parameters, at ? `finding-${at.id}` : undefined);
  };
  const onward = (name: string, next: string | null) => (next ? (`${path}?${name}=${next}` as Route) : null);
  const back = (value: unknown) => (value ? (path as Route) : null);
  const approved = submission.status === "approved";
  const withdrawn = submission.versions.some((version) => version.withdrawnAt !== null);
  const newer = submission.versions.some((version) => version.newest > version.number);
  const standing = approved && output.approvedSubmissionId === submission.id;
  const states = {
    open: t("stateOpen", { waiting: submission.tally.waiting }),
    approved: t("stateApproved"),
    changes_requested: t("stateChanges"),
    rejected: t("stateRejected"),
    replaced: t("stateReplaced"),
    withdrawn: t("stateWithdrawn"),
  };
  const person = submission.submitter ?? r("former");
  return (
    <>
      <PageHeader
        title={name}
        crumbs={[
          {
            href: `/projects/${output.slug}/outputs` as Route,
            label: tList("title", { word: outputWord(output.callYear, output.actionCode) }),
          },
          { href: base as Route, label: name },
        ]}
        eyebrow={
          <>
            <SubmissionBadge status={submission.status} />
            <span className="font-semibold">{t("title", { number: submission.number })}</span>
            <span>{t.rich("askedBy", { person, when: () => <DateTime value={submission.createdAt} /> })}</span>
          </>
        }
        state={states[submission.status]}
        action={
          <LinkButton href={base as Route} kind="plain">
            {t("output")}
          </LinkButton>
        }
      />
      {standing && (withdrawn || newer || output.changedSinceApproval) ? (
        <Notice tone="due" title={t("broken")} className="mb-6">
          {output.changedSinceApproval || newer ? t("brokenText") : t("brokenWithdrawn")}
        </Notice>
      ) : null}
      {submission.note ? (
        <blockquote
          dir="auto"
          className="border-line-strong mb-8 max-w-prose border-s-2 ps-4 whitespace-pre-line wrap-anywhere"
        >
          {submission.note}
        </blockquote>
      ) : null}
      <div className={cn("grid gap-x-8", reviewing && read && "xl:grid-cols-[minmax(0,1fr)_26rem]")}>
        <div className="min-w-0">
          <Section
            title={t("files")}
            description={t("filesLead")}
            action={
              submission.versions.length > 1 ? (
                <a href={`/api/submissions/${submission.id}/archive`} className={buttonStyle("quiet", "small")}>
                  {t("zip")}
                </a>
              ) : null
            }
          >
            <ClientMessages of={["outputs.hash"]}>
              <FrozenVersions
                versions={submission.versions}
                base={base}
                approved={approved}
                read={{ path, shown: read?.id ?? null }}
              />
            </ClientMessages>
          </Section>
          {read ? (
            <Section id="read" title={<bdi>{read.name}</bdi>} className="xl:sticky xl:top-4">
              <ClientMessages of={["outputs.preview"]}>
                <Preview key={read.id} version={read} />
              </ClientMessages>
            </Section>
          ) : null}
        </div>
        {ownReview ? (
          <div className="min-w-0">
            <ClientMessages of={["reviews.form", "reviews.criteria", "reviews.finding"]}>
              {reviewing ? (
                <Section title={t("addFinding")} description={f("drafts")} className="max-w-form">
                  <Folded summary={t("newFinding")}>
                    <FindingForm reviewId={ownReview.id} versions={submission.versions} shown={read?.id ?? null} />
                  </Folded>
                </Section>
              ) : null}
              <OwnReview review={ownReview} rubric={submission.rubric} person={person} />
            </ClientMessages>
          </div>
        ) : null}
      </div>
      <ClientMessages of={["reviews.finding"]}>
        <SubmissionFindings
          makeTask={makeTask}
          own={submission.findings.items}
          earlier={submission.earlier.items}
          ownPager={<Pager next={onward("findings", submission.findings.nextCursor)} first={back(findings)} />}
          earlierPager={<Pager next={onward("earlier", submission.earlier.nextCursor)} first={back(earlier)} />}
          decided={submission.decidedBefore}
          base={base}
          versions={submission.versions}
          current={current}
          open={opened}
          address={address}
        />
      </ClientMessages>
      {hasScores(submission.reviews) ? (
        <Section title={t("scores")}>
          <SubmissionScores rubric={submission.rubric} reviews={submission.reviews} />
        </Section>
      ) : null}
      <Section title={t("reviews")}>
        <ClientMessages of={["reviews.page"]}>
          <ReviewCards
            reviews={submission.reviews}
            open={submission.status === "open"}
            rubric={submission.rubric}
            canNameStandIn={({ id }) => submission.can.nameStandIn || id === ownReview?.id}
          />
        </ClientMessages>
      </Section>
      {submission.can["output.decide"] ? (
        <Section
          title={t("decision")}
          description={t("decisionLead", { waiting: submission.tally.waiting })}
          className="max-w-form"
        >
          <MissingRules missing={submission.missing} slug={output.slug} />
          <Folded summary={ownReview?.verdict === null ? t("decideWithout") : null}>
            <ClientMessages of={["reviews.form"]}>
              <DecisionForm submissionId={submission.id} approvable={submission.missing.length === 0} />
            </ClientMessages>
          </Folded>
        </Section>
      ) : null}
      {submission.decidedAt && submission.status !== "replaced" ? (
        <Section title={t(submission.status === "withdrawn" ? "withdrawnTitle" : "given")}>
          <p className="text-ink-soft text-sm">
            {t.rich(submission.status === "withdrawn" ? "withdrawnBy" : "decidedBy", {
              person: submission.decider ?? r("former"),
              when: () => <DateTime value={submission.decidedAt ?? submission.createdAt} />,
            })}
          </p>
          <p dir="auto" className="mt-1 max-w-prose whitespace-pre-line wrap-anywhere">
            {submission.decisionComment ? submission.decisionComment : t("noWords")}
          </p>
          {standing && output.next === "publish" && output.can["output.publish"] ? (
            <div className="mt-4">
              <LinkButton href={`${base}/publish` as Route} kind="primary" icon="globe">
                {tOutputs("page.publish")}
              </LinkButton>
            </div>
          ) : null}
        </Section>
      ) : null}
      {submission.reopened.length > 0 ? (
        <Section title={t("history")}>
          <DecisionHistory decisions={submission.reopened} />
        </Section>
      ) : null}
      {submission.can.withdraw || submission.can.reopen ? (
        <div className="mb-10 grid gap-3">
          <ClientMessages of={["reviews.page"]}>
            {submission.can.withdraw ? <ReasonForm submissionId={submission.id} act="withdraw" /> : null}
            {submission.can.reopen ? <ReasonForm submissionId={submission.id} act="reopen" /> : null}
          </ClientMessages>
        </div>
      ) : null}
      <PageComments subject={about} path={path} search={search} makeTask={makeTask} />
    </>
  );
}
