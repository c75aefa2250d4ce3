import { getLocale } from "next-intl/server";
import { librarySorts } from "@/domain/library";
import { readSearch, searchQuery } from "@/domain/follows";
import { mostHits } from "@/domain/library-query";
import type { LibraryPage } from "@/server/library/output";
import { getTranslations } from "@/messages/server";
import { CountryMap } from "../pictures/pictures";
import { Pager } from "../shared/pager";
import { Anchor } from "../ui/anchor";
import { buttonStyle } from "../ui/button-style";
import { EmptyState } from "../ui/empty-state";
import { LinkButton } from "../ui/link-button";
import { facetName } from "./facet-name";
import { libraryAddress, type LibraryFilters, type LibraryPath } from "./library-address";
import { ChosenFacets, LibraryFacets, type NameOf } from "./library-facets";
import { LibraryForm } from "./library-form";
import { LibraryResults } from "./library-results";

type Props = { path: LibraryPath; filters: LibraryFilters; page: LibraryPage };

async function Summary({ path, filters, page }: Props) {
  const t = await getTranslations("library");
  const sort = filters.sort ?? (filters.text ? "relevance" : "newest");
  return (
    <div className="mb-5 flex flex-wrap items-baseline justify-between gap-x-6 gap-y-2">
      <div>
        <h2 className="font-semibold">
          {page.totalIsExact ? t("found", { count: page.total }) : t("foundMore", { count: page.total })}
        </h2>
        {page.isSimilar && filters.text ? <p>{t("similar", { text: filters.text })}</p> : null}
        {page.totalIsExact ? null : <p className="text-ink-soft text-sm">{t("firstCounted", { count: mostHits })}</p>}
      </div>
      {filters.text && page.total > 1 ? (
        <p className="no-print flex gap-3 text-sm">
          <span className="text-ink-soft">{t("sort")}</span>
          {librarySorts.map((name) => (
            <Anchor
              key={name}
              href={libraryAddress(path, { ...filters, sort: name, cursor: undefined })}
              aria-current={name === sort ? "true" : undefined}
              className="underline-offset-4 hover:underline aria-[current]:font-semibold aria-[current]:underline"
            >
              {t(`sorts.${name}`)}
            </Anchor>
          ))}
        </p>
      ) : null}
    </div>
  );
}

async function Origins({ path, filters, page, nameOf }: Props & { nameOf: NameOf }) {
  const t = await getTranslations("library");
  const countries = page.facets.country.map(({ value, count }) => ({ country: value, count }));
  if (countries.length === 0) return null;
  return (
    <section aria-labelledby="origins" className="mt-12">
      <h2 id="origins" className="mb-4 font-serif text-xl font-semibold">
        {t("map.title")}
      </h2>
      <div className="grid items-start gap-6 md:grid-cols-[minmax(0,2fr)_minmax(0,1fr)]">
        <CountryMap of="results" countries={countries} />
        <ul aria-label={t("map.countries")} className="grid grid-cols-2 gap-x-6 text-sm md:grid-cols-1">
          {countries.map(({ country, count }) => (
            <li key={country}>
              <Anchor
                href={libraryAddress(path, { ...filters, country, cursor: undefined })}
                className="flex min-h-8 items-center justify-between gap-3 underline-offset-4 hover:underline"
              >
                {nameOf("country", country)}
                <span className="text-ink-soft">{t("countOf", { count })}</span>
              </Anchor>
            </li>
          ))}
        </ul>
      </div>
    </section>
  );
}

/** A page of the library in the state of its address: search, filters with their counts, results, where they are from. */
export async function LibraryList(props: Props) {
  const { path, filters, page } = props;
  const locale = await getLocale();
  const [library, programme, publications, practices, follows] = await Promise.all([
    getTranslations("library"),
    getTranslations("programme"),
    getTranslations("publications"),
    getTranslations("practices"),
    getTranslations("follows.links"),
  ]);
  const texts = { library, programme, publications, practices };
  const nameOf: NameOf = (facet, value) => facetName(facet, value, texts, locale);
  const { cursor, sort: _, ...narrowing } = filters;
  const followed = readSearch(libraryAddress("/library", narrowing).split("?")[1] ?? "");
  const isNarrowed = libraryAddress(path, narrowing) !== path;
  return (
    <>
      <LibraryForm path={path} filters={filters} />
      <ChosenFacets path={path} filters={filters} nameOf={nameOf} />
      {page.items.length === 0 ? (
        <EmptyState
          title={isNarrowed ? library("empty") : library("emptyAll")}
          action={isNarrowed ? <LinkButton href={path}>{library("showAll")}</LinkButton> : null}
        >
          {isNarrowed ? library("emptyText") : library("emptyAllText")}
        </EmptyState>
      ) : (
        <div className="grid gap-x-10 gap-y-6 lg:grid-cols-[15rem_minmax(0,1fr)]">
          <LibraryFacets path={path} filters={filters} facets={page.facets} nameOf={nameOf} />
          <div>
            <Summary {...props} />
            <LibraryResults items={page.items} nameOf={nameOf} />
            <Pager
              next={page.nextCursor ? libraryAddress(path, { ...filters, cursor: page.nextCursor }) : null}
              first={cursor ? libraryAddress(path, { ...filters, cursor: undefined }) : null}
            />
            {isNarrowed ? (
              <p className="no-print mt-8">
                <a href={`/following?${searchQuery(followed)}`} rel="nofollow" className={buttonStyle("plain")}>
                  {follows("search")}
                </a>
              </p>
            ) : null}
            <Origins {...props} nameOf={nameOf} />
          </div>
        </div>
      )}
    </>
  );
}
