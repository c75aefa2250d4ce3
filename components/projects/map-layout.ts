import type { View } from "./map-geometry";

type Point = { x: number; y: number };
export type Anchor = "start" | "end" | "middle";
export type PlacedLabel = Point & { anchor: Anchor };
type Box = { left: number; right: number; top: number; bottom: number };

const CHARACTER = 9.6;
const LINE = 22;

/** Places which fall on one another are moved apart around their middle. */
export function spread(points: readonly Point[], distance = 16): Point[] {
  const groups = new Map<string, number[]>();
  points.forEach(({ x, y }, index) => {
    const key = `${String(Math.round(x / 10))}:${String(Math.round(y / 10))}`;
    groups.set(key, [...(groups.get(key) ?? []), index]);
  });
  const moved = points.map((point) => ({ ...point }));
  for (const members of groups.values()) {
    if (members.length < 2) continue;
    members.forEach((index, turn) => {
      const point = moved[index];
      if (!point) return;
      const angle = (turn / members.length) * 2 * Math.PI - Math.PI / 2;
      point.x += Math.cos(angle) * distance * 0.7;
      point.y += Math.sin(angle) * distance * 0.7;
    });
  }
  return moved;
}

const overlap = (a: Box, b: Box) =>
  Math.max(0, Math.min(a.right, b.right) - Math.max(a.left, b.left)) *
  Math.max(0, Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top));

function boxOf({ x, y, anchor }: PlacedLabel, width: number): Box {
  const left = anchor === "start" ? x : anchor === "end" ? x - width : x - width / 2;
  return { left, right: left + width, top: y - LINE * 0.75, bottom: y + LINE * 0.3 };
}

/** Puts each name beside its dot, where it covers least of the others. */
export function placeLabels(
  dots: readonly (Point & { text: string })[],
  { width, height }: Pick<View, "width" | "height">,
): PlacedLabel[] {
  const taken: Box[] = dots.map(({ x, y }) => ({ left: x - 8, right: x + 8, top: y - 8, bottom: y + 8 }));
  return dots.map(({ x, y, text }, own) => {
    const length = text.length * CHARACTER;
    const candidates: PlacedLabel[] = [
      { x: x + 12, y: y + 5, anchor: "start" },
      { x: x - 12, y: y + 5, anchor: "end" },
      { x, y: y - 13, anchor: "middle" },
      { x, y: y + 24, anchor: "middle" },
      { x: x + 10, y: y - 9, anchor: "start" },
      { x: x - 10, y: y + 20, anchor: "end" },
      { x: x + 26, y: y + 20, anchor: "start" },
      { x: x + 26, y: y - 24, anchor: "start" },
      { x: x - 26, y: y - 24, anchor: "end" },
      { x, y: y + 44, anchor: "middle" },
      { x, y: y - 33, anchor: "middle" },
    ];
    const cost = (label: PlacedLabel) => {
      const box = boxOf(label, length);
      const outside =
        Math.max(0, 6 - box.left) +
        Math.max(0, box.right - width + 6) +
        Math.max(0, 4 - box.top) +
        Math.max(0, box.bottom - height + 4);
      return taken.reduce(
        (sum, other, index) => sum + (index === own ? 0 : overlap(box, other) * (index < dots.length ? 4 : 1)),
        outside * 60,
      );
    };
    const best = candidates.reduce((chosen, next) => (cost(next) < cost(chosen) - 0.5 ? next : chosen));
    taken.push(boxOf(best, length));
    return best;
  });
}

/** A thread hangs between two places like a slack line, always curving to the same side. */
export function thread(from: Point, to: Point): string {
  const dx = to.x - from.x;
  const dy = to.y - from.y;
  const bend = 0.16 * (dx < 0 ? -1 : 1);
  const middleX = (from.x + to.x) / 2 + dy * bend;
  const middleY = (from.y + to.y) / 2 - dx * bend;
  const text = (value: number) => value.toFixed(1);
  return `M${text(from.x)} ${text(from.y)}Q${text(middleX)} ${text(middleY)} ${text(to.x)} ${text(to.y)}`;
}
