import { geoAzimuthalEqualArea, geoEqualEarth, type GeoProjection } from "d3-geo";
import middles from "./country-middles.json";
import { atlasKey } from "./country-numbers";

export const MAP_WIDTH = 720;
const HEIGHTS = { europe: 600, wide: 560, world: 360 } as const;

export type Frame = keyof typeof HEIGHTS;
export const FRAMES: readonly Frame[] = ["europe", "wide", "world"];

/** True for the name of a view. */
export function isFrame(word: string): word is Frame {
  return FRAMES.some((frame) => frame === word);
}

export type Coordinates = readonly [lon: number, lat: number];

const EUROPE_CENTRE: Coordinates = [14, 52];

// The corners that each view has to show; a consortium gets the closest view that shows all of it.
const CORNERS: Record<Exclude<Frame, "world">, readonly Coordinates[]> = {
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

const MIDDLES: ReadonlyMap<string, readonly number[]> = new Map(Object.entries(middles));

/** The middle of a country's mainland: France without its overseas islands. Null for unknown codes. */
export function middleOf(country: string): Coordinates | null {
  const [lon, lat] = MIDDLES.get(atlasKey(country) ?? "") ?? [];
  return lon === undefined || lat === undefined ? null : [lon, lat];
}

/** The map projection of a view. */
export function projectionFor(frame: Frame): GeoProjection {
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
  project: (coordinates: Coordinates) => [number, number] | null;
};

const views = new Map<Frame, View>();

/** Projects coordinates to a view. */
export function viewOf(frame: Frame): View {
  const cached = views.get(frame);
  if (cached) return cached;
  const projection = projectionFor(frame);
  const view: View = {
    width: MAP_WIDTH,
    height: HEIGHTS[frame],
    project: ([lon, lat]) => projection([lon, lat]),
  };
  views.set(frame, view);
  return view;
}

/** The closest view that contains all places with a margin. */
export function frameFor(points: readonly Coordinates[]): Frame {
  const fits = (frame: "europe" | "wide") => {
    const { width, height, project } = viewOf(frame);
    return points.every(([lon, lat]) => {
      // An azimuthal projection folds the far side of the world over its edge.
      if (lat < 10 || lon < -40 || lon > 75) return false;
      const point = project([lon, lat]);
      return point !== null && point[0] > 10 && point[0] < width - 10 && point[1] > 10 && point[1] < height - 10;
    });
  };
  return fits("europe") ? "europe" : fits("wide") ? "wide" : "world";
}
