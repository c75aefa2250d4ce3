import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodeCursor, encodeCursor, toPage } from "./page";

describe("cursors", () => {
  it("are decoded to the encoded values, in any script, and fit into an address", () => {
    const name = fc.string({ unit: "grapheme" }).filter((text) => !text.includes("\0"));
    fc.assert(
      fc.property(name, fc.integer(), fc.uuid(), (text, number, id) => {
        const cursor = encodeCursor([text, number, id]);
        expect(cursor).toMatch(/^[\w-]+$/);
        expect(decodeCursor(cursor, ["text", "number", "uuid"])).toEqual([text, number, id]);
        expect(decodeCursor(cursor, ["text", "number"])).toBeNull();
      }),
    );
    const now = Date.now();
    expect(decodeCursor(encodeCursor([now]), ["moment"])).toEqual([now]);
  });

  it.each([
    ["text", 1],
    ["text", "a\0b"],
    ["uuid", "not an id"],
    ["number", 1.5],
    ["number", 2 ** 31],
    ["number", "1"],
    ["moment", 8e15],
  ] as const)("of the kind %s reject %j", (kind, part) => {
    expect(decodeCursor(encodeCursor([part]), [kind])).toBeNull();
  });

  it("that are invalid show the first page", () => {
    for (const broken of [
      undefined,
      "",
      "%%%",
      "YWJj",
      encodeCursor([1]).slice(1),
      btoa('[{"a":1}]'),
      btoa("[null]"),
    ]) {
      expect(decodeCursor(broken, ["number"])).toBeNull();
    }
  });
});

it("a page has a next cursor exactly when there are more rows", () => {
  const key = (n: number) => [n];
  expect(toPage([1, 2, 3], 3, key)).toEqual({ items: [1, 2, 3], nextCursor: null });
  expect(toPage([1, 2, 3, 4], 3, key)).toEqual({ items: [1, 2, 3], nextCursor: encodeCursor([3]) });
  expect(toPage([], 3, key)).toEqual({ items: [], nextCursor: null });
});
