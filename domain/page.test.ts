import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodeCursor, encodeCursor, toPage } from "./page";

describe("cursors", () => {
  it("come back as they went out, in any script, and fit an address", () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.string({ unit: "grapheme" }), fc.integer()), { minLength: 1 }), (parts) => {
        const cursor = encodeCursor(parts);
        expect(cursor).toMatch(/^[\w-]+$/);
        expect(decodeCursor(cursor, parts.length)).toEqual(parts);
        expect(decodeCursor(cursor, parts.length + 1)).toBeNull();
      }),
    );
  });

  it("that are none show the first page", () => {
    for (const broken of [
      undefined,
      "",
      "%%%",
      "YWJj",
      encodeCursor([1]).slice(1),
      btoa('[{"a":1}]'),
      btoa("[null]"),
    ]) {
      expect(decodeCursor(broken, 1)).toBeNull();
    }
  });
});

it("a page goes on exactly when there is more", () => {
  const key = (n: number) => [n];
  expect(toPage([1, 2, 3], 3, key)).toEqual({ items: [1, 2, 3], nextCursor: null });
  expect(toPage([1, 2, 3, 4], 3, key)).toEqual({ items: [1, 2, 3], nextCursor: encodeCursor([3]) });
  expect(toPage([], 3, key)).toEqual({ items: [], nextCursor: null });
});
