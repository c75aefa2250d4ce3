import type { Route } from "next";
import { useLocale } from "next-intl";
import { languageName } from "@/domain/display-names";
import { useTranslations } from "@/messages/use-translations";
import { LinkButton } from "../ui/link-button";
import { TextLink } from "../ui/text-link";

type Props = {
  translations: readonly { language: string; origin: string; outdated: number; missing: number }[];
  /** The page on which the practice is translated; null for people who may not. */
  path: string | null;
};

/** The languages that a practice was translated into. */
export function TranslationList({ translations, path }: Props) {
  const t = useTranslations("practices.translate");
  const locale = useLocale();
  if (translations.length === 0 && path === null) return null;
  return (
    <div className="grid gap-2">
      <p className="text-ink-soft">{t("list")}</p>
      <ul className="grid gap-1">
        {translations.map(({ language, origin, outdated, missing }) => (
          <li key={language}>
            {path === null ? (
              languageName(language, locale)
            ) : (
              <TextLink href={`${path}?language=${language}` as Route}>{languageName(language, locale)}</TextLink>
            )}
            <span className="text-ink-soft block">
              {[
                t(`origins.${origin}`),
                outdated > 0 ? t("outdatedCount", { count: outdated }) : "",
                missing > 0 ? t("missingCount", { count: missing }) : "",
              ]
                .filter(Boolean)
                .join(" · ")}
            </span>
          </li>
        ))}
      </ul>
      {path === null ? null : (
        <div>
          <LinkButton href={path as Route} size="small">
            {t("title")}
          </LinkButton>
        </div>
      )}
    </div>
  );
}
