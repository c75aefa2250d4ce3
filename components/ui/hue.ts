export type Hue = number;

/** The value of `data-hue` for an organisation: one of twelve, for any stored number. */
export function hueOf(hue: Hue): number {
  return ((Math.trunc(hue) % 12) + 12) % 12;
}
