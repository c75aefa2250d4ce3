import type { ReportOutcome } from "@/domain/reports";
import { useTranslations } from "@/messages/use-translations";
import { StatusBadge } from "../ui/status-badge";

type Props = { outcome: ReportOutcome | null; publicSlug: string | null };

/** Whether a report is open, or what was done; an unpublished page that its owner published again is marked. */
export function ReportState({ outcome, publicSlug }: Props) {
  const t = useTranslations("reports.operator");
  if (outcome === null) return <StatusBadge tone="due">{t("open")}</StatusBadge>;
  if (outcome === "answered") return <StatusBadge tone="approved">{t("answered")}</StatusBadge>;
  return publicSlug === null ? (
    <StatusBadge tone="muted">{t("unpublished")}</StatusBadge>
  ) : (
    <StatusBadge tone="changes">{t("publicAgain")}</StatusBadge>
  );
}
