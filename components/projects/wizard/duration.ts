/** As `draftData` bounds it; the schema itself is too heavy for the browser. */
export const mostMonths = 60;

/** The months a text says; undefined when it says none that a partnership may last. */
export function monthsIn(text: string): number | undefined {
  const digits = text.trim();
  if (!/^\d+$/u.test(digits)) return undefined;
  const months = Number(digits);
  return months >= 1 && months <= mostMonths ? months : undefined;
}

/** Whether something was typed that is no duration. */
export const isUnfitDuration = (text: string) => text.trim() !== "" && monthsIn(text) === undefined;
