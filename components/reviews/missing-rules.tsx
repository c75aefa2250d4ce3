import type { Route } from "next";
import { useTranslations } from "@/messages/use-translations";
import type { MissingRule } from "@/domain/approval-rules";
import { Notice } from "../ui/notice";
import { TextLink } from "../ui/text-link";

/** The rules of approval that a submission does not meet yet. */
export function MissingRules({ missing, slug }: { missing: readonly MissingRule[]; slug: string }) {
  const t = useTranslations("reviews.rules");
  const see = <TextLink href={`/projects/${slug}/review-settings` as Route}>{t("see")}</TextLink>;
  if (missing.length === 0) {
    return (
      <p className="text-ink-soft mb-4">
        {t("met")} {see}
      </p>
    );
  }
  return (
    <Notice tone="due" title={t("missing")} className="mb-4" action={see}>
      <ul className="grid gap-0.5">
        {missing.map(({ rule, needed, have }) => (
          <li key={rule}>{t(rule, { needed, have })}</li>
        ))}
      </ul>
    </Notice>
  );
}
