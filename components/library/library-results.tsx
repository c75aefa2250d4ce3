import { useLocale } from "next-intl";
import { useTranslations } from "@/messages/use-translations";
import { regionName } from "@/domain/display-names";
import type { LibraryItem } from "@/server/library/output";
import { Tag } from "../ui/status-badge";
import { itemPath } from "./item-path";
import type { NameOf } from "./library-facets";

function Result({ item, nameOf }: { item: LibraryItem; nameOf: NameOf }) {
  const t = useTranslations("library");
  const locale = useLocale();
  return (
    <li className="border-line grid gap-1.5 border-b py-5 first:pt-0">
      <h3 className="font-serif text-lg font-semibold" lang={item.language || undefined} dir="auto">
        {/* A plain anchor, because public pages need no client router. */}
        <a href={itemPath(item)} className="underline-offset-4 hover:underline">
          {item.title}
        </a>
      </h3>
      <p className="text-ink-soft max-w-prose" lang={item.language || undefined} dir="auto">
        {item.excerpt.map(({ text, hit }, place) =>
          hit ? (
            <mark key={place} className="bg-accent-soft text-ink rounded-sm">
              {text}
            </mark>
          ) : (
            text
          ),
        )}
      </p>
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-sm">
        <Tag>{nameOf("kind", item.kind)}</Tag>
        <Tag>{nameOf("field", item.field)}</Tag>
        <span>
          {t("byline", { organisation: item.organisation, country: regionName(item.country, locale) })}
          {item.acronym ? `, ${t("project", { acronym: item.acronym })}` : null}
        </span>
      </p>
    </li>
  );
}

/** A page of results: title, the words around the hit, where it is from. */
export function LibraryResults({ items, nameOf }: { items: readonly LibraryItem[]; nameOf: NameOf }) {
  return (
    <ul>
      {items.map((item) => (
        <Result key={`${item.kind} ${item.slug}`} item={item} nameOf={nameOf} />
      ))}
    </ul>
  );
}
