import { expect, it } from "vitest";
import { groupNotifications } from "./group-notifications";

const one = (id: string, type: "output" | "task", subject: string) => ({ id, subject: { type, id: subject } });

it("notifications are grouped by their subject, in the order of the newest of each", () => {
  const items = [one("1", "task", "a"), one("2", "output", "a"), one("3", "task", "a"), one("4", "task", "b")];
  const groups = groupNotifications(items);
  expect(groups.map((group) => group.map(({ id }) => id))).toEqual([["1", "3"], ["2"], ["4"]]);
});
