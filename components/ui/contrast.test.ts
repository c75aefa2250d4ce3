import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

// Contrast is computed from the tokens, so that no colour can become unreadable.
const css = readFileSync(new URL("../../app/tokens.css", import.meta.url), "utf8");

type Colour = readonly [lightness: number, chroma: number, hue: number];
type Mode = "light" | "dark";

function parse(text: string): Colour {
  const [lightness = NaN, chroma = NaN, hue = NaN] = text.split(/\s+/).map(Number);
  return [lightness, chroma, hue];
}

const tokens = new Map<string, Record<Mode, Colour>>();
for (const [, name = "", light = "", dark = ""] of css.matchAll(
  /--([\w-]+):\s*light-dark\(oklch\(([^)]+)\), oklch\(([^)]+)\)\)/g,
)) {
  tokens.set(name, { light: parse(light), dark: parse(dark) });
}

function token(name: string, mode: Mode): Colour {
  const found = tokens.get(name);
  if (!found) throw new Error(`no token --${name}`);
  return found[mode];
}

function linear([lightness, chroma, hue]: Colour): readonly [number, number, number] {
  const a = chroma * Math.cos((hue * Math.PI) / 180);
  const b = chroma * Math.sin((hue * Math.PI) / 180);
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ];
}

function luminance(colour: Colour): number {
  const [red, green, blue] = linear(colour).map((part) => Math.min(1, Math.max(0, part)));
  return 0.2126 * (red ?? 0) + 0.7152 * (green ?? 0) + 0.0722 * (blue ?? 0);
}

function contrast(one: Colour, other: Colour): number {
  const [high, low] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return ((high ?? 0) + 0.05) / ((low ?? 0) + 0.05);
}

const PAPERS = ["paper", "paper-raised", "paper-sunken"];

const TEXT: readonly (readonly [string, string])[] = [
  ...PAPERS.flatMap((paper) =>
    ["ink", "ink-soft", "ink-faint", "accent", "accent-hover", "due", "late", "approved"].map(
      (ink) => [ink, paper] as const,
    ),
  ),
  ["accent-ink", "accent"],
  ["accent-ink", "accent-hover"],
  ["late-ink", "late"],
  ["late-ink", "late-hover"],
  ...["accent-soft", "due-soft", "late-soft", "approved-soft"].flatMap((soft) =>
    ["ink", "ink-soft", "accent", soft.replace("-soft", "")].map((ink) => [ink, soft] as const),
  ),
];

const SHAPES: readonly (readonly [string, string])[] = [
  ...PAPERS.map((paper) => ["line-strong", paper] as const),
  ...PAPERS.flatMap((paper) => Array.from({ length: 12 }, (_, hue) => [`thread-${String(hue)}`, paper] as const)),
];

describe.each(["light", "dark"] as const)("colours in the %s", (mode) => {
  it.each(TEXT)("%s has enough contrast for text on %s", (ink, paper) => {
    expect(contrast(token(ink, mode), token(paper, mode))).toBeGreaterThanOrEqual(4.5);
  });

  it.each(SHAPES)("%s has enough contrast for shapes on %s", (shape, paper) => {
    expect(contrast(token(shape, mode), token(paper, mode))).toBeGreaterThanOrEqual(3);
  });

  it("are all within the gamut of screens", () => {
    for (const [name, pair] of tokens) {
      for (const part of linear(pair[mode])) {
        expect(part, name).toBeGreaterThan(-0.02);
        expect(part, name).toBeLessThan(1.02);
      }
    }
  });
});
