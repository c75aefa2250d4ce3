import { useTranslations } from "@/messages/use-translations";
import { PageHeader } from "../shared/page-header";
import { buttonStyle } from "../ui/button-style";
import { CalendarDate } from "../ui/date-time";
import { dayInBrussels } from "@/domain/dates";

type Props = { kind?: "output" | "practice"; reason: string; withdrawnAt: Date };

/** Says at the address of an output or a practice that it was withdrawn, and why. */
export function WithdrawnNotice({ kind = "output", reason, withdrawnAt }: Props) {
  const t = useTranslations("publications.withdrawnPage");
  return (
    <>
      <PageHeader
        title={t("title", { kind })}
        state={t.rich("text", { date: () => <CalendarDate value={dayInBrussels(withdrawnAt)} style="long" /> })}
      />
      {reason ? (
        <p dir="auto" className="mb-6 max-w-prose whitespace-pre-line wrap-anywhere">
          {t("reason", { reason })}
        </p>
      ) : null}
      <a href="/library" className={buttonStyle("plain")}>
        {t("more")}
      </a>
    </>
  );
}
