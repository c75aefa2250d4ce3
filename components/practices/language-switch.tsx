import { useLocale } from "next-intl";
import { languageName } from "@/domain/display-names";
import type { PublicPractice } from "@/domain/schemas/public";
import { useTranslations } from "@/messages/use-translations";

/** In which language a practice is shown, who translated it, and the other languages. */
export function LanguageSwitch({ practice, path }: { practice: PublicPractice; path: string }) {
  const t = useTranslations("practices.translate");
  const locale = useLocale();
  const { shown, translations, content } = practice;
  if (translations.length < 2) return null;
  return (
    <div className="border-line bg-paper-raised mb-8 grid max-w-prose gap-2 rounded-md border px-4 py-3 text-sm">
      {shown.origin === "original" ? null : (
        <p>
          {t(`shown.${shown.origin}`, { original: languageName(content.language, locale) })}
          {shown.outdated.length > 0 ? ` ${t("shownOutdated")}` : ""}
          {shown.missing.length > 0 ? ` ${t("shownMissing")}` : ""}
        </p>
      )}
      <ul aria-label={t("languages")} className="no-print flex flex-wrap gap-x-4 gap-y-1">
        {translations.map((language) => (
          <li key={language}>
            {language === shown.language ? (
              <strong aria-current="true">{languageName(language, locale)}</strong>
            ) : (
              <a href={`${path}?language=${language}`} hrefLang={language} className="link">
                {languageName(language, locale)}
              </a>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
