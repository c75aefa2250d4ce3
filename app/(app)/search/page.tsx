import type { Metadata } from "next";
import { SearchForm } from "@/components/search/search-form";
import { SearchResults } from "@/components/search/search-results";
import { pageAddress } from "@/components/shared/page-address";
import { PageHeader } from "@/components/shared/page-header";
import { Pager } from "@/components/shared/pager";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { getTranslations } from "@/messages/server";
import { serverApi } from "@/server/trpc/rsc";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("search"))("title") };
}

const longestText = 200;
const one = (value: string | string[] | undefined) => (typeof value === "string" ? value.trim() : "");
const addressOf = (text: string, cursor?: string) => pageAddress("/search", { text, cursor });

export default async function SearchPage({ searchParams }: PageProps<"/search">) {
  const parameters = await searchParams;
  const text = one(parameters["text"]).slice(0, longestText);
  const cursor = one(parameters["cursor"]);
  const t = await getTranslations("search");
  const api = await serverApi();
  const found = await api.search.mine({ text, cursor: cursor === "" ? undefined : cursor });
  const library = pageAddress("/library", { text });
  return (
    <>
      <PageHeader title={t("title")} state={t("lead")} />
      <SearchForm text={text} />
      {found.isSimilar ? <p>{t("similar", { text })}</p> : null}
      {found.items.length === 0 ? (
        <EmptyState
          title={text === "" ? t("start") : t("empty")}
          action={text === "" ? null : <LinkButton href={library}>{t("library")}</LinkButton>}
        >
          {text === "" ? t("startText") : t("emptyText")}
        </EmptyState>
      ) : (
        <SearchResults hits={found.items} />
      )}
      <Pager
        next={found.nextCursor ? addressOf(text, found.nextCursor) : null}
        first={cursor === "" ? null : addressOf(text)}
      />
    </>
  );
}
