import type { View } from "./map-geometry";

type Point = { x: number; y: number };
export type Anchor = "start" | "end" | "middle";
export type PlacedLabel = Point & { anchor: Anchor };
type Box = { left: number; right: number; top: number; bottom: number };

const CHARACTER = 9.6;
const LINE = 22;
const TOO_MUCH = 220;

/** Moves overlapping dots apart, a little in each round. */
export function spread(points: readonly Point[], distance = 19): Point[] {
  const moved = points.map((point) => ({ ...point }));
  for (let round = 0; round < 30; round += 1) {
    moved.forEach((one, index) => {
      moved.slice(index + 1).forEach((other, offset) => {
        const dx = other.x - one.x;
        const dy = other.y - one.y;
        const apart = Math.hypot(dx, dy);
        if (apart >= distance) return;
        // Dots at the same position are moved in a different direction for each pair.
        const angle = apart < 0.5 ? index + offset * 1.7 : Math.atan2(dy, dx);
        const push = (distance - apart) / 2;
        one.x -= Math.cos(angle) * push;
        one.y -= Math.sin(angle) * push;
        other.x += Math.cos(angle) * push;
        other.y += Math.sin(angle) * push;
      });
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

/**
 * Places each label next to its dot, where it overlaps the fewest others. A label that would overlap at every position
 * is left out: the list below the map has every name.
 */
export function placeLabels(
  dots: readonly (Point & { text: string })[],
  { width, height }: Pick<View, "width" | "height">,
): (PlacedLabel | null)[] {
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
    ];
    const cost = (label: PlacedLabel, place: number) => {
      const box = boxOf(label, length);
      const outside =
        Math.max(0, 6 - box.left) +
        Math.max(0, box.right - width + 6) +
        Math.max(0, 4 - box.top) +
        Math.max(0, box.bottom - height + 4);
      return taken.reduce(
        (sum, other, index) => sum + (index === own ? 0 : overlap(box, other) * (index < dots.length ? 2 : 1)),
        // Later positions in the list are less clearly connected to their dot.
        outside * 60 + place * 6,
      );
    };
    const costs = candidates.map(cost);
    const least = Math.min(...costs);
    const best = candidates[costs.indexOf(least)];
    if (!best || least > TOO_MUCH) return null;
    taken.push(boxOf(best, length));
    return best;
  });
}

/** A curved line between two points that always bends to the same side, as an SVG path. */
export function connection(from: Point, to: Point): string {
  const dx = to.x - from.x;
  const dy = to.y - from.y;
  const bend = 0.16 * (dx < 0 ? -1 : 1);
  const middleX = (from.x + to.x) / 2 + dy * bend;
  const middleY = (from.y + to.y) / 2 - dx * bend;
  const text = (value: number) => value.toFixed(1);
  return `M${text(from.x)} ${text(from.y)}Q${text(middleX)} ${text(middleY)} ${text(to.x)} ${text(to.y)}`;
}
