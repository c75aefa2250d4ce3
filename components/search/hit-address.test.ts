import { expect, test } from "vitest";
import type { Hit } from "@/server/search/queries";
import { hitAddress } from "./hit-address";

const hit: Hit = {
  kind: "comment",
  id: "c1",
  title: "",
  excerpt: [],
  project: { slug: "bridges", acronym: "BRIDGES" },
  outputId: null,
  submissionId: null,
  practiceId: null,
  taskId: null,
};

test("leads from a comment to the page of what it is on", () => {
  expect(hitAddress({ ...hit, outputId: "o1" })).toBe("/projects/bridges/outputs/o1");
  expect(hitAddress({ ...hit, outputId: "o1", submissionId: "s1" })).toBe(
    "/projects/bridges/outputs/o1/submissions/s1",
  );
  expect(hitAddress({ ...hit, practiceId: "p1" })).toBe("/projects/bridges/practices/p1");
  expect(hitAddress({ ...hit, taskId: "t1" })).toBe("/projects/bridges/tasks/t1");
});
