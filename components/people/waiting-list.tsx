import type { Route } from "next";
import { useTranslations } from "@/messages/use-translations";
import { Anchor } from "../ui/anchor";
import { ClientMessages } from "../shared/client-messages";
import { LinkButton } from "../ui/link-button";
import { JoinRequestAnswer } from "./join-request-answer";

type Subject = {
  slug: string;
  acronym: string;
  outputId: string;
  number: number;
  title: string;
  submissionId: string;
  submission: number;
};
type Props = {
  reviews: readonly (Subject & { id: string; asker: string | null })[];
  decisions: readonly (Subject & { waiting: number })[];
  practices: readonly {
    id: string;
    title: string;
    returned: boolean;
    organisation: string;
    slug: string;
    acronym: string;
  }[];
  requests: readonly { id: string; name: string; organisation: string; address: string | null; confirmed: boolean }[];
};

const pathOf = (s: Subject) => `/projects/${s.slug}/outputs/${s.outputId}/submissions/${s.submissionId}` as Route;

/** What waits for the person: reviews, decisions, good practices, requests to join. */
export function WaitingList({ reviews, decisions, practices, requests }: Props) {
  const t = useTranslations("people.home");
  return (
    <ul className="divide-line border-line divide-y border-y">
      {reviews.map((review) => (
        <li key={review.id} className="row">
          <div className="min-w-0 flex-1 basis-60">
            <Anchor href={pathOf(review)} className="link font-semibold">
              O{review.number} {review.title}
            </Anchor>
            <p className="text-ink-soft text-sm">
              {review.acronym} · {t("reviewAsk", { asker: review.asker ?? "", submission: review.submission })}
            </p>
          </div>
          <LinkButton href={pathOf(review)} size="small" kind="primary">
            {t("openReview")}
          </LinkButton>
        </li>
      ))}
      {decisions.map((decision) => (
        <li key={decision.submissionId} className="row">
          <div className="min-w-0 flex-1 basis-60">
            <Anchor href={pathOf(decision)} className="link font-semibold">
              O{decision.number} {decision.title}
            </Anchor>
            <p className="text-ink-soft text-sm">
              {decision.acronym} · {t("decide", { submission: decision.submission })} ·{" "}
              {t("decideWaiting", { count: decision.waiting })}
            </p>
          </div>
          <LinkButton href={pathOf(decision)} size="small">
            {t("openDecision")}
          </LinkButton>
        </li>
      ))}
      {practices.map((practice) => (
        <li key={practice.id} className="row">
          <div className="min-w-0 flex-1 basis-60">
            <Anchor
              href={`/projects/${practice.slug}/practices/${practice.id}` as Route}
              className="link font-semibold"
            >
              {practice.title}
            </Anchor>
            <p className="text-ink-soft text-sm">
              {practice.acronym} ·{" "}
              {practice.returned ? t("practiceReturned") : t("practiceWaits", { organisation: practice.organisation })}
            </p>
          </div>
          <LinkButton href={`/projects/${practice.slug}/practices/${practice.id}` as Route} size="small">
            {practice.returned ? t("open") : t("openDecision")}
          </LinkButton>
        </li>
      ))}
      {requests.map((request) => (
        <li key={request.id} className="row">
          <div className="min-w-0 flex-1 basis-60">
            <p className="font-semibold">{t("request", { name: request.name, organisation: request.organisation })}</p>
            <p className="text-ink-soft text-sm">
              {t("requestBy", { address: request.address ?? "" })}
              {request.confirmed ? "" : ` (${t("unconfirmedAddress")})`}
            </p>
          </div>
          <ClientMessages of={[]}>
            <JoinRequestAnswer requestId={request.id} labels={{ accept: t("acceptRequest"), decline: t("decline") }} />
          </ClientMessages>
        </li>
      ))}
    </ul>
  );
}
