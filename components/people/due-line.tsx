import { useLocale } from "next-intl";
import { formatCalendarDate } from "@/messages/formatters";
import { useTranslations } from "@/messages/use-translations";
import type { DueItem } from "@/server/people/queries/due";
import { CoverageText } from "../outputs/coverage-text";
import { approvalIsOutdated } from "@/domain/outputs";
import { CalendarDate } from "../ui/date-time";

/** For whom the person sees it because they stand in. */
export function StandsInFor({ item: { kind, standsInFor } }: { item: DueItem }) {
  const t = useTranslations("people.away");
  const someone = useTranslations("people.due")("someone");
  const locale = useLocale();
  if (standsInFor === null) return null;
  const { name, until } = standsInFor;
  const day = formatCalendarDate(locale, until, "day");
  // The line of a task names the person already.
  return <> · {kind === "task" ? t("until", { day }) : t("standsInFor", { name: name ?? someone, day })}</>;
}

/** What a thing in the list of what is due is about, in one line of text. */
export function DueLine({ item }: { item: DueItem }) {
  const t = useTranslations("people.home");
  const tDue = useTranslations("people.due");
  const tSteps = useTranslations("outputs.next");
  const someone = tDue("someone");
  switch (item.kind) {
    case "task": {
      const { assigneeId, assignee, organisation, asker, askedFor } = item.details;
      return (
        <>
          {tDue("task", {
            person: assigneeId === null ? organisation : (assignee ?? someone),
            asker: asker ?? someone,
            organisation: askedFor,
          })}
        </>
      );
    }
    case "output":
    case "contribution": {
      const step = item.next === null ? "" : tSteps(item.next);
      return (
        <>
          {item.kind === "output" ? step : t("leadStep", { lead: item.details.lead, step })}
          {approvalIsOutdated(item.details) && item.details.coverage ? (
            <>
              {" · "}
              <CoverageText coverage={item.details.coverage} />
            </>
          ) : null}
        </>
      );
    }
    case "review": {
      const { asker, reviewer, submission } = item.details;
      return item.can.includes("give")
        ? t("reviewAsk", { asker: asker ?? someone, submission })
        : tDue("reviewOf", { reviewer: reviewer ?? someone, submission });
    }
    case "decision":
      return `${t("decide", { submission: item.details.submission })} · ${t("decideWaiting", { count: item.details.waiting })}`;
    case "time_request": {
      const { person, organisation, to, reason } = item.details;
      return (
        <>
          {tDue.rich("time", {
            person: person ?? someone,
            organisation,
            reason,
            day: () => <CalendarDate value={to} />,
          })}
        </>
      );
    }
    case "practice":
      return item.details.returned
        ? t("practiceReturned")
        : t("practiceWaits", { organisation: item.details.organisation });
    case "invitation":
      return tDue("invitation", { organisation: item.details.organisation });
    case "join_request": {
      const { person, organisation, address, confirmed } = item.details;
      return `${t("request", { name: person, organisation })} · ${t("requestBy", { address: address ?? "" })}${
        confirmed ? "" : ` (${t("unconfirmedAddress")})`
      }`;
    }
  }
}
