/** The limits of `draftData`, whose schema is too large for the browser. */
export const mostMonths = 60;

/** The months of a text; undefined when it is no valid duration. */
export function monthsIn(text: string): number | undefined {
  const digits = text.trim();
  if (!/^\d+$/u.test(digits)) return undefined;
  const months = Number(digits);
  return months >= 1 && months <= mostMonths ? months : undefined;
}

/** True when the typed text is no valid duration. */
export const isUnfitDuration = (text: string) => text.trim() !== "" && monthsIn(text) === undefined;
