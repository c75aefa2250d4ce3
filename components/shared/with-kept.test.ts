import { describe, expect, it } from "vitest";
import { withKept } from "./with-kept";

const lines = (ids: string) => [...ids].map((id) => ({ id }));
const shown = (now: string, before: string, kept: string) =>
  withKept(lines(now), lines(before), new Set(kept))
    .map(({ id }) => id)
    .join("");

describe("a line that is kept", () => {
  it("stays below the line above it when it is no longer listed", () => {
    expect(shown("abd", "abcd", "c")).toBe("abcd");
    expect(shown("xad", "abcd", "bc")).toBe("xabcd");
  });

  it("is the first when no line above it is left", () => {
    expect(shown("cd", "abcd", "ab")).toBe("abcd");
    expect(shown("", "a", "a")).toBe("a");
  });

  it("is shown as it is listed now, where it is", () => {
    const [line] = withKept([{ id: "a", text: "new" }], [{ id: "a", text: "old" }], new Set("a"));
    expect(line?.text).toBe("new");
  });
});

it("lines that are not kept are shown only while they are listed", () => {
  expect(shown("ac", "abc", "c")).toBe("ac");
});
