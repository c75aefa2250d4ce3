import { expect, it } from "vitest";
import type { ActivityEvent } from "@/domain/events/events";
import { groupActivities } from "./group-activities";

const upload = { type: "file.uploaded", data: {} } as ActivityEvent;
const start = { type: "output.started", data: {} } as ActivityEvent;

let last = 0;
const entry = (
  at: string,
  given: { event?: ActivityEvent | null; personId?: string | null; outputId?: string } = {},
) => ({
  id: String((last += 1)),
  at: new Date(at),
  event: upload as ActivityEvent | null,
  personId: "ana" as string | null,
  outputId: "o1",
  slug: "bridges",
  ...given,
});

const sizes = (entries: ReturnType<typeof entry>[], timeZone = "UTC") =>
  groupActivities(entries, timeZone, ({ type }) => type === "file.uploaded").map(({ date, bursts }) => [
    date,
    ...bursts.map((burst) => burst.entries.length),
  ]);

it("groups activities of one person, type and output within an hour", () => {
  const entries = [
    entry("2026-03-16T12:00:00Z"),
    entry("2026-03-16T11:30:00Z"),
    entry("2026-03-16T11:00:00Z"),
    entry("2026-03-16T10:59:59Z"),
    entry("2026-03-16T10:58:00Z", { personId: "eleni" }),
    entry("2026-03-16T10:57:00Z", { personId: "eleni", outputId: "o2" }),
    entry("2026-03-16T10:56:00Z", { personId: "eleni", outputId: "o2" }),
  ];
  expect(sizes(entries)).toEqual([["2026-03-16", 3, 1, 1, 2]]);
});

it("keeps single what has no sentence for several, no person or no readable event", () => {
  const at = "2026-03-16T12:00:00Z";
  const pairs = [{ event: start }, { personId: null }, { event: null }];
  for (const pair of pairs) expect(sizes([entry(at, pair), entry(at, pair)])).toEqual([["2026-03-16", 1, 1]]);
});

it("separates days in the time zone of the reader", () => {
  const entries = [entry("2026-03-16T22:30:00Z"), entry("2026-03-16T21:45:00Z")];
  expect(sizes(entries, "UTC")).toEqual([["2026-03-16", 2]]);
  expect(sizes(entries, "Europe/Athens")).toEqual([
    ["2026-03-17", 1],
    ["2026-03-16", 1],
  ]);
  expect(sizes(entries, "Europe/Brussels")).toEqual([["2026-03-16", 2]]);
});
