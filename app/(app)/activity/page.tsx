import type { Metadata } from "next";
import { FeedResults } from "@/components/activity/feed-results";
import { FilterForm } from "@/components/shared/filter-form";
import { PageHeader } from "@/components/shared/page-header";
import { Section } from "@/components/shared/section";
import { getTranslations } from "@/messages/server";
import { requireActor, serverApi } from "@/server/trpc/rsc";
import { feedFilters } from "../feed-filters";
import { loadFeed, readFeedRequest } from "../feed-request";

const path = "/activity";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("activity.page");
  return { title: t("titleAll") };
}

/** The feed of all projects whose consortium the person belongs to; with a filter, of one organisation or person. */
export default async function AllActivityPage({ searchParams }: PageProps<"/activity">) {
  const actor = await requireActor(path);
  const api = await serverApi();
  const { query, input, errors } = readFeedRequest(await searchParams, {});
  const [{ feed, problem }, organisations, since, t, tFeed] = await Promise.all([
    loadFeed(input),
    api.activity.organisations(),
    api.people.newSince(),
    getTranslations("activity.page"),
    getTranslations("activity.feed"),
  ]);
  const { personId } = query;
  const person = personId ? feed?.items.find((entry) => entry.personId === personId)?.person : null;
  return (
    <>
      <PageHeader title={t("titleAll")} state={t("leadAll")} />
      <Section title={tFeed("label")} id="feed">
        <FilterForm
          path={path}
          anchor="feed"
          label={t("filters")}
          apply={t("apply")}
          clear={tFeed("clear")}
          filters={await feedFilters(query, input, errors, {
            organisations,
            projects: actor.participations
              .filter((one) => one.kind !== "evaluator")
              .map(({ slug, acronym }) => ({ value: slug, label: acronym })),
            ...(personId ? { people: [{ value: personId, label: person ?? t("person") }] } : {}),
          })}
        />
        <FeedResults
          {...{ feed, problem, path, query }}
          exported={{ ...query, cursor: null }}
          language={actor.locale}
          news={{ since, personId: actor.personId }}
          withProject
        />
      </Section>
    </>
  );
}
