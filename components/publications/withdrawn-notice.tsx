import { useTranslations } from "@/messages/use-translations";
import { PageHeader } from "../shared/page-header";
import { buttonStyle } from "../ui/button-style";
import { CalendarDate } from "../ui/date-time";
import { dayInBrussels } from "@/domain/dates";

/** Says at the address of an output that it was withdrawn, and why. */
export function WithdrawnNotice({ reason, withdrawnAt }: { reason: string; withdrawnAt: Date }) {
  const t = useTranslations("publications.withdrawnPage");
  return (
    <>
      <PageHeader
        title={t("title")}
        state={t.rich("text", { date: () => <CalendarDate value={dayInBrussels(withdrawnAt)} style="long" /> })}
      />
      <p dir="auto" className="mb-6 max-w-prose whitespace-pre-line wrap-anywhere">
        {t("reason", { reason })}
      </p>
      <a href="/library" className={buttonStyle("plain")}>
        {t("more")}
      </a>
    </>
  );
}
