import type { Metadata, Route } from "next";
import { getLocale } from "next-intl/server";
import { FollowForm } from "@/components/follows/follow-form";
import { FollowList } from "@/components/follows/follow-list";
import { facetName } from "@/components/library/facet-name";
import { ClientMessages } from "@/components/shared/client-messages";
import { PageHeader } from "@/components/shared/page-header";
import { Pager } from "@/components/shared/pager";
import { Section } from "@/components/shared/section";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";
import { type FollowedSearch, readSearch, searchQuery } from "@/domain/follows";
import { libraryFacets } from "@/domain/library";
import { getTranslations } from "@/messages/server";
import { orNull, requireActor, serverApi } from "@/server/trpc/rsc";

type Parameters = Record<string, string | string[] | undefined>;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("follows");
  return { title: t("title") };
}

/** The parameters of an address that have one value. */
const single = (parameters: Parameters) =>
  Object.entries(parameters).flatMap(([name, value]) => (typeof value === "string" ? [[name, value]] : []));

/** What a search is called until the person says otherwise: its text and the names of its filters. */
async function nameOf(search: FollowedSearch): Promise<string> {
  const [library, programme, publications, practices, locale] = await Promise.all([
    getTranslations("library"),
    getTranslations("programme"),
    getTranslations("publications"),
    getTranslations("practices"),
    getLocale(),
  ]);
  const texts = { library, programme, publications, practices };
  const filters = libraryFacets.flatMap((facet) => {
    const value = search[facet];
    return value === undefined ? [] : [facetName(facet, value, texts, locale)];
  });
  return [search.text ?? "", ...filters].filter(Boolean).join(", ").slice(0, 120);
}

/** Asks before a practice or a search is followed. */
async function Asked({ parameters }: { parameters: Parameters }) {
  const t = await getTranslations("follows.add");
  const { practice: slug } = parameters;
  if (typeof slug === "string") {
    const practice = await orNull((await serverApi()).public.practice({ slug }));
    if (practice?.state !== "published") return null;
    return (
      <Section title={t("practice", { title: practice.content.title })} description={t("practiceText")}>
        <FollowForm practiceId={practice.id} />
      </Section>
    );
  }
  const search = readSearch(new URLSearchParams(single(parameters)).toString());
  if (searchQuery(search) === "") return null;
  return (
    <Section title={t("search")} description={t("searchText")}>
      <FollowForm search={search} name={await nameOf(search)} />
    </Section>
  );
}

/** What a person follows; with a practice or a search in the address, asks to follow that. */
export default async function FollowingPage({ searchParams }: PageProps<"/following">) {
  const parameters = await searchParams;
  const asked = new URLSearchParams(single(parameters)).toString();
  await requireActor(asked === "" ? "/following" : `/following?${asked}`);
  const { cursor } = parameters;
  const page = await (await serverApi()).follows.list({ cursor: typeof cursor === "string" ? cursor : undefined });
  const t = await getTranslations("follows");
  return (
    <>
      <PageHeader title={t("title")} state={t("lead")} />
      <div className="max-w-form">
        <ClientMessages of={["follows"]}>
          <Asked parameters={parameters} />
          {page.stopped ? <Notice tone="late">{t("stopped")}</Notice> : null}
          {page.items.length === 0 ? (
            <EmptyState title={t("empty")} action={<LinkButton href="/library">{t("library")}</LinkButton>}>
              {t("emptyText")}
            </EmptyState>
          ) : (
            <FollowList follows={page.items} />
          )}
        </ClientMessages>
        <Pager
          next={page.nextCursor ? (`/following?cursor=${page.nextCursor}` as Route) : null}
          first={cursor ? "/following" : null}
        />
      </div>
    </>
  );
}
