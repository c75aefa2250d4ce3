import { useTranslations } from "@/messages/use-translations";
import type { Hit } from "@/server/search/queries";
import { Anchor } from "../ui/anchor";
import { Tag } from "../ui/status-badge";
import { hitAddress } from "./hit-address";

/** A page of what was found: what it is, its name, the words around the hit, its project. */
export function SearchResults({ hits }: { hits: readonly Hit[] }) {
  const t = useTranslations("search");
  return (
    <ul aria-label={t("results")}>
      {hits.map((hit) => (
        <li key={`${hit.kind} ${hit.id}`} className="border-line grid gap-1 border-b py-4 first:pt-0">
          <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
            <Tag>{t(`kinds.${hit.kind}`)}</Tag>
            <Anchor href={hitAddress(hit)} className="font-semibold underline-offset-4 hover:underline">
              <bdi>{hit.title || t("comment")}</bdi>
            </Anchor>
            <span className="text-ink-soft text-sm">
              <bdi>{hit.project.acronym}</bdi>
            </span>
          </p>
          {hit.excerpt.length > 0 ? (
            <p className="text-ink-soft max-w-prose" dir="auto">
              {hit.excerpt.map((part, place) =>
                part.hit ? (
                  <mark key={place} className="bg-accent-soft text-ink rounded-sm">
                    {part.text}
                  </mark>
                ) : (
                  part.text
                ),
              )}
            </p>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
