import { useTranslations } from "@/messages/use-translations";
import type { SubmissionStatus } from "@/domain/reviews";
import { DateTime } from "../ui/date-time";
import { SubmissionBadge } from "./submission-list";

type Reopened = {
  id: string;
  status: SubmissionStatus;
  comment: string;
  decidedAt: Date;
  decider: string | null;
  reopenedAt: Date;
  reopener: string | null;
  reason: string;
};

/** Decisions that were reopened, with the reasons of both. */
export function DecisionHistory({ decisions }: { decisions: readonly Reopened[] }) {
  const t = useTranslations("reviews.page");
  const r = useTranslations("reviews");
  return (
    <ul className="divide-line border-line divide-y border-y">
      {decisions.map((one) => (
        <li key={one.id} className="grid gap-1 py-3">
          <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-sm">
            <SubmissionBadge status={one.status} />
            <span className="text-ink-soft">
              {t.rich("decidedBy", {
                person: one.decider ?? r("former"),
                when: () => <DateTime value={one.decidedAt} />,
              })}
            </span>
          </p>
          {one.comment ? (
            <p dir="auto" className="max-w-prose whitespace-pre-line wrap-anywhere">
              {one.comment}
            </p>
          ) : null}
          <p className="text-ink-soft max-w-prose text-sm wrap-anywhere">
            {t.rich("reopenedBy", {
              person: one.reopener ?? r("former"),
              reason: one.reason,
              when: () => <DateTime value={one.reopenedAt} />,
            })}
          </p>
        </li>
      ))}
    </ul>
  );
}
