import { geoArea, geoCentroid, geoPath } from "d3-geo";
import { feature } from "topojson-client";
import atlas from "world-atlas/countries-50m.json";
import { CompactPath } from "./compact-path";
import { type Frame, type Coordinates, projectionFor } from "./map-geometry";

// Some hundred thousand points: only what is drawn while the app is built, and a test, may hold them.
const countries = feature(atlas, atlas.objects.countries).features;
type Country = (typeof countries)[number];

const keyOf = (country: Country) => (country.id === undefined ? country.properties.name : String(country.id));

/** The outlines in view, by the country's key in the atlas. */
export function outlinesOf(frame: Frame): Map<string, string> {
  const projection = projectionFor(frame);
  const outlines = new Map<string, string>();
  for (const country of countries) {
    // The far south is mostly paper, and nobody's partner.
    if (keyOf(country) === "010") continue;
    const path = new CompactPath(frame === "world" ? 1.8 : 1.7, 4);
    geoPath(projection, path)(country);
    const outline = path.toString();
    if (outline) outlines.set(keyOf(country), outline);
  }
  return outlines;
}

function middleOfMainland({ geometry }: Country): Coordinates | null {
  if (geometry.type === "Polygon") return geoCentroid(geometry);
  if (geometry.type !== "MultiPolygon") return null;
  const parts = geometry.coordinates.map((coordinates) => ({ type: "Polygon" as const, coordinates }));
  const mainland = parts.reduce((largest, part) => (geoArea(part) > geoArea(largest) ? part : largest));
  return geoCentroid(mainland);
}

/** The middle of each country's mainland, to a hundredth of a degree, by the country's key: `country-middles.json`. */
export function middlesOfCountries(): Record<string, Coordinates> {
  const middles: Record<string, Coordinates> = {};
  for (const country of countries) {
    const middle = middleOfMainland(country);
    if (middle) middles[keyOf(country)] = [Math.round(middle[0] * 100) / 100, Math.round(middle[1] * 100) / 100];
  }
  return middles;
}
