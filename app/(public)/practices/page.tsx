import type { Metadata, Route } from "next";
import { countryOptions } from "@/components/organisations/country-options";
import { PracticeCard } from "@/components/practices/practice-card";
import { PracticeFilter } from "@/components/practices/practice-filter";
import { PageHeader } from "@/components/shared/page-header";
import { Pager } from "@/components/shared/pager";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { fields } from "@/domain/programme/vocabulary";
import { getTranslations } from "@/messages/server";
import { serverApi } from "@/server/trpc/rsc";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("practices.public");
  return { title: t("title"), description: t("lead") };
}

const one = (value: string | string[] | undefined) => (typeof value === "string" && value !== "" ? value : undefined);

export default async function PublicPracticesPage({ searchParams }: PageProps<"/practices">) {
  const parameters = await searchParams;
  const api = await serverApi();
  const countries = await countryOptions(await api.public.practiceCountries());
  const text = one(parameters.text)?.slice(0, 200);
  const field = fields.find((value) => value === one(parameters.field));
  const country = countries.find(({ value }) => value === one(parameters.country))?.value;
  const t = await getTranslations("practices.public");
  const practices = await api.public.practices({ text, field, country, cursor: one(parameters.cursor) });
  const filtered = [text, field, country].some(Boolean);
  const address = (cursor: string | null) => {
    const entries = Object.entries({ text, field, country, cursor: cursor ?? undefined });
    const query = new URLSearchParams(entries.filter((entry): entry is [string, string] => entry[1] !== undefined));
    return `/practices?${query.toString()}` as Route;
  };
  return (
    <>
      <PageHeader title={t("title")} state={t("lead")} />
      <PracticeFilter countries={countries} {...{ text, field, country }} />
      {practices.items.length === 0 ? (
        <EmptyState
          title={filtered ? t("empty") : t("emptyAll")}
          action={filtered ? <LinkButton href={"/practices"}>{t("showAll")}</LinkButton> : null}
        >
          {filtered ? t("emptyText") : t("emptyAllText")}
        </EmptyState>
      ) : (
        <ul className="grid gap-5 sm:grid-cols-2">
          {practices.items.map((practice) => (
            <PracticeCard key={practice.id} practice={practice} />
          ))}
        </ul>
      )}
      <Pager
        next={practices.nextCursor ? address(practices.nextCursor) : null}
        first={one(parameters.cursor) ? address(null) : null}
      />
    </>
  );
}
