import type { Metadata, Route } from "next";
import { notFound } from "next/navigation";
import { cache, type ReactNode } from "react";
import { PublishButton } from "@/components/outputs/publish-button";
import { CommentForm } from "@/components/comments/comment-form";
import { CommentList } from "@/components/comments/comment-list";
import { FrozenVersions } from "@/components/reviews/frozen-versions";
import { ReviewCards } from "@/components/reviews/review-cards";
import { SubmissionBadge } from "@/components/reviews/submission-list";
import { VerdictForm } from "@/components/reviews/verdict-form";
import { PageHeader } from "@/components/shared/page-header";
import { Pager } from "@/components/shared/pager";
import { Section } from "@/components/shared/section";
import { ClientMessages } from "@/components/shared/client-messages";
import { buttonStyle } from "@/components/ui/button-style";
import { DateTime } from "@/components/ui/date-time";
import { LinkButton } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";
import { outputWord } from "@/domain/programme/vocabulary";
import { outputCode } from "@/domain/outputs";
import { getTranslations } from "@/messages/server";
import { orNotFound, requireActor, serverApi } from "@/server/trpc/rsc";

type Props = PageProps<"/projects/[slug]/outputs/[outputId]/submissions/[submissionId]">;

/** Cached, because the page and its title need it. */
const submissionOf = cache(async (submissionId: string) => {
  const api = await serverApi();
  return orNotFound(api.reviews.submission({ submissionId }));
});

async function subject({ params }: Props) {
  const { slug, outputId, submissionId } = await params;
  const base = `/projects/${slug}/outputs/${outputId}`;
  const path = `${base}/submissions/${submissionId}`;
  await requireActor(path);
  const submission = await submissionOf(submissionId);
  if (submission.output.slug !== slug || submission.output.id !== outputId) notFound();
  return { submission, base, path };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { submission } = await subject(props);
  const t = await getTranslations("reviews.page");
  return { title: `${outputCode(submission.output.number)} · ${t("title", { number: submission.number })}` };
}

/** A form, closed below a summary where the page already shows another form first. */
function Folded({ summary, children }: { summary: string | null; children: ReactNode }) {
  const form = <ClientMessages of={["reviews.form"]}>{children}</ClientMessages>;
  if (summary === null) return form;
  return (
    <details>
      <summary className="link w-fit">{summary}</summary>
      <div className="pt-4">{form}</div>
    </details>
  );
}

export default async function SubmissionPage(props: Props) {
  const [{ submission, base, path }, api] = await Promise.all([subject(props), serverApi()]);
  const { cursor } = await props.searchParams;
  const commented = { type: "submission", id: submission.id } as const;
  const [comments, c, t, r, tList] = await Promise.all([
    api.comments.list({ subject: commented, cursor: typeof cursor === "string" ? cursor : undefined }),
    getTranslations("comments"),
    getTranslations("reviews.page"),
    getTranslations("reviews"),
    getTranslations("outputs.list"),
  ]);
  const { output } = submission;
  const name = `${outputCode(output.number)} ${output.title}`;
  const ownReview = submission.reviews.find((review) => review.can["review.give"]);
  const approved = submission.status === "approved";
  const withdrawn = submission.versions.some((version) => version.withdrawnAt !== null);
  const newer = submission.versions.some((version) => version.newest > version.number);
  const standing = approved && output.approvedSubmissionId === submission.id;
  const states = {
    open: t("stateOpen", { waiting: submission.tally.waiting }),
    approved: t("stateApproved"),
    changes_requested: t("stateChanges"),
    replaced: t("stateReplaced"),
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
          <FrozenVersions versions={submission.versions} base={base} approved={approved} />
        </ClientMessages>
      </Section>
      {ownReview ? (
        <Section
          title={t("yours")}
          description={ownReview.verdict === null ? t("yoursLead", { person }) : t("yoursGiven")}
          className="max-w-2xl"
        >
          <Folded summary={ownReview.verdict === null ? null : t("changeYours")}>
            <VerdictForm
              key={ownReview.decidedAt?.getTime()}
              on={{ kind: "review", reviewId: ownReview.id, given: ownReview }}
            />
          </Folded>
        </Section>
      ) : null}
      <Section title={t("reviews")}>
        <ReviewCards reviews={submission.reviews} open={submission.status === "open"} />
      </Section>
      {submission.can["output.decide"] ? (
        <Section
          title={t("decision")}
          description={t("decisionLead", { waiting: submission.tally.waiting })}
          className="max-w-2xl"
        >
          <Folded summary={ownReview?.verdict === null ? t("decideWithout") : null}>
            <VerdictForm on={{ kind: "decision", submissionId: submission.id }} />
          </Folded>
        </Section>
      ) : null}
      {submission.decidedAt && submission.status !== "replaced" ? (
        <Section title={t("given")}>
          <p className="text-ink-soft text-sm">
            {t.rich("decidedBy", {
              person: submission.decider ?? r("former"),
              when: () => <DateTime value={submission.decidedAt ?? submission.createdAt} />,
            })}
          </p>
          <p dir="auto" className="mt-1 max-w-prose whitespace-pre-line wrap-anywhere">
            {submission.decisionComment ? submission.decisionComment : t("noWords")}
          </p>
          {standing && output.next === "publish" && output.can["output.publish"] ? (
            <div className="mt-4">
              <ClientMessages of={["outputs.page"]}>
                <PublishButton outputId={output.id} />
              </ClientMessages>
            </div>
          ) : null}
        </Section>
      ) : null}
      <Section title={c("title")} className="max-w-3xl">
        <CommentList comments={comments.items} />
        <Pager
          next={comments.nextCursor ? (`${path}?cursor=${comments.nextCursor}` as Route) : null}
          first={cursor ? (path as Route) : null}
        />
        {submission.can["output.comment"] ? (
          <div className="mt-6">
            <ClientMessages of={["comments.form"]}>
              <CommentForm subject={commented} />
            </ClientMessages>
          </div>
        ) : null}
      </Section>
    </>
  );
}
