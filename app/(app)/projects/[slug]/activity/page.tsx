import type { Metadata, Route } from "next";
import { ActivityDays } from "@/components/activity/activity-days";
import { ActivityMatrix } from "@/components/pictures/pictures";
import { FilterForm } from "@/components/shared/filter-form";
import { PageHeader } from "@/components/shared/page-header";
import { Pager } from "@/components/shared/pager";
import { Section } from "@/components/shared/section";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { eventKinds } from "@/domain/events/event";
import { type FeedInput, feedInput } from "@/domain/schemas/activity";
import { getFormatter, getTranslations } from "@/messages/server";
import { orNotFound, requireActor, serverApi } from "@/server/trpc/rsc";

type Props = PageProps<"/projects/[slug]/activity">;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("activity.page");
  return { title: t("title") };
}

/** Invalid filters, from a broken link, are ignored. */
function asked(slug: string, query: Record<string, unknown>): FeedInput {
  const given = Object.fromEntries(
    Object.entries(query).filter(([, value]) => typeof value === "string" && value !== ""),
  );
  const read = feedInput.safeParse({ ...given, slug });
  return read.success ? read.data : { slug };
}

export default async function ActivityPage({ params, searchParams }: Props) {
  const { slug } = await params;
  const actor = await requireActor(`/projects/${slug}/activity`);
  const api = await serverApi();
  const query = await searchParams;
  const input = asked(slug, query);
  const [feed, heat, organisations, t, words, kinds] = await Promise.all([
    orNotFound(api.activity.list(input)),
    orNotFound(api.activity.heat({ slug })),
    orNotFound(api.projects.filterChoices({ slug })),
    getTranslations("activity.page"),
    getTranslations("activity.feed"),
    getTranslations("activity.kinds"),
  ]);
  const format = await getFormatter();
  const path = `/projects/${slug}/activity`;
  const { organisationId = "", personId = "", kind = "" } = input;
  const month = typeof query["month"] === "string" ? query["month"] : "";
  const chosen = { organisationId, personId, kind, month };
  const address = (query: Record<string, string | null>) => {
    const kept = new URLSearchParams(
      Object.entries(query).filter((entry): entry is [string, string] => Boolean(entry[1])),
    ).toString();
    return (kept ? `${path}?${kept}` : path) as Route;
  };
  const monthName = (value: string) =>
    format.dateTime(new Date(`${value}-01T00:00:00Z`), { timeZone: "UTC", month: "long", year: "numeric" });
  const months = month && !heat.months.includes(month) ? [month, ...heat.months] : heat.months;
  const seen = new Map(heat.lastSeen.map((one) => [one.organisationId, one.at]));
  const counted = new Map(heat.acts.map((one) => [`${one.organisationId}/${one.month}`, one.acts]));
  const narrowed = Object.values(chosen).some((value) => value !== "");
  return (
    <>
      <PageHeader
        title={t("title")}
        crumbs={[
          {
            href: `/projects/${slug}` as Route,
            label: actor.participations.find((one) => one.slug === slug)?.acronym ?? slug,
          },
        ]}
        state={t("lead")}
      />
      <Section title={t("byPartner")}>
        <ActivityMatrix
          months={heat.months}
          rows={organisations.map(({ people: _, ...organisation }) => {
            const { id } = organisation;
            const at = seen.get(id);
            return {
              organisation: { ...organisation, href: `${address({ organisationId: id })}#feed` as Route },
              counts: heat.months.map((each) => counted.get(`${id}/${each}`) ?? 0),
              note: at ? t("lastSeen", { date: format.dateTime(at, { dateStyle: "medium" }) }) : t("never"),
            };
          })}
          feed={{ path }}
          {...(organisationId && !personId && !kind ? { selected: { organisationId, month: month || null } } : {})}
        />
      </Section>
      <Section title={words("label")} id="feed">
        <FilterForm
          path={path}
          label={t("filters")}
          apply={t("apply")}
          clear={words("clear")}
          filters={[
            {
              name: "organisationId",
              label: t("organisation"),
              value: organisationId,
              all: t("all"),
              options: organisations.map(({ id, country, shortName }) => ({
                value: id,
                label: `${country} ${shortName}`,
              })),
            },
            {
              name: "personId",
              label: t("person"),
              value: personId,
              all: t("all"),
              options: organisations.flatMap(({ shortName, people }) =>
                people.map(({ id, name }) => ({ value: id, label: `${name}, ${shortName}` })),
              ),
            },
            {
              name: "kind",
              label: t("kind"),
              value: kind,
              all: t("all"),
              options: eventKinds.map((value) => ({ value, label: kinds(value) })),
            },
            {
              name: "month",
              label: t("month"),
              value: month,
              all: t("all"),
              options: months.toReversed().map((value) => ({ value, label: monthName(value) })),
            },
          ]}
        />
        {feed.items.length > 0 ? (
          <ActivityDays entries={feed.items} language={actor.locale} />
        ) : narrowed ? (
          <EmptyState
            title={words("emptyFiltered")}
            action={<LinkButton href={path as Route}>{words("clear")}</LinkButton>}
          />
        ) : (
          <EmptyState title={words("empty")}>{words("emptyText")}</EmptyState>
        )}
        <Pager
          next={feed.nextCursor ? address({ ...chosen, cursor: feed.nextCursor }) : null}
          first={input.cursor ? address(chosen) : null}
        />
      </Section>
    </>
  );
}
