import { impacts, objectives } from "@/domain/programme/vocabulary";
import { useTranslations } from "@/messages/use-translations";
import type { LibraryPage } from "@/server/library/output";

const aimsOf = { objectives, impacts };

type Props = { of: keyof typeof aimsOf; counts: LibraryPage["facets"]["objective"] };

/** Objectives or impacts with the number of items that serve each; those that nothing serves are not linked. */
export function AimList({ of, counts }: Props) {
  const t = useTranslations("library");
  const names = useTranslations(`programme.${of}`);
  return (
    <ul className="divide-line divide-y">
      {aimsOf[of].map((aim) => {
        const count = counts.find(({ value }) => value === aim)?.count ?? 0;
        return (
          <li key={aim} className="flex flex-wrap justify-between gap-x-6 py-2">
            {count > 0 ? (
              <a href={`/impacts/${aim}`} className="link min-w-0">
                {names(aim)}
              </a>
            ) : (
              <span className="min-w-0">{names(aim)}</span>
            )}
            <span className="text-ink-soft text-sm">{t("countOf", { count })}</span>
          </li>
        );
      })}
    </ul>
  );
}
