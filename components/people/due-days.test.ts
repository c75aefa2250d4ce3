import { expect, it } from "vitest";
import { defaultReader, translatorFor } from "@/messages/translators";
import { dueDays } from "./due-days";

const output = {
  kind: "output" as const,
  id: "output-1",
  title: "Guide",
  acronym: "BRIDGES",
  dueOn: "2026-11-21",
  path: "/projects/bridges/outputs/output-1",
  details: { number: 4 },
};
const task = {
  ...output,
  kind: "task" as const,
  id: "task-1",
  title: "Posters",
  path: "/projects/bridges/tasks/task-1",
};
const review = { ...output, kind: "review" as const, id: "review-1", dueOn: "2026-12-01" };

it("lists tasks, outputs and reviews with a due date, each with a link to its page", async () => {
  const days = dueDays({
    items: [task, output, { ...output, id: "output-3", dueOn: null }, review],
    origin: "https://consorta.example",
    t: await translatorFor(defaultReader, "people.home"),
  });
  expect(days.map(({ id, day, title, url }) => [id, day, title, url])).toEqual([
    ["task-1", "2026-11-21", "Due: Posters (BRIDGES)", "https://consorta.example/projects/bridges/tasks/task-1"],
    ["output-1", "2026-11-21", "Due: O4 Guide (BRIDGES)", "https://consorta.example/projects/bridges/outputs/output-1"],
    [
      "review-1",
      "2026-12-01",
      "Review due: O4 Guide (BRIDGES)",
      "https://consorta.example/projects/bridges/outputs/output-1",
    ],
  ]);
});
