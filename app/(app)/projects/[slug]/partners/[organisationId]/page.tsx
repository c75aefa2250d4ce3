import type { Metadata, Route } from "next";
import { FeedResults } from "@/components/activity/feed-results";
import { FigureList } from "@/components/activity/figure-list";
import { partnerPath } from "@/components/activity/partner-links";
import { PartnerOutputs, PartnerPeople, PartnerReviews } from "@/components/activity/partner-work";
import { PeriodForm } from "@/components/activity/period-form";
import { PageHeader } from "@/components/shared/page-header";
import { Pager } from "@/components/shared/pager";
import { Section } from "@/components/shared/section";
import { Chip } from "@/components/ui/chip";
import { TextLink } from "@/components/ui/text-link";
import { dayInBrussels } from "@/domain/dates";
import { partnerOutputsInput } from "@/domain/schemas/activity";
import { formatCalendarDate } from "@/messages/formatters";
import { getReader, getTranslations } from "@/messages/server";
import { orNotFound, requireActor, serverApi } from "@/server/trpc/rsc";
import { loadFeed, readFeedRequest } from "../../../../feed-request";

type Props = PageProps<"/projects/[slug]/partners/[organisationId]">;

async function subject({ params }: Props) {
  const { slug, organisationId } = await params;
  const actor = await requireActor(`/projects/${slug}/partners/${organisationId}`);
  const api = await serverApi();
  const partner = await orNotFound(api.activity.partner({ slug, organisationId }));
  const acronym = actor.participations.find((one) => one.slug === slug)?.acronym ?? slug;
  return { actor, api, partner, slug, organisationId, acronym };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { partner, acronym } = await subject(props);
  const t = await getTranslations("activity.partner");
  return { title: t("title", { organisation: partner.shortName, acronym }) };
}

const text = (value: string | string[] | undefined) => (typeof value === "string" && value !== "" ? value : undefined);

/** The heading of the list of outputs, by what it shows. */
const outputTitles = {
  led: "outputsLed",
  contributed: "outputsContributed",
  onTime: "outputsOnTime",
  late: "outputsLate",
} as const;

/** What one organisation did in a project: figures, outputs, reviews, people and activity of a period; for printing too. */
export default async function PartnerPage(props: Props) {
  const { actor, api, partner, slug, organisationId, acronym } = await subject(props);
  const params = await props.searchParams;
  const { from: fromSent, to: toSent, cursor } = params;
  const { query, input, errors } = readFeedRequest({ from: fromSent, to: toSent, cursor }, { slug, organisationId });
  const period = { from: input?.from, to: input?.to };
  const { show: kept } = partnerOutputsInput.shape;
  const show = kept.catch(undefined).parse(text(params["outputs"]));
  const given = params["reviews"] === "given" || undefined;
  const base = { slug, organisationId, ...period };
  const [{ feed, problem }, partners, outputs, reviews, people, t, words, { locale }] = await Promise.all([
    loadFeed(input),
    api.activity.partners({ slug, ...period }),
    api.activity.partnerOutputs({ ...base, show, cursor: text(params["outputsCursor"]) }),
    api.activity.partnerReviews({ ...base, given, cursor: text(params["reviewsCursor"]) }),
    api.activity.partnerPeople(base),
    getTranslations("activity.partner"),
    getTranslations("activity.feed"),
    getReader(),
  ]);
  const figures = partners.find((one) => one.organisationId === organisationId);
  const day = (date: string) => formatCalendarDate(locale, date, "longDay");
  const organisation = partner.legalName;
  const state =
    period.from && period.to
      ? t("stateBetween", { organisation, from: day(period.from), to: day(period.to) })
      : period.from
        ? t("stateFrom", { organisation, from: day(period.from) })
        : period.to
          ? t("stateTo", { organisation, to: day(period.to) })
          : t("state", { organisation });
  const path = partnerPath(slug, organisationId);
  return (
    <>
      <PageHeader
        title={t("title", { organisation: partner.shortName, acronym })}
        crumbs={[
          { href: `/projects/${slug}` as Route, label: acronym },
          { href: `/projects/${slug}/activity` as Route, label: t("feed") },
        ]}
        eyebrow={<Chip hue={partner.hue} country={partner.country} name={partner.shortName} />}
        state={state}
      />
      <PeriodForm
        {...{ slug, organisationId, errors }}
        from={period.from ?? query.from ?? ""}
        to={period.to ?? query.to ?? ""}
        today={dayInBrussels(new Date())}
      />
      {input === null ? null : (
        <>
          {figures ? (
            <Section title={t("figures")}>
              <FigureList {...{ slug, figures, period }} />
            </Section>
          ) : null}
          <Section
            id="outputs"
            title={show ? t(outputTitles[show]) : t("outputs")}
            action={
              show ? (
                <TextLink href={partnerPath(slug, organisationId, period, "#outputs")}>{t("showAll")}</TextLink>
              ) : null
            }
          >
            <PartnerOutputs slug={slug} outputs={outputs.items} />
            <Pager
              next={
                outputs.nextCursor === null
                  ? null
                  : partnerPath(
                      slug,
                      organisationId,
                      { ...period, ...(show ? { outputs: show } : {}), outputsCursor: outputs.nextCursor },
                      "#outputs",
                    )
              }
            />
          </Section>
          <Section
            id="reviews"
            title={t(given ? "reviewsGiven" : "reviews")}
            action={
              given ? (
                <TextLink href={partnerPath(slug, organisationId, period, "#reviews")}>{t("showAll")}</TextLink>
              ) : null
            }
          >
            <PartnerReviews slug={slug} reviews={reviews.items} />
            <Pager
              next={
                reviews.nextCursor === null
                  ? null
                  : partnerPath(
                      slug,
                      organisationId,
                      { ...period, ...(given ? { reviews: "given" } : {}), reviewsCursor: reviews.nextCursor },
                      "#reviews",
                    )
              }
            />
          </Section>
          <Section id="people" title={t("people")}>
            <PartnerPeople {...{ slug, people, organisationId, period }} />
          </Section>
          <Section id="feed" title={words("label")}>
            <FeedResults
              {...{ feed, problem, path, query }}
              exported={{ ...query, cursor: null, slug, organisationId }}
              language={actor.locale}
            />
          </Section>
        </>
      )}
    </>
  );
}
