type Point = readonly [number, number];

const round = (value: number) => Math.round(value * 10) / 10;
const written = (value: number) => String(round(value)).replace(/^(-?)0\./, "$1.");

function area(ring: readonly Point[]): number {
  let sum = 0;
  ring.forEach(([x, y], index) => {
    const [nextX, nextY] = ring[(index + 1) % ring.length] ?? [x, y];
    sum += x * nextY - nextX * y;
  });
  return Math.abs(sum) / 2;
}

/** Drops what the eye cannot tell apart at this size: points too near the last one kept. */
function thin(ring: readonly Point[], step: number): Point[] {
  const kept: Point[] = [];
  for (const point of ring) {
    const last = kept.at(-1);
    if (!last || Math.hypot(point[0] - last[0], point[1] - last[1]) >= step) kept.push(point);
  }
  return kept;
}

/** Receives the drawing of d3-geo and writes it as a short SVG path: thinned, relative, one decimal. */
export class CompactPath {
  private rings: Point[][] = [];

  constructor(
    private readonly step: number,
    private readonly smallest: number,
  ) {}

  beginPath() {
    this.rings = [];
  }

  moveTo(x: number, y: number) {
    this.rings.push([[x, y]]);
  }

  lineTo(x: number, y: number) {
    this.rings.at(-1)?.push([x, y]);
  }

  arc() {
    // Points are drawn by the picture itself.
  }

  closePath() {
    // Every ring of a country is closed when it is written.
  }

  toString(): string {
    return this.rings
      .filter((ring) => area(ring) >= this.smallest)
      .map((ring) => thin(ring, this.step))
      .filter((ring) => ring.length > 2)
      .map((ring) => this.write(ring))
      .join("");
  }

  private write(ring: readonly Point[]): string {
    let text = "";
    let [hereX, hereY] = [0, 0];
    ring.forEach(([x, y], index) => {
      // The difference is taken to what was written, not to what was meant: rounding must not add up.
      const dx = round(round(x) - hereX);
      const dy = round(round(y) - hereY);
      const right = written(dy);
      text += index === 0 ? `M${written(dx)}` : `${index === 1 ? "l" : dx < 0 ? "" : " "}${written(dx)}`;
      text += `${right.startsWith("-") ? "" : " "}${right}`;
      [hereX, hereY] = [round(hereX + dx), round(hereY + dy)];
    });
    return `${text}z`;
  }
}
