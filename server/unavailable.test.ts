import { describe, expect, it } from "vitest";
import { DomainError } from "@/domain/errors";
import { asUnavailable } from "./unavailable";

const coded = (code: string) => Object.assign(new Error("failed"), { code });

describe("asUnavailable", () => {
  it.each([
    ["a statement that ran out of time", coded("57014"), "server.busy"],
    [
      "a lost connection behind a query's error",
      new Error("query failed", { cause: coded("ECONNRESET") }),
      "server.busy",
    ],
    ["a full disk of PostgreSQL", coded("53100"), "server.disk_full"],
    ["a full disk of the files", coded("ENOSPC"), "server.disk_full"],
    ["a refusal that says so already", new Error("x", { cause: new DomainError("server.busy") }), "server.busy"],
    ["a violated constraint", coded("23505"), undefined],
    ["another refusal", new DomainError("project.not_found"), undefined],
    ["no error at all", "57014", undefined],
  ])("%s", (_title, problem, code) => {
    expect(asUnavailable(problem)?.code).toBe(code);
  });
});
