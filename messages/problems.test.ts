import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { errorCodes } from "@/domain/errors";
import problems from "./en/problems.json";

/** The sentence at the end of a code such as "organisation.oid_invalid". */
function sentenceOf(code: string): unknown {
  return code
    .split(".")
    .reduce<unknown>(
      (branch, key) =>
        typeof branch === "object" && branch !== null ? (branch as Record<string, unknown>)[key] : undefined,
      problems,
    );
}

const schemas = new URL("../domain/schemas/", import.meta.url);
const codesOfSchemas = readdirSync(schemas)
  .filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts"))
  .flatMap((name) => [...readFileSync(new URL(name, schemas), "utf8").matchAll(/"([a-z_]+\.[a-z_]+)"/g)])
  .flatMap(([, code]) => (code ? [code] : []));

describe("what a person reads when something is refused", () => {
  it.each(Object.keys(errorCodes))("%s has a sentence", (code) => {
    expect(sentenceOf(code)).toMatch(/\S/u);
  });

  it.each([...new Set(codesOfSchemas)])("%s, which a form can answer, has a sentence", (code) => {
    expect(sentenceOf(code)).toMatch(/\S/u);
  });

  it("does not speak of an address where the password alone was asked for", () => {
    expect(sentenceOf("person.current_password_wrong")).not.toMatch(/address/iu);
  });

  it("has one for those who were signed out meanwhile", () => {
    expect(sentenceOf("person.signed_out")).toMatch(/\S/u);
  });
});
