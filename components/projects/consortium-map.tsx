import { html } from "@remix-run/html-template";
import type { Route } from "next";
import { regionName } from "@/domain/display-names";
import { spoken, getTranslations } from "@/messages/words";
import { chipMarkup, hueOf } from "../ui/chip-markup";
import { cn } from "../ui/cn";
import { Drawing } from "../ui/drawing";
import { atlasKey } from "./country-numbers";
import { frameFor, middleOf, type Place, viewOf } from "./map-geometry";
import { placeLabels, spread, thread } from "./map-layout";

export type MapOrganisation = {
  id: string;
  shortName: string;
  /** ISO 3166 alpha-2. */
  country: string;
  city?: string;
  hue: number;
  lat?: number;
  lon?: number;
  kind: "coordinator" | "partner" | "associated" | "evaluator";
  /** Invited, not yet in: drawn with a dotted thread. */
  pending?: boolean;
  href?: Route;
};

type Props = {
  organisations: readonly MapOrganisation[];
  /** Off where a table of the same organisations stands beside the map. */
  list?: boolean;
  className?: string;
};

type Located = MapOrganisation & { place: Place };

function locate(organisation: MapOrganisation): Located | null {
  const { lat, lon, country } = organisation;
  const place: Place | null = lat !== undefined && lon !== undefined ? [lon, lat] : middleOf(country);
  return place ? { ...organisation, place } : null;
}

/** Where the consortium is: its countries, its places, and a thread from the coordinator to each. */
export function ConsortiumMap(props: Props) {
  return <Drawing name="map" input={props} draw={drawMap} />;
}

/** The markup of a map. */
export async function drawMap({ organisations, list = true, className }: Props) {
  const t = await getTranslations("ui.map");
  const located = organisations.map(locate).filter((one) => one !== null);
  const frame = frameFor(located.map(({ place }) => place));
  const base = viewOf(frame);
  const points = spread(
    located.map(({ place }) => {
      const [x, y] = base.project(place) ?? [0, 0];
      return { x, y };
    }),
  );
  const dots = located.map((organisation, index) => ({ ...organisation, ...(points[index] ?? { x: 0, y: 0 }) }));
  const labels = placeLabels(
    dots.map(({ x, y, shortName }) => ({ x, y, text: shortName })),
    base,
  );
  const knot = dots.find(({ kind }) => kind === "coordinator");
  const threads = knot ? dots.filter((dot) => dot.id !== knot.id).map((dot) => ({ dot, line: thread(knot, dot) })) : [];
  const own = new Set(organisations.map(({ country }) => atlasKey(country)).filter((key) => key !== undefined));
  const sheet = `/maps/${frame}.svg`;
  const names = organisations.map(({ shortName, country }) => `${shortName} (${regionName(country, spoken.locale)})`);

  const threadMarkup = ({ dot, line }: (typeof threads)[number]) =>
    html`<g data-hue="${hueOf(dot.hue)}">
      <path d="${line}" stroke-width="6" class="stroke-paper-sunken" />
      <path d="${line}" stroke-width="2.5" stroke-dasharray="${dot.pending ? "1 6" : "none"}" class="stroke-thread" />
    </g>`;
  const dotLook = (dot: (typeof dots)[number]) => {
    if (dot === knot) return { r: 8, stroke: 4, look: "fill-paper stroke-thread" };
    return { r: 6, stroke: 2, look: dot.pending ? "fill-paper stroke-thread" : "fill-thread stroke-paper" };
  };
  const dotMarkup = (dot: (typeof dots)[number]) => {
    const { r, stroke, look } = dotLook(dot);
    return html`<g data-hue="${hueOf(dot.hue)}">
      <circle cx="${dot.x.toFixed(1)}" cy="${dot.y.toFixed(1)}" r="${r}" stroke-width="${stroke}" class="${look}" />
    </g>`;
  };
  const labelMarkup = ({ shortName }: (typeof dots)[number], index: number) => {
    const label = labels[index];
    if (!label) return "";
    return html`<text x="${label.x.toFixed(1)}" y="${label.y.toFixed(1)}" text-anchor="${label.anchor}">
      ${shortName}
    </text>`;
  };
  const unplaced = organisations.length - located.length;
  const listMarkup = () =>
    html`<figcaption>
      <ul aria-label="${t("list")}" class="flex flex-wrap gap-x-3 gap-y-1.5">
        ${organisations.map(
          (organisation) =>
            html`<li class="text-ink-soft inline-flex min-w-0 items-center gap-1.5 text-sm">
              ${chipMarkup({ ...organisation, name: organisation.shortName })}
              ${organisation.city ? html`<span>${organisation.city}</span>` : ""}
              ${organisation.kind === "coordinator" ? html`<span>(${t("coordinator")})</span>` : ""}
            </li>`,
        )}
      </ul>
      ${unplaced > 0 ? html`<p class="text-ink-soft mt-2 text-sm">${t("notPlaced", { count: unplaced })}</p>` : ""}
    </figcaption>`;
  const description = t("description", {
    count: organisations.length,
    countries: new Set(organisations.map(({ country }) => country)).size,
    names: names.join(", "),
  });
  return html`<figure class="${cn("@container grid gap-3", className)}">
    <svg
      viewBox="0 0 ${base.width} ${base.height}"
      role="img"
      aria-labelledby="map-title map-text"
      class="border-line bg-paper-sunken h-auto w-full rounded-md border"
    >
      <title id="map-title">${t("title")}</title>
      <desc id="map-text">${description}</desc>
      <g stroke-width="1" stroke-linejoin="round">
        <use href="${sheet}#land" class="fill-land stroke-paper-sunken" />
        ${[...own].map((key) => html`<use href="${sheet}#c${key}" class="fill-land-own stroke-paper-sunken" />`)}
      </g>
      <g fill="none" stroke-linecap="round">${threads.map(threadMarkup)}</g>
      ${dots.map(dotMarkup)}
      <g
        class="fill-ink text-[1.2rem] font-semibold @max-md:hidden @2xl:text-[1rem] @4xl:text-[0.85rem]"
        stroke="var(--paper)"
        stroke-width="3.5"
        paint-order="stroke"
      >
        ${dots.map(labelMarkup)}
      </g>
    </svg>
    ${list ? listMarkup() : ""}
  </figure>`;
}
