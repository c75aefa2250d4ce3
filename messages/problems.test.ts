import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { errorCodes } from "@/domain/errors";
import problems from "./en/problems.json";

/** The last part of a code such as "organisation.oid_invalid". */
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

describe("messages of errors", () => {
  it.each(Object.keys(errorCodes))("include %s", (code) => {
    expect(sentenceOf(code)).toMatch(/\S/u);
  });

  it.each([...new Set(codesOfSchemas)])("include %s, which a form field can cause", (code) => {
    expect(sentenceOf(code)).toMatch(/\S/u);
  });

  it("do not mention the address where only the password was asked for", () => {
    expect(sentenceOf("person.current_password_wrong")).not.toMatch(/address/iu);
  });

  it("include one for people whose session has ended", () => {
    expect(sentenceOf("person.signed_out")).toMatch(/\S/u);
  });
});
