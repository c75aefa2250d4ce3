/** @jsxImportSource hono/jsx */

import type { HtmlEscapedString } from "hono/utils/html";
import { regionName } from "@/domain/display-names";
import type { Reader } from "@/messages/formatters";
import { translatorFor, type Translator } from "@/messages/translators";
import { cn } from "../ui/cn";
import { hueOf } from "../ui/hue";
import { PictureChip } from "./chip";
import type { ConsortiumMapData, MapOrganisation } from "./consortium-map-data";
import { atlasKey } from "./country-numbers";
import { type Coordinates, frameFor, middleOf, viewOf } from "./map-geometry";
import { connection, placeLabels, type PlacedLabel, spread } from "./map-layout";

type Located = MapOrganisation & { coordinates: Coordinates };
type Dot = Located & { x: number; y: number };

function locate(organisation: MapOrganisation): Located | null {
  const { lat, lon, country } = organisation;
  const coordinates: Coordinates | null = lat !== undefined && lon !== undefined ? [lon, lat] : middleOf(country);
  return coordinates ? { ...organisation, coordinates } : null;
}

const dashes = (pending: boolean | undefined) => (pending ? "0 5" : "none");

function Connection({ from, to }: { from: Dot; to: Dot }) {
  const line = connection(from, to);
  // As wide on a small map as on a large one: scaled down, the few dots of a short line would not be seen.
  return (
    <g data-hue={hueOf(to.hue)} class="unscaled-strokes">
      <path d={line} stroke-width="6" class="stroke-paper-sunken" />
      <path d={line} stroke-width="2.5" stroke-dasharray={dashes(to.pending)} class="stroke-thread" />
    </g>
  );
}

function OrganisationDot({ dot, isCoordinator }: { dot: Dot; isCoordinator: boolean }) {
  const fill = isCoordinator || dot.pending ? "fill-paper stroke-thread" : "fill-thread stroke-paper";
  return (
    <g data-hue={hueOf(dot.hue)}>
      <circle
        cx={dot.x.toFixed(1)}
        cy={dot.y.toFixed(1)}
        r={isCoordinator ? 8 : 6}
        stroke-width={isCoordinator ? 4 : 2}
        class={fill}
      />
    </g>
  );
}

function Label({ label, children }: { label: PlacedLabel | null | undefined; children: string }) {
  if (!label) return null;
  return (
    <text x={label.x.toFixed(1)} y={label.y.toFixed(1)} text-anchor={label.anchor}>
      {children}
    </text>
  );
}

/** What a solid and a dotted line mean; nothing while all organisations have joined. */
function Legend({ organisations, t }: { organisations: readonly MapOrganisation[]; t: Translator }) {
  if (!organisations.some(({ pending }) => pending)) return null;
  return (
    <ul aria-label={t("lines")} class="text-ink-soft flex flex-wrap gap-x-5 gap-y-1 text-sm">
      {[false, true].map((pending) => (
        <li class="inline-flex items-center gap-1.5">
          <svg viewBox="0 0 32 8" width="32" height="8" aria-hidden="true" class="shrink-0">
            <path
              d="M2 4h28"
              stroke-width="2.5"
              stroke-linecap="round"
              stroke-dasharray={dashes(pending)}
              class="stroke-ink-soft"
            />
          </svg>
          {t(pending ? "invited" : "joined")}
        </li>
      ))}
    </ul>
  );
}

type CaptionProps = { organisations: readonly MapOrganisation[]; list: boolean; unplaced: number; t: Translator };

/** The legend and the names, which a small map has no room for. */
function Caption({ organisations, list, unplaced, t }: CaptionProps) {
  return (
    <figcaption class="grid gap-3">
      <Legend organisations={organisations} t={t} />
      <ul aria-label={t("list")} class={cn("flex flex-wrap gap-x-3 gap-y-1.5", !list && "@md:hidden")}>
        {organisations.map((organisation) => (
          <li class="text-ink-soft inline-flex min-w-0 items-center gap-1.5 text-sm">
            <PictureChip {...organisation} name={organisation.shortName} />
            {organisation.city ? <span>{organisation.city}</span> : null}
            {organisation.kind === "coordinator" ? <span>({t("coordinator")})</span> : null}
            {organisation.pending ? <span>({t("pending")})</span> : null}
          </li>
        ))}
      </ul>
      {unplaced > 0 ? <p class="text-ink-soft text-sm">{t("notPlaced", { count: unplaced })}</p> : null}
    </figcaption>
  );
}

/** Map of the consortium: its countries, its towns, and a line from the coordinator to each organisation. */
export async function drawConsortiumMap(
  { organisations, list = true, className }: ConsortiumMapData,
  reader: Reader,
): Promise<HtmlEscapedString> {
  const t = await translatorFor(reader, "ui.map");
  const located = organisations.map(locate).filter((one) => one !== null);
  const frame = frameFor(located.map(({ coordinates }) => coordinates));
  const view = viewOf(frame);
  const points = spread(
    located.map(({ coordinates }) => {
      const [x, y] = view.project(coordinates) ?? [0, 0];
      return { x, y };
    }),
  );
  const dots: Dot[] = located.map((organisation, index) => ({ ...organisation, ...(points[index] ?? { x: 0, y: 0 }) }));
  const labels = placeLabels(
    dots.map(({ x, y, shortName }) => ({ x, y, text: shortName })),
    view,
  );
  const coordinator = dots.find(({ kind }) => kind === "coordinator");
  const countries = new Set(organisations.map(({ country }) => atlasKey(country)).filter((key) => key !== undefined));
  const sheet = `/maps/${frame}.svg`;
  const names = organisations.map(({ shortName, country }) => `${shortName} (${regionName(country, reader.locale)})`);
  return (
    <figure class={cn("@container grid gap-3", className)}>
      <svg
        viewBox={`0 0 ${view.width} ${view.height}`}
        role="img"
        aria-labelledby="map-title map-text"
        class="border-line bg-paper-sunken h-auto w-full rounded-md border"
      >
        <title id="map-title">{t("title")}</title>
        <desc id="map-text">
          {t("description", {
            count: organisations.length,
            countries: new Set(organisations.map(({ country }) => country)).size,
            names: names.join(", "),
          })}
        </desc>
        <g stroke-width="1" stroke-linejoin="round">
          <use href={`${sheet}#land`} class="fill-land stroke-paper-sunken" />
          {[...countries].map((key) => (
            <use href={`${sheet}#c${key}`} class="fill-land-own stroke-paper-sunken" />
          ))}
        </g>
        <g fill="none" stroke-linecap="round">
          {coordinator
            ? dots.filter((dot) => dot.id !== coordinator.id).map((dot) => <Connection from={coordinator} to={dot} />)
            : null}
        </g>
        {dots.map((dot) => (
          <OrganisationDot dot={dot} isCoordinator={dot === coordinator} />
        ))}
        <g
          class="fill-ink text-[1.2rem] font-semibold @max-md:hidden @2xl:text-[1rem] @4xl:text-[0.85rem]"
          stroke="var(--paper)"
          stroke-width="3.5"
          paint-order="stroke"
        >
          {dots.map(({ shortName }, index) => (
            <Label label={labels[index]}>{shortName}</Label>
          ))}
        </g>
      </svg>
      <Caption organisations={organisations} list={list} unplaced={organisations.length - located.length} t={t} />
    </figure>
  );
}
