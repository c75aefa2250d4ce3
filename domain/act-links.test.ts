import { expect, it } from "vitest";
import { laterDue, linksOfTask } from "./act-links";

it("gives five more days from the day of a task, or from today when it is late", () => {
  expect(laterDue("2026-03-10", "2026-03-01")).toBe("2026-03-15");
  expect(laterDue("2026-02-26", "2026-03-01")).toBe("2026-03-06");
});

it("links what a person may do to a task, without more time for a task without a day", () => {
  expect(linksOfTask(["accept", "decline", "done", "handOver", "moreTime"], "2026-03-10")).toEqual([
    "acceptTask",
    "finishTask",
    "moreTime",
  ]);
  expect(linksOfTask(["done", "moreTime"], null)).toEqual(["finishTask"]);
});
