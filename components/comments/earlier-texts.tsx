import type { Route } from "next";
import { useTranslations } from "@/messages/use-translations";
import { DateTime } from "../ui/date-time";
import { TextLink } from "../ui/text-link";

export type Earlier = {
  items: readonly { revision: number; text: string; replacedAt: Date }[];
  nextCursor: string | null;
};

/** The texts that a comment had before, newest first. */
export function EarlierTexts({ earlier, hide, older }: { earlier: Earlier; hide: Route; older: Route | null }) {
  const t = useTranslations("comments");
  return (
    <div className="border-line grid gap-2 border-t pt-2">
      <h3 className="text-sm font-semibold">{t("earlier")}</h3>
      <ol className="grid gap-3">
        {earlier.items.map(({ revision, text, replacedAt }) => (
          <li key={revision} className="grid gap-0.5">
            <p className="text-ink-soft text-sm">
              {t.rich("earlierText", { when: () => <DateTime value={replacedAt} /> })}
            </p>
            <p dir="auto" className="max-w-prose whitespace-pre-line wrap-anywhere">
              {text}
            </p>
          </li>
        ))}
      </ol>
      <p className="flex flex-wrap gap-x-4 text-sm">
        {older ? <TextLink href={older}>{t("moreEarlier")}</TextLink> : null}
        <TextLink href={hide}>{t("hideEarlier")}</TextLink>
      </p>
    </div>
  );
}
