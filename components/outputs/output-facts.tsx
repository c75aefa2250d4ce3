import { useTranslations } from "@/messages/use-translations";
import type { OutputStatus } from "@/domain/outputs";
import { Chip } from "../ui/chip";
import { CalendarDate } from "../ui/date-time";
import { StatusBadge } from "../ui/status-badge";
import { OutputStatusBadge } from "./output-status";

type Organisation = { id: string; shortName: string; country: string; hue: number };
type Props = {
  output: {
    status: OutputStatus;
    changedSinceApproval: boolean;
    late: boolean;
    dueOn: string | null;
    lead: Organisation;
    contributors: readonly Organisation[];
    workPackage: { number: number; title: string } | null;
  };
  submission: number | null;
};

/** Status, submission, date and people of an output in one line, and its organisations in the next. */
export function OutputFacts({ output, submission }: Props) {
  const t = useTranslations("outputs.page");
  return (
    <>
      <OutputStatusBadge output={output} />
      {output.late ? <StatusBadge tone="late">{t("late")}</StatusBadge> : null}
      {submission ? <span>{t("submission", { number: submission })}</span> : null}
      <span>
        {output.dueOn ? t.rich("due", { d: () => <CalendarDate value={output.dueOn ?? ""} /> }) : t("noDate")}
      </span>
      {output.workPackage ? <span>{t("package", output.workPackage)}</span> : null}
      {/* In a line of their own: with several organisations the facts before them would be hard to find. */}
      <span className="flex basis-full flex-wrap items-center gap-1.5">
        {t("lead")} <Chip {...output.lead} name={output.lead.shortName} />
        {output.contributors.length > 0 ? t("with") : null}
        {output.contributors.map((one) => (
          <Chip key={one.id} {...one} name={one.shortName} />
        ))}
      </span>
    </>
  );
}
