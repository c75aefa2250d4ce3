import type { Route } from "next";
import { useLocale } from "next-intl";
import { useTranslations } from "@/messages/use-translations";
import { languageName } from "@/domain/display-names";
import type { missingItems } from "@/domain/reviewers";
import { LinkButton } from "../ui/link-button";
import { Notice } from "../ui/notice";

type Props = {
  missing: ReturnType<typeof missingItems>;
  /** Where a description and a licence are added; null for people who may not. */
  editPath: Route | null;
};

/** What an output lacks before a review; people can ask without it. */
export function MissingItems({ missing, editPath }: Props) {
  const t = useTranslations("reviews.submit");
  const locale = useLocale();
  if (missing.length === 0) {
    return (
      <Notice tone="approved" className="mb-6">
        {t("complete")}
      </Notice>
    );
  }
  const names = new Intl.ListFormat(locale, { type: "conjunction" });
  return (
    <Notice
      tone="due"
      title={t("missing")}
      className="mb-6"
      action={
        editPath ? (
          <LinkButton href={editPath} size="small">
            {t("addMissing")}
          </LinkButton>
        ) : null
      }
    >
      <ul className="mb-1 list-disc ps-5">
        {missing.map(({ item, languages }) => (
          <li key={item}>
            {t(item, { languages: names.format(languages.map((code) => languageName(code, locale))) })}
          </li>
        ))}
      </ul>
      {t("missingHint")}
    </Notice>
  );
}
