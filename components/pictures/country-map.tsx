/** @jsxImportSource hono/jsx */

import type { HtmlEscapedString } from "hono/utils/html";
import { regionName } from "@/domain/display-names";
import type { Reader } from "@/messages/formatters";
import { translatorFor } from "@/messages/translators";
import type { CountryMapData } from "./country-map-data";
import { atlasKey } from "./country-numbers";
import { type Coordinates, frameFor, middleOf, viewOf } from "./map-geometry";

const smallest = 6;
const growth = 16;

/** Map of countries with a circle for each, whose area grows with its number. */
export async function drawCountryMap({ of, countries }: CountryMapData, reader: Reader): Promise<HtmlEscapedString> {
  const t = await translatorFor(reader, "library.map");
  const placed = countries.flatMap(({ country, count }) => {
    const middle: Coordinates | null = middleOf(country);
    return middle ? [{ country, count, middle }] : [];
  });
  const frame = frameFor(placed.map(({ middle }) => middle));
  const view = viewOf(frame);
  const most = Math.max(1, ...placed.map(({ count }) => count));
  const sheet = `/maps/${frame}.svg`;
  const keys = new Set(placed.flatMap(({ country }) => atlasKey(country) ?? []));
  const names = countries.map(({ country, count }) => `${regionName(country, reader.locale)} (${String(count)})`);
  return (
    <svg
      viewBox={`0 0 ${view.width} ${view.height}`}
      role="img"
      aria-labelledby="country-map-title country-map-text"
      class="border-line bg-paper-sunken h-auto w-full rounded-md border"
    >
      <title id="country-map-title">{t(of === "results" ? "title" : "reportsTitle")}</title>
      <desc id="country-map-text">
        {t(of === "results" ? "description" : "reportsDescription", {
          count: countries.length,
          names: names.join(", "),
        })}
      </desc>
      <g stroke-width="1" stroke-linejoin="round">
        <use href={`${sheet}#land`} class="fill-land stroke-paper-sunken" />
        {[...keys].map((key) => (
          <use href={`${sheet}#c${key}`} class="fill-land-own stroke-paper-sunken" />
        ))}
      </g>
      <g stroke-width="2">
        {placed.map(({ count, middle }) => {
          const [x, y] = view.project(middle) ?? [0, 0];
          const radius = smallest + growth * Math.sqrt(count / most);
          return (
            <circle
              cx={x.toFixed(1)}
              cy={y.toFixed(1)}
              r={radius.toFixed(1)}
              class="fill-accent stroke-paper"
              opacity="0.85"
            />
          );
        })}
      </g>
    </svg>
  );
}
