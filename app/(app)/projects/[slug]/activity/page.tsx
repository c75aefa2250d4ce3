import type { Metadata, Route } from "next";
import { activityPath } from "@/components/activity/activity-path";
import { FeedResults } from "@/components/activity/feed-results";
import { matrixRows } from "@/components/activity/matrix-rows";
import { PartnerTable } from "@/components/activity/partner-table";
import { ActivityMatrix } from "@/components/pictures/pictures";
import { FilterForm } from "@/components/shared/filter-form";
import { PageHeader } from "@/components/shared/page-header";
import { Section } from "@/components/shared/section";
import { LinkButton } from "@/components/ui/link-button";
import { outputCode } from "@/domain/outputs";
import { getFormatter, getTranslations } from "@/messages/server";
import { orNotFound, requireActor, serverApi } from "@/server/trpc/rsc";
import { feedFilters } from "../../../feed-filters";
import { loadFeed, readFeedRequest } from "../../../feed-request";

type Props = PageProps<"/projects/[slug]/activity">;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("activity.page");
  return { title: t("title") };
}

export default async function ActivityPage({ params, searchParams }: Props) {
  const { slug } = await params;
  const actor = await requireActor(`/projects/${slug}/activity`);
  const api = await serverApi();
  const { query, input, errors } = readFeedRequest(await searchParams, { slug });
  const [{ feed, problem }, heat, partners, choices, plan, since, t, words] = await Promise.all([
    loadFeed(input),
    orNotFound(api.activity.heat({ slug })),
    orNotFound(api.activity.partners({ slug })),
    orNotFound(api.projects.filterChoices({ slug })),
    orNotFound(api.outputs.plan({ slug })),
    api.people.newSince(),
    getTranslations("activity.page"),
    getTranslations("activity.feed"),
  ]);
  const format = await getFormatter();
  const path = `/projects/${slug}/activity`;
  const { organisationId, personId, kind, month = null, figure } = query;
  const ofMatrix = organisationId && !personId && !kind && !figure;
  const acronym = actor.participations.find((one) => one.slug === slug)?.acronym ?? slug;
  return (
    <>
      <PageHeader
        title={t("title")}
        crumbs={[{ href: `/projects/${slug}` as Route, label: acronym }]}
        state={t("lead")}
      />
      <Section title={t("byPartner")}>
        <ActivityMatrix
          months={heat.months}
          rows={matrixRows(heat, partners, {
            slug,
            note: (at) => (at ? t("lastSeen", { date: format.dateTime(at, { dateStyle: "medium" }) }) : t("never")),
          })}
          feed={{ path }}
          {...(ofMatrix ? { selected: { organisationId, month } } : {})}
        />
      </Section>
      <Section title={t("figures")}>
        <PartnerTable slug={slug} partners={partners} />
      </Section>
      <Section
        title={words("label")}
        id="feed"
        action={
          organisationId || personId ? (
            <LinkButton href={activityPath(null, { organisationId, personId })} kind="quiet">
              {t("allProjects")}
            </LinkButton>
          ) : null
        }
      >
        <FilterForm
          path={path}
          anchor="feed"
          label={t("filters")}
          apply={t("apply")}
          clear={words("clear")}
          hidden={figure ? { figure } : {}}
          filters={await feedFilters(query, input, errors, {
            organisations: choices,
            people: choices.flatMap(({ shortName, people }) =>
              people.map(({ id, name }) => ({ value: id, label: `${name}, ${shortName}` })),
            ),
            workPackages: plan.workPackages.map(({ id, number, title }) => ({
              value: id,
              label: `${number} ${title}`,
            })),
            outputs: plan.outputs.map(({ id, number, title }) => ({
              value: id,
              label: `${outputCode(number)} ${title}`,
            })),
          })}
        />
        <FeedResults
          {...{ feed, problem, path, query }}
          exported={{ ...query, cursor: null, slug }}
          language={actor.locale}
          news={{ since, personId: actor.personId }}
        />
      </Section>
    </>
  );
}
