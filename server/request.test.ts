import { expect, it } from "vitest";
import { DomainError } from "@/domain/errors";
import { requireSameOrigin } from "./request";

const outcome = (method: string, headers: Record<string, string>) => {
  const all: Record<string, string> = { host: "localhost:3000", ...headers };
  try {
    requireSameOrigin(method, (name) => all[name]);
    return "let through";
  } catch (refused) {
    return refused instanceof DomainError ? refused.code : "failed";
  }
};

it.each([
  ["GET", { origin: "https://evil.example" }, "let through"],
  ["POST", {}, "let through"],
  ["POST", { origin: "http://localhost:3000", "sec-fetch-site": "same-origin" }, "let through"],
  ["POST", { origin: "https://evil.example" }, "origin.foreign"],
  ["POST", { "sec-fetch-site": "cross-site" }, "origin.foreign"],
  ["POST", { "sec-fetch-site": "same-site" }, "origin.foreign"],
  ["POST", { origin: "null" }, "origin.foreign"],
  ["PATCH", { origin: "null" }, "origin.foreign"],
  ["DELETE", { origin: "http://[" }, "origin.foreign"],
] as const)("%s with %j is %s", (method, headers, expected) => {
  expect(outcome(method, headers)).toBe(expected);
});
