import { expect, it } from "vitest";
import { isolated } from "./isolate";
import { defaultReader, eventTranslatorFor } from "./translators";

it.each([
  ["נועה לוי", "\u2068נועה לוי\u2069"],
  ["دليل.pdf", "\u2068دليل.pdf\u2069"],
  ["Ana Ruiz", "Ana Ruiz"],
  ["Ελένη", "Ελένη"],
  [7, 7],
])("isolates text with right-to-left letters: %j", (value, expected) => {
  expect(isolated(value)).toBe(expected);
});

it("sentences isolate names and titles, so that numbers beside them keep their place", async () => {
  const t = await eventTranslatorFor(defaultReader);
  const values = { number: 4, title: "מדריך", submission: 2, verdict: "approve", o: (chunks: string) => chunks };
  expect(t.markup("sentences.review_given", values)).toBe(
    "recommended approval of O4 \u2068מדריך\u2069 (submission 2)",
  );
});
