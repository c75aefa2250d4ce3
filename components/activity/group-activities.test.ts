import { expect, it } from "vitest";
import type { ActivityEvent } from "@/domain/events/events";
import { groupActivities, isNew } from "./group-activities";

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

it.each([
  ["of another person after the last visit", "2026-03-16T12:00:01Z", "maria", true],
  ["of another person at the end of the last visit", "2026-03-16T12:00:00Z", "maria", false],
  ["of the reader", "2026-03-16T13:00:00Z", "ana", false],
  ["of a cron job after the last visit", "2026-03-16T13:00:00Z", null, true],
])("marks an activity %s as new or not", (_name, at, personId, expected) => {
  const news = { since: new Date("2026-03-16T12:00:00Z"), personId: "ana" };
  expect(isNew({ at: new Date(at), personId }, news)).toBe(expected);
  expect(isNew({ at: new Date(at), personId }, undefined)).toBe(false);
});
