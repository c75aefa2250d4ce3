import type { ReportedKind } from "@/domain/reports";
import { useTranslations } from "@/messages/use-translations";

/** A link below a public page to the form that reports it. */
export function ReportLink({ kind, slug }: { kind: ReportedKind; slug: string }) {
  const t = useTranslations("reports");
  return (
    <p className="no-print border-line mt-8 border-t pt-4 text-sm">
      <a href={`/report/${kind}/${slug}`} rel="nofollow" className="text-ink-soft link">
        {t("link")}
      </a>
    </p>
  );
}
