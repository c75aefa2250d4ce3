import { useFormatter } from "next-intl";
import { useTranslations } from "@/messages/use-translations";
import { libraryFacets, type LibraryFacet } from "@/domain/library";
import type { LibraryPage } from "@/server/library/output";
import { Anchor } from "../ui/anchor";
import { Icon } from "../ui/icon";
import { libraryAddress, type LibraryFilters, type LibraryPath } from "./library-address";

export type NameOf = (facet: LibraryFacet, value: string) => string;
type Props = { path: LibraryPath; filters: LibraryFilters; facets: LibraryPage["facets"]; nameOf: NameOf };

/** Short lists are open from the beginning. */
const shortList = 4;

function Values({ facet, path, filters, facets, nameOf }: Props & { facet: LibraryFacet }) {
  const t = useTranslations("library");
  const format = useFormatter();
  const values = facets[facet];
  return (
    <details className="border-line border-b py-1" open={values.length <= shortList}>
      <summary className="flex min-h-10 cursor-pointer items-center justify-between gap-2 font-semibold">
        {t(`facets.${facet}`)}
        <Icon name="chevron-down" className="text-ink-faint" />
      </summary>
      <ul className="grid pb-2">
        {values.map(({ value, count }) => (
          <li key={value}>
            <Anchor
              href={libraryAddress(path, { ...filters, [facet]: value, cursor: undefined })}
              className="hover:text-ink text-ink-soft flex min-h-8 items-center justify-between gap-3 underline-offset-4 hover:underline"
            >
              <span className="min-w-0">{nameOf(facet, value)}</span>
              <span aria-hidden="true" className="tabular-nums">
                {format.number(count)}
              </span>
              <span className="sr-only">{t("countOf", { count })}</span>
            </Anchor>
          </li>
        ))}
      </ul>
    </details>
  );
}

/** The chosen filters of a page of the library. */
function chosenIn(path: LibraryPath, filters: LibraryFilters) {
  return libraryFacets.flatMap((facet) => {
    const value = filters[facet];
    return value === undefined || (path === "/practices" && facet === "kind") ? [] : [{ facet, value }];
  });
}

/** The values that the results can be narrowed to, each a link with its number of results. */
export function LibraryFacets(props: Props) {
  const t = useTranslations("library");
  const { path, filters, facets } = props;
  // A facet of which a value was chosen is among the chosen filters.
  const offered = libraryFacets.filter(
    (facet) => filters[facet] === undefined && facets[facet].length > 0 && !(path === "/practices" && facet === "kind"),
  );
  if (offered.length === 0) return null;
  return (
    <nav aria-label={t("filters")} className="no-print text-sm">
      <details className="filters">
        <summary className="border-line flex min-h-10 cursor-pointer items-center justify-between gap-2 border-b text-base font-semibold">
          {t("filtersChosen", { count: chosenIn(path, filters).length })}
          <Icon name="chevron-down" className="text-ink-faint" />
        </summary>
        <h2 className="mb-1 text-base font-semibold max-lg:hidden">{t("filters")}</h2>
        {offered.map((facet) => (
          <Values key={facet} facet={facet} {...props} />
        ))}
      </details>
    </nav>
  );
}

/** The chosen filters, each a link that removes it. */
export function ChosenFacets({ path, filters, nameOf }: Omit<Props, "facets">) {
  const t = useTranslations("library");
  const chosen = chosenIn(path, filters);
  if (chosen.length === 0) return null;
  const { text, sort } = filters;
  return (
    <ul aria-label={t("chosen")} className="no-print mb-5 flex flex-wrap items-center gap-2 text-sm">
      {chosen.map(({ facet, value }) => (
        <li key={facet}>
          <Anchor
            href={libraryAddress(path, { ...filters, [facet]: undefined, cursor: undefined })}
            aria-label={t("remove", { name: nameOf(facet, value) })}
            className="tag hover:border-line-strong min-h-8 gap-1.5"
          >
            {nameOf(facet, value)}
            <Icon name="cross" size={14} />
          </Anchor>
        </li>
      ))}
      {chosen.length > 1 ? (
        <li>
          <Anchor href={libraryAddress(path, { text, sort })} className="underline underline-offset-4">
            {t("clear")}
          </Anchor>
        </li>
      ) : null}
    </ul>
  );
}
