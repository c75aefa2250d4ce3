import { describe, expect, it } from "vitest";
import { middlesOfCountries, outlinesOf } from "./atlas";
import { atlasKey } from "./country-numbers";
import { frameFor, middleOf } from "./map-geometry";
import { placeLabels, spread } from "./map-layout";

describe("the map of the consortium", () => {
  it("finds countries by stored codes and by the programme's codes", () => {
    expect(atlasKey("GR")).toBe("300");
    expect(atlasKey("EL")).toBe(atlasKey("GR"));
    expect(atlasKey("UK")).toBe(atlasKey("GB"));
    expect(atlasKey("XK")).toBe("Kosovo");
    expect(atlasKey("ZZ")).toBeUndefined();
  });

  it("places France in Europe, not between Europe and its islands", () => {
    const [lon, lat] = middleOf("FR") ?? [0, 0];
    expect(lon).toBeGreaterThan(0);
    expect(lon).toBeLessThan(5);
    expect(lat).toBeGreaterThan(45);
    expect(middleOf("ZZ")).toBeNull();
  });

  it("has the stored middles of the atlas", async () => {
    const lines = Object.entries(middlesOfCountries()).map(([key, place]) => `  "${key}": [${place.join(", ")}]`);
    await expect(`{\n${lines.join(",\n")}\n}\n`).toMatchFileSnapshot("./country-middles.json");
  });

  it("uses the closest view that contains every place", () => {
    const sevilla = [-6, 37.4] as const;
    expect(frameFor([sevilla, [25.5, 65]])).toBe("europe");
    expect(frameFor([sevilla, [44.8, 41.7]])).toBe("wide");
    expect(frameFor([sevilla, [-77, -12]])).toBe("world");
    expect(frameFor([])).toBe("europe");
  });

  it.each(["europe", "wide", "world"] as const)("is small enough for a slow connection: %s", (frame) => {
    const size = [...outlinesOf(frame).values()].join("").length;
    expect(size).toBeGreaterThan(5_000);
    expect(size).toBeLessThan(90_000);
  });

  it("moves organisations of one city apart", () => {
    const [one, two] = spread([
      { x: 100, y: 100 },
      { x: 101, y: 100 },
    ]);
    expect(Math.hypot((one?.x ?? 0) - (two?.x ?? 0), (one?.y ?? 0) - (two?.y ?? 0))).toBeGreaterThan(12);
  });

  it("keeps labels inside the picture", () => {
    const [label] = placeLabels([{ x: 700, y: 50, text: "Westfälische Werkstätten" }], { width: 720, height: 600 });
    expect(label?.anchor).toBe("end");
  });
});
