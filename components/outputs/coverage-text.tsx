import { useTranslations } from "@/messages/use-translations";
import type { Coverage } from "@/domain/outputs";
import type { Translator } from "@/messages/translators";

/** What an approval does not cover, such as "version 2 is approved, version 3 is not covered; 2 findings open". */
export function coverageText(t: Translator, { files, approved, current, findings }: Coverage): string {
  const what =
    files === 0
      ? t("withdrawn")
      : files > 1
        ? t("files", { files })
        : approved === null
          ? t("new")
          : t("version", { approved, current: current ?? approved });
  return findings > 0 ? t("withFindings", { what, findings }) : what;
}

/** The same, for a list or a page. */
export function CoverageText({ coverage }: { coverage: Coverage | null }) {
  const t = useTranslations("outputs.coverage");
  return coverage === null ? null : <span className="text-due font-semibold">{coverageText(t, coverage)}</span>;
}
