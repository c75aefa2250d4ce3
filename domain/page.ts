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

/** Unpacks a cursor of `length` parts; null when it is none, so that a broken link shows the first page. */
export function decodeCursor(cursor: string | undefined, length: number): (string | number)[] | null {
  if (!cursor) return null;
  try {
    const binary = atob(cursor.replaceAll("-", "+").replaceAll("_", "/"));
    const parts: unknown = JSON.parse(new TextDecoder().decode(Uint8Array.from(binary, (c) => c.charCodeAt(0))));
    const fits =
      Array.isArray(parts) &&
      parts.length === length &&
      parts.every((part) => typeof part === "string" || typeof part === "number");
    return fits ? parts : null;
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
