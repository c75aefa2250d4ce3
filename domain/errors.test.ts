import { expect, it } from "vitest";
import problems from "@/messages/en/problems.json";
import { errorCodes } from "./errors";

it("every error code has a message", () => {
  const messages: Record<string, unknown> = problems;
  const hasMessage = (code: string) => {
    const [noun = "", problem = ""] = code.split(".");
    const ofNoun = messages[noun];
    return problem === "" ? typeof ofNoun === "string" : typeof ofNoun === "object" && problem in (ofNoun ?? {});
  };
  expect(Object.keys(errorCodes).filter((code) => !hasMessage(code))).toEqual([]);
});
