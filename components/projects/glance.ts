import { html, type SafeHtml } from "@remix-run/html-template";
import { getTranslations } from "@/messages/words";
import { drawFeed, type FeedLine } from "../activity/activity-feed";
import { drawHeat, type HeatYear } from "../activity/activity-heat";
import { drawTimeline, type TimelinePlan } from "../outputs/output-timeline";
import { sectionMarkup } from "../shared/section-markup";
import { drawn } from "../ui/drawings";
import { drawMap, type MapOrganisation } from "./consortium-map";

type Props = {
  slug: string;
  /** Null where the page has another word for it. */
  plan: TimelinePlan | null;
  /** How many outputs have no date and so no place on the timeline. */
  undated: number;
  year: HeatYear;
  organisations: readonly MapOrganisation[];
  latest: readonly FeedLine[];
  summary: string;
};

/** A picture as it was drawn before, where only its neighbours have changed. */
async function picture<Input extends object>(name: string, input: Input, draw: (input: Input) => Promise<SafeHtml>) {
  return html.raw`${(await drawn(name, input, draw)).html}`;
}

/** A project in pictures: what is planned, who does what, where they are, what happened last. */
export async function drawGlance({ slug, plan, undated, year, organisations, latest, summary }: Props) {
  const [t, timeline, heat, map, feed] = await Promise.all([
    getTranslations("projects.overview"),
    plan && picture("timeline", plan, drawTimeline),
    picture("heat", year, drawHeat),
    picture("map", { organisations }, drawMap),
    picture("feed", latest, drawFeed),
  ]);
  const base = `/projects/${slug}`;
  const consortium = sectionMarkup({
    id: "glance-consortium",
    title: t("consortium"),
    more: { href: `${base}/consortium`, words: t("consortiumAll") },
    children: map,
  });
  const newest = sectionMarkup({
    id: "glance-latest",
    title: t("latest"),
    more: { href: `${base}/activity`, words: t("latestAll") },
    children: latest.length > 0 ? feed : html`<p class="text-ink-soft">${t("latestEmpty")}</p>`,
  });
  const planned = () =>
    sectionMarkup({
      id: "glance-outputs",
      title: t("outputs"),
      more: { href: `${base}/outputs`, words: t("outputsAll") },
      children: html`${timeline ?? ""}${
        undated > 0 ? html`<p class="text-ink-soft mt-2 text-sm">${t("undated", { count: undated })}</p>` : ""
      }`,
    });
  const about = () =>
    sectionMarkup({
      id: "glance-about",
      title: t("about"),
      // Drawings lose their indentation, and with it empty lines.
      children: html`<p class="max-w-prose">
        ${summary.split("\n").map((line, index) => (index === 0 ? line : html`<br />${line}`))}
      </p>`,
    });
  return html`${timeline ? planned() : ""}${sectionMarkup({ id: "glance-activity", title: t("activity"), children: heat })}
    <div class="grid items-start gap-x-10 lg:grid-cols-2">${consortium}${newest}</div>
    ${summary ? about() : ""}`;
}
