import { expect, it } from "vitest";
import { defaultReader, translatorFor } from "@/messages/translators";
import { dueDays } from "./due-days";

const subject = { slug: "bridges", acronym: "BRIDGES", number: 4, title: "Guide", dueOn: "2026-11-21" };
const output = { ...subject, id: "output-1", next: "upload_first" };
const review = { ...subject, id: "review-1", outputId: "output-2", submissionId: "submission-1", dueOn: "2026-12-01" };

it("lists outputs and reviews with a due date, each with a link to its page", async () => {
  const days = dueDays({
    outputs: [output, { ...output, id: "output-3", dueOn: null }],
    reviews: [review],
    origin: "https://consorta.example",
    t: await translatorFor(defaultReader, "people.home"),
    steps: await translatorFor(defaultReader, "outputs.next"),
  });
  expect(days.map(({ id, day, url }) => [id, day, url])).toEqual([
    ["output-1", "2026-11-21", "https://consorta.example/projects/bridges/outputs/output-1"],
    ["review-1", "2026-12-01", "https://consorta.example/projects/bridges/outputs/output-2/submissions/submission-1"],
  ]);
  for (const { title } of days) expect(title).toContain("O4 Guide");
});
