/** Rows per page of every list. */
export const pageSize = 25;

/** A page of a list; `nextCursor` is null on the last one. Cursors are opaque to clients. */
export type Page<T> = { items: T[]; nextCursor: string | null };

/** Encodes the sort values of the last row shown. */
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
  /** An integer within the range of PostgreSQL's integer type. */
  number: (part: unknown) => Number.isInteger(part) && Number(part) >= -(2 ** 31) && Number(part) < 2 ** 31,
  /** Milliseconds of a time within PostgreSQL's range. */
  moment: (part: unknown) => Number.isInteger(part) && Math.abs(Number(part)) < 60_000_000_000_000,
};

/**
 * Decodes a cursor whose parts have these kinds; null when it is invalid, so that a broken link shows the first page
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

/** Makes a page of `limit + 1` rows. */
export function toPage<T>(rows: T[], limit: number, key: (row: T) => readonly (string | number)[]): Page<T> {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, nextCursor: rows.length > limit && last ? encodeCursor(key(last)) : null };
}
