import type { Route } from "next";
import { useTranslations } from "@/messages/use-translations";
import { Anchor } from "../ui/anchor";
import { approvalIsOutdated, type Coverage, type NextStep, outputCode, type OutputStatus } from "@/domain/outputs";
import { Chip } from "../ui/chip";
import { CalendarDate } from "../ui/date-time";
import { StatusBadge } from "../ui/status-badge";
import { CoverageText } from "./coverage-text";
import { dueTone } from "./due-tone";
import { OutputStatusBadge } from "./output-status";

type Organisation = { id: string; shortName: string; country: string; hue: number };
type Row = {
  id: string;
  slug: string;
  number: number;
  title: string;
  status: OutputStatus;
  changedSinceApproval: boolean;
  coverage: Coverage | null;
  dueOn: string | null;
  late: boolean;
  next: NextStep;
  files: number;
  lead: Organisation;
  /** The leading organisation declined or left. */
  leadAbsent: boolean;
  contributors: readonly Organisation[];
};

/** Outputs as rows: title, status, next step, organisations, due date. */
export function OutputRows({ outputs, today }: { outputs: readonly Row[]; today: string }) {
  const t = useTranslations("outputs");
  return (
    <ul className="divide-line border-line divide-y border-y" aria-label={t("list.label")}>
      {outputs.map((output) => {
        const { tone, word } = dueTone(output, today);
        const owed = output.changedSinceApproval || (output.status !== "approved" && output.status !== "published");
        return (
          <li key={output.id} className="grid gap-x-4 gap-y-1.5 py-3 sm:grid-cols-[minmax(0,1fr)_auto]">
            <div className="grid min-w-0 gap-1">
              <Anchor href={`/projects/${output.slug}/outputs/${output.id}` as Route} className="link font-semibold">
                {outputCode(output.number)} {output.title}
              </Anchor>
              <p className="text-ink-soft flex flex-wrap items-center gap-x-2 gap-y-1 text-sm">
                <Chip {...output.lead} name={output.lead.shortName} />
                {output.contributors.length > 0 ? <span>{t("list.with")}</span> : null}
                {output.contributors.map((one) => (
                  <Chip key={one.id} {...one} name={one.shortName} />
                ))}
                <span>{t("list.files", { count: output.files })}</span>
                {approvalIsOutdated(output) ? <CoverageText coverage={output.coverage} /> : null}
                {owed && output.next !== "closed" ? <span>{t(`next.${output.next}`)}</span> : null}
              </p>
            </div>
            <div className="flex flex-wrap items-center gap-2 sm:justify-end">
              {output.dueOn && !output.changedSinceApproval && owed && word !== "planned" ? (
                <StatusBadge tone={tone}>{t(`due.${word}`)}</StatusBadge>
              ) : null}
              {output.leadAbsent && owed ? <StatusBadge tone="late">{t("list.leadAbsent")}</StatusBadge> : null}
              <OutputStatusBadge output={output} />
              <span className="text-ink-soft text-sm sm:w-28 sm:text-end">
                {output.dueOn ? <CalendarDate value={output.dueOn} /> : t("due.undated")}
              </span>
            </div>
          </li>
        );
      })}
    </ul>
  );
}
