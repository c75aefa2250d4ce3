/** Rows on one page of any list. */
export const pageSize = 25;

/** A page of a list; `nextCursor` is null on the last one. Cursors are opaque to whoever holds them. */
export type Page<T> = { items: T[]; nextCursor: string | null };

/** Packs the sort values of the last row shown. */
export function encodeCursor(parts: readonly (string | number)[]): string {
  const bytes = new TextEncoder().encode(JSON.stringify(parts));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");
}

const partKinds = {
  uuid: (part: unknown) => typeof part === "string" && /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(part),
  text: (part: unknown) => typeof part === "string" && !part.includes("\0"),
  /** A whole number as PostgreSQL's integer holds it. */
  number: (part: unknown) => Number.isInteger(part) && Number(part) >= -(2 ** 31) && Number(part) < 2 ** 31,
  /** Milliseconds of a moment that PostgreSQL knows. */
  moment: (part: unknown) => Number.isInteger(part) && Math.abs(Number(part)) < 60_000_000_000_000,
};

/**
 * Unpacks a cursor whose parts are of these kinds; null when it is none, so that a broken link shows the first page
 * and never reaches the database.
 */
export function decodeCursor(
  cursor: string | undefined,
  kinds: readonly (keyof typeof partKinds)[],
): (string | number)[] | null {
  if (!cursor) return null;
  try {
    const binary = atob(cursor.replaceAll("-", "+").replaceAll("_", "/"));
    const parts: unknown = JSON.parse(new TextDecoder().decode(Uint8Array.from(binary, (c) => c.charCodeAt(0))));
    const fits =
      Array.isArray(parts) && parts.length === kinds.length && kinds.every((kind, i) => partKinds[kind](parts[i]));
    return fits ? (parts as (string | number)[]) : null;
  } catch {
    return null;
  }
}

/** Turns `limit + 1` rows into a page. */
export function toPage<T>(rows: T[], limit: number, key: (row: T) => readonly (string | number)[]): Page<T> {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, nextCursor: rows.length > limit && last ? encodeCursor(key(last)) : null };
}
