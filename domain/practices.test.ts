import { expect, it } from "vitest";
import {
  decidePractice,
  emptyParts,
  type PracticeMove,
  practiceStatuses,
  practiceText,
  statusAfterEdit,
} from "./practices";
import { type PracticeContent, practiceContent } from "./schemas/practices";

const text = "Long enough to say something to a reader.";
const described = practiceContent.parse({
  title: "Open days",
  field: "school",
  need: text,
  steps: [{ text }],
  resources: { time: "Two days", people: "", money: "", rooms: "", other: "" },
  evidence: [{ kind: "figure", text, source: "A register" }],
});
const whole = { ...described, files: [] };

const outcome = (status: (typeof practiceStatuses)[number], move: PracticeMove) => {
  try {
    return decidePractice({ status, content: whole }, move);
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
    published: "- - -",
  });
});

const emptied: [string, Partial<PracticeContent>][] = [
  ["need", { need: "  short  " }],
  ["steps", { steps: [{ text: "", time: "An hour", material: "Paper" }] }],
  ["resources", { resources: { time: " ", people: "", money: "", rooms: "", other: "" } }],
  ["evidence", { evidence: [] }],
];

it.each(emptied)("an empty part is named before submitting and publishing: %s", (part, parts) => {
  const content = { ...whole, ...parts };
  expect(emptyParts(content).required).toEqual([part]);
  expect(() => decidePractice({ status: "draft", content }, "submit")).toThrow("practice.incomplete");
  expect(() => decidePractice({ status: "submitted", content }, "publish")).toThrow("practice.incomplete");
  expect(decidePractice({ status: "submitted", content }, "return")).toBe("returned");
});

it("names the parts that would help readers, which may stay empty", () => {
  expect(emptyParts(whole).helpful).toEqual(["targetGroups", "setting", "conditions", "transfer", "topics"]);
  const told = { ...whole, targetGroup: "Pupils", setting: "online" as const, conditions: "a", transfer: "b" };
  expect(emptyParts({ ...told, topics: ["heritage"] }).helpful).toEqual([]);
});

it("a change of a published practice is a draft; other states stay", () => {
  expect(practiceStatuses.map(statusAfterEdit)).toEqual(["draft", "submitted", "returned", "draft"]);
});

it("the text for searching holds every part that was written, without the title", () => {
  const content = { ...whole, need: "Apples", conditions: "Pears", transfer: "Plums", targetGroup: "Grapes" };
  const words = practiceText(content);
  for (const word of ["Apples", "Pears", "Plums", "Grapes", "Two days", "A register"]) expect(words).toContain(word);
  expect(words).not.toContain("Open days");
});

it("rows of a form without any text are left out", () => {
  const rows = { steps: [{ text: " " }, { time: "An hour" }], evidence: [{ kind: "quotation" }] };
  const { steps, evidence } = practiceContent.parse({ title: "Open days", field: "school", ...rows });
  expect([steps, evidence]).toEqual([[{ text: "", time: "An hour", material: "" }], []]);
});
