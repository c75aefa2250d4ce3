import type { Metadata, Route } from "next";
import { ActivityFeed } from "@/components/activity/activity-feed";
import { ActivityMatrix } from "@/components/pictures/pictures";
import { FilterForm } from "@/components/shared/filter-form";
import { PageHeader } from "@/components/shared/page-header";
import { Pager } from "@/components/shared/pager";
import { Section } from "@/components/shared/section";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { eventKinds } from "@/domain/events/event";
import { feedInput } from "@/domain/schemas/activity";
import { getFormatter, getTranslations } from "@/messages/server";
import { orNotFound, requireActor, serverApi } from "@/server/trpc/rsc";

type Props = PageProps<"/projects/[slug]/activity">;
type Api = Awaited<ReturnType<typeof serverApi>>;

/** Choices of a filter stay within what one page can hold. */
const mostMemberPages = 8;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("activity.page");
  return { title: t("title") };
}

async function everyone(api: Api, slug: string) {
  const all: Awaited<ReturnType<Api["projects"]["members"]>>["items"] = [];
  let cursor: string | undefined;
  for (let page = 0; page < mostMemberPages; page++) {
    const { items, nextCursor } = await api.projects.members({ slug, cursor });
    all.push(...items);
    if (!nextCursor) break;
    cursor = nextCursor;
  }
  return all;
}

/** Filters that make no sense, from a broken link, count as none. */
function asked(slug: string, query: Record<string, unknown>) {
  const given = Object.fromEntries(
    Object.entries(query).filter(([, value]) => typeof value === "string" && value !== ""),
  );
  const read = feedInput.safeParse({ ...given, slug });
  return read.success ? read.data : { slug };
}

export default async function ActivityPage({ params, searchParams }: Props) {
  const { slug } = await params;
  await requireActor(`/projects/${slug}/activity`);
  const api = await serverApi();
  const input = asked(slug, await searchParams);
  const feed = await orNotFound(api.activity.list(input));
  const [project, heat, participations, people, t, words, kinds] = await Promise.all([
    api.projects.get({ slug }),
    api.activity.heat({ slug }),
    api.projects.participations({ slug }),
    everyone(api, slug),
    getTranslations("activity.page"),
    getTranslations("activity.feed"),
    getTranslations("activity.kinds"),
  ]);
  const format = await getFormatter();
  const path = `/projects/${slug}/activity`;
  const { organisationId = "", personId = "", kind = "", month = "" } = input;
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
        crumbs={[{ href: `/projects/${slug}` as Route, label: project.acronym }]}
        state={t("lead")}
      />
      <Section title={t("byPartner")}>
        <ActivityMatrix
          months={heat.months}
          rows={participations.map((one) => {
            const at = seen.get(one.organisationId);
            return {
              organisation: {
                id: one.organisationId,
                shortName: one.shortName,
                country: one.country,
                hue: one.hue,
                href: `${address({ organisationId: one.organisationId })}#feed` as Route,
              },
              counts: heat.months.map((each) => counted.get(`${one.organisationId}/${each}`) ?? 0),
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
              options: participations.map((one) => ({
                value: one.organisationId,
                label: `${one.country} ${one.shortName}`,
              })),
            },
            {
              name: "personId",
              label: t("person"),
              value: personId,
              all: t("all"),
              options: people.map((one) => ({ value: one.personId, label: `${one.name}, ${one.shortName}` })),
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
          <ActivityFeed entries={feed.items} empty={words("empty")} />
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
