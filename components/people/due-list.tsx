import type { Route } from "next";
import { useTranslations } from "@/messages/use-translations";
import { Anchor } from "../ui/anchor";
import { approvalIsOutdated, type Coverage, type NextStep, type OutputStatus } from "@/domain/outputs";
import { CalendarDate } from "../ui/date-time";
import { EmptyState } from "../ui/empty-state";
import { LinkButton } from "../ui/link-button";
import { StatusBadge } from "../ui/status-badge";
import { CoverageText } from "../outputs/coverage-text";
import { OutputStatusBadge } from "../outputs/output-status";
import { dueTone } from "../outputs/due-tone";

type Due = {
  id: string;
  slug: string;
  acronym: string;
  number: number;
  title: string;
  status: OutputStatus;
  changedSinceApproval: boolean;
  coverage: Coverage | null;
  dueOn: string | null;
  late: boolean;
  lead: { shortName: string };
  next: NextStep;
};

type Props = {
  outputs: readonly Due[];
  today: string;
  /** True for outputs that other organisations lead, which are then named. */
  namesLead?: boolean;
};

/** Outputs that the person's organisations have to finish; late and soon due ones are highlighted. */
export function DueList({ outputs, today, namesLead = false }: Props) {
  const t = useTranslations("people.home");
  const tOutputs = useTranslations("outputs");
  if (outputs.length === 0) return <EmptyState title={t("dueEmpty")}>{t("dueEmptyText")}</EmptyState>;
  return (
    <ul className="divide-line border-line divide-y border-y">
      {outputs.map((output) => {
        const { tone, word } = dueTone(output, today);
        const step = tOutputs(`next.${output.next}`);
        const changed = output.next === "ask_review_again";
        return (
          <li key={output.id} className="row">
            {changed ? (
              <OutputStatusBadge output={output} />
            ) : (
              <StatusBadge tone={tone}>{tOutputs(`due.${word}`)}</StatusBadge>
            )}
            <div className="min-w-0 flex-1 basis-60">
              <Anchor href={`/projects/${output.slug}/outputs/${output.id}` as Route} className="link font-semibold">
                O{output.number} {output.title}
              </Anchor>
              <p className="text-ink-soft text-sm">
                {output.acronym} · {namesLead ? t("leadStep", { lead: output.lead.shortName, step }) : step}
                {output.dueOn ? (
                  <>
                    {" · "}
                    <CalendarDate value={output.dueOn} />
                  </>
                ) : null}
                {approvalIsOutdated(output) ? (
                  <>
                    {" · "}
                    <CoverageText coverage={output.coverage} />
                  </>
                ) : null}
              </p>
            </div>
            <LinkButton href={`/projects/${output.slug}/outputs/${output.id}` as Route} size="small">
              {output.next === "upload_first" ? t("upload") : t("open")}
            </LinkButton>
          </li>
        );
      })}
    </ul>
  );
}
