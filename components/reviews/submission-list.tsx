import type { Route } from "next";
import { useTranslations } from "@/messages/use-translations";
import { Anchor } from "../ui/anchor";
import type { SubmissionStatus } from "@/domain/reviews";
import { DateTime } from "../ui/date-time";
import { EmptyState } from "../ui/empty-state";
import { LinkButton } from "../ui/link-button";
import { StatusBadge, type Tone } from "../ui/status-badge";

type Line = {
  id: string;
  number: number;
  status: SubmissionStatus;
  createdAt: Date;
  approve: number;
  requestChanges: number;
  reject: number;
  waiting: number;
};

const tones: Record<SubmissionStatus, Tone> = {
  open: "active",
  approved: "approved",
  changes_requested: "changes",
  rejected: "late",
  replaced: "muted",
  withdrawn: "muted",
};

/** The status of a submission as text. */
export function SubmissionBadge({ status }: { status: SubmissionStatus }) {
  const t = useTranslations("reviews.status");
  // "In review" has the icon that it has on an output.
  return (
    <StatusBadge tone={tones[status]} {...(status === "open" ? { icon: "eye" } : {})}>
      {t(status)}
    </StatusBadge>
  );
}

/** Submissions of an output, newest first. */
export function SubmissionList({
  submissions,
  base,
  canAsk,
}: {
  submissions: readonly Line[];
  base: string;
  canAsk: boolean;
}) {
  const t = useTranslations("reviews.list");
  if (submissions.length === 0) {
    const action = canAsk ? <LinkButton href={`${base}/submit` as Route}>{t("ask")}</LinkButton> : undefined;
    return (
      <EmptyState title={t("empty")} action={action}>
        {t("emptyText")}
      </EmptyState>
    );
  }
  return (
    <ul className="divide-line border-line divide-y border-y">
      {submissions.map((submission) => (
        <li key={submission.id} className="flex flex-wrap items-center gap-x-4 gap-y-1 py-3">
          <Anchor href={`${base}/submissions/${submission.id}` as Route} className="link font-semibold">
            {t("submission", { number: submission.number })}
          </Anchor>
          <SubmissionBadge status={submission.status} />
          <span className="text-ink-soft text-sm">
            {[
              submission.approve > 0 ? t("approve", { count: submission.approve }) : null,
              submission.requestChanges > 0 ? t("changes", { count: submission.requestChanges }) : null,
              submission.reject > 0 ? t("reject", { count: submission.reject }) : null,
              submission.waiting > 0 && submission.status === "open"
                ? t("waiting", { count: submission.waiting })
                : null,
            ]
              .filter(Boolean)
              .join(" · ")}
          </span>
          <span className="text-ink-soft ms-auto text-sm">
            <DateTime value={submission.createdAt} />
          </span>
        </li>
      ))}
    </ul>
  );
}
