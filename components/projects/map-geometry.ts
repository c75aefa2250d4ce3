import { geoArea, geoAzimuthalEqualArea, geoCentroid, geoEqualEarth, geoPath, type GeoProjection } from "d3-geo";
import { feature } from "topojson-client";
import atlas from "world-atlas/countries-50m.json";
import { CompactPath } from "./compact-path";
import { atlasKey } from "./country-numbers";

export const MAP_WIDTH = 720;
const HEIGHTS = { europe: 600, wide: 560, world: 360 } as const;

export type Frame = keyof typeof HEIGHTS;
export const FRAMES: readonly Frame[] = ["europe", "wide", "world"];

/** Whether a word names a view. */
export function isFrame(word: string): word is Frame {
  return FRAMES.some((frame) => frame === word);
}

export type Place = readonly [lon: number, lat: number];
type Country = ReturnType<typeof countriesOf>[number];

const EUROPE_CENTRE: Place = [14, 52];

// The corners which each view has to show; a consortium takes the nearest view that holds all of it.
const CORNERS: Record<Exclude<Frame, "world">, readonly Place[]> = {
  europe: [
    [-9.6, 36.2],
    [33.8, 34.6],
    [28, 68.5],
    [14.4, 35.3],
    [-9.5, 57],
  ],
  wide: [
    [-23, 65.5],
    [-13, 28],
    [48, 31],
    [49, 62],
  ],
};

function countriesOf() {
  return feature(atlas, atlas.objects.countries).features;
}

let countries: readonly Country[] | undefined;
function allCountries(): readonly Country[] {
  countries ??= countriesOf();
  return countries;
}

const keyOf = (country: Country) => (country.id === undefined ? country.properties.name : String(country.id));

function findMiddle(country: string): Place | null {
  const key = atlasKey(country);
  const shape = key === undefined ? undefined : allCountries().find((one) => keyOf(one) === key)?.geometry;
  if (!shape) return null;
  if (shape.type === "Polygon") return geoCentroid(shape);
  if (shape.type !== "MultiPolygon") return null;
  const parts = shape.coordinates.map((coordinates) => ({ type: "Polygon" as const, coordinates }));
  const mainland = parts.reduce((largest, part) => (geoArea(part) > geoArea(largest) ? part : largest));
  return geoCentroid(mainland);
}

const middles = new Map<string, Place | null>();

/** The middle of a country's mainland: France without its islands overseas. Found once: measuring a coast takes long. */
export function middleOf(country: string): Place | null {
  const known = middles.get(country);
  if (known !== undefined) return known;
  const found = findMiddle(country);
  middles.set(country, found);
  return found;
}

function projectionFor(frame: Frame): GeoProjection {
  const height = HEIGHTS[frame];
  if (frame === "world") {
    return geoEqualEarth()
      .rotate([-11, 0])
      .fitExtent(
        [
          [4, 4],
          [MAP_WIDTH - 4, height + 30],
        ],
        { type: "Sphere" },
      )
      .clipExtent([
        [0, 0],
        [MAP_WIDTH, height],
      ]);
  }
  return geoAzimuthalEqualArea()
    .rotate([-EUROPE_CENTRE[0], -EUROPE_CENTRE[1]])
    .fitExtent(
      [
        [16, 16],
        [MAP_WIDTH - 16, height - 16],
      ],
      { type: "MultiPoint", coordinates: CORNERS[frame].map(([lon, lat]) => [lon, lat]) },
    )
    .clipExtent([
      [-2, -2],
      [MAP_WIDTH + 2, height + 2],
    ]);
}

export type View = {
  width: number;
  height: number;
  project: (place: Place) => [number, number] | null;
};

const views = new Map<Frame, View>();

/** Where places lie in a view. */
export function viewOf(frame: Frame): View {
  const known = views.get(frame);
  if (known) return known;
  const projection = projectionFor(frame);
  const view: View = {
    width: MAP_WIDTH,
    height: HEIGHTS[frame],
    project: ([lon, lat]) => projection([lon, lat]),
  };
  views.set(frame, view);
  return view;
}

/** The outlines in view, by the country's key in the atlas. */
export function outlinesOf(frame: Frame): Map<string, string> {
  const projection = projectionFor(frame);
  const outlines = new Map<string, string>();
  for (const country of allCountries()) {
    // The far south is mostly paper, and nobody's partner.
    if (keyOf(country) === "010") continue;
    const path = new CompactPath(frame === "world" ? 1.8 : 1.7, 4);
    geoPath(projection, path)(country);
    const outline = path.toString();
    if (outline) outlines.set(keyOf(country), outline);
  }
  return outlines;
}

/** The nearest view in which every place lies well inside. */
export function frameFor(places: readonly Place[]): Frame {
  const fits = (frame: "europe" | "wide") => {
    const { width, height, project } = viewOf(frame);
    return places.every(([lon, lat]) => {
      // An azimuthal view folds the far side of the world over its edge.
      if (lat < 10 || lon < -40 || lon > 75) return false;
      const point = project([lon, lat]);
      return point !== null && point[0] > 10 && point[0] < width - 10 && point[1] > 10 && point[1] < height - 10;
    });
  };
  return fits("europe") ? "europe" : fits("wide") ? "wide" : "world";
}
