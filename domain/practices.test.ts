import { expect, it } from "vitest";
import { decidePractice, practiceParts, practiceStatuses, type PracticeMove } from "./practices";

const text = "Long enough to say something to a reader.";
const whole = { need: text, done: text, changed: text, takes: text };

const outcome = (status: (typeof practiceStatuses)[number], move: PracticeMove) => {
  try {
    return decidePractice({ status, ...whole }, move);
  } catch {
    return "-";
  }
};

it("a practice changes its status only by the transitions of this table", () => {
  const table = Object.fromEntries(
    practiceStatuses.map((status) => [
      status,
      (["submit", "publish", "return"] as const).map((move) => outcome(status, move)).join(" "),
    ]),
  );
  expect(table).toEqual({
    draft: "submitted - -",
    submitted: "- published returned",
    returned: "submitted - -",
    published: "- - returned",
  });
});

it.each(practiceParts)("an empty %s is reported before submitting and publishing", (part) => {
  const lacking = { ...whole, [part]: "   too short   " };
  expect(() => decidePractice({ status: "draft", ...lacking }, "submit")).toThrow("practice.incomplete");
  expect(() => decidePractice({ status: "submitted", ...lacking }, "publish")).toThrow("practice.incomplete");
  expect(decidePractice({ status: "submitted", ...lacking }, "return")).toBe("returned");
});
