import { expect, it } from "vitest";
import { verdicts } from "@/domain/reviews";
import messages from "@/messages/en/activity.json";

it("the work of a partner has words for every verdict, and for reviews without one", () => {
  expect(Object.keys(messages.partner)).toEqual(expect.arrayContaining([...verdicts, "waiting", "not_given"]));
});
