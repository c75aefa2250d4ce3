import { geoArea, geoCentroid, geoPath } from "d3-geo";
import { feature } from "topojson-client";
import {
  filter,
  filterWeight,
  presimplify,
  simplify,
  sphericalRingArea,
  sphericalTriangleArea,
} from "topojson-simplify";
import atlas from "world-atlas/countries-50m.json";
import { type Frame, type Coordinates, projectionFor } from "./map-geometry";

// The atlas has some hundred thousand points, so only the build and tests load it.
const countries = feature(atlas, atlas.objects.countries).features;
type Country = (typeof countries)[number];

const keyOf = (country: Country) => (country.id === undefined ? country.properties.name : String(country.id));

const weighted = presimplify(atlas, sphericalTriangleArea);
/** In square pixels: smaller islands and details are left out. */
const smallestCorner = 1;
const smallestIsland = 4;

/** The outlines in view as SVG paths, by the country's key in the atlas. */
export function outlinesOf(frame: Frame): Map<string, string> {
  const projection = projectionFor(frame);
  const steradiansPerPixel = 1 / projection.scale() ** 2;
  const simplified = simplify(weighted, smallestCorner * steradiansPerPixel);
  const ringArea = (ring: [number, number][]) => sphericalRingArea(ring, false);
  const visible = filter(simplified, filterWeight(simplified, smallestIsland * steradiansPerPixel, ringArea));
  const path = geoPath(projection).digits(1);
  const outlines = new Map<string, string>();
  const { countries: visibleCountries } = visible.objects;
  // The types allow an empty result.
  if (visibleCountries.type !== "GeometryCollection") return outlines;
  for (const country of feature(visible, visibleCountries).features) {
    // Antarctica has no partners and would take a third of the picture.
    if (keyOf(country) === "010") continue;
    const outline = path(country);
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
