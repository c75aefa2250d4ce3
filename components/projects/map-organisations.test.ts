import { expect, it } from "vitest";
import { mapOrganisations } from "./map-organisations";

it("uses the coordinates of a known town, and leaves out former partners and evaluators", () => {
  const base = { id: "p", country: "ES", hue: 1, joinedAt: new Date(), kind: "partner", ended: false } as const;
  const one = (shortName: string, more: object) => ({
    ...base,
    organisationId: shortName,
    shortName,
    city: "Valencia",
    at: null,
    ...more,
  });
  const drawn = mapOrganisations(
    [
      one("known", { at: { lat: 39.5, lon: -0.4 } }),
      one("unknown", { city: null }),
      one("gone", { ended: true }),
      one("judge", { kind: "evaluator" }),
    ],
    "slug",
  );
  expect(drawn.map(({ shortName, lat, lon, city }) => [shortName, lat, lon, city])).toEqual([
    ["known", 39.5, -0.4, "Valencia"],
    ["unknown", undefined, undefined, undefined],
  ]);
});
