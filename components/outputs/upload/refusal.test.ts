import { expect, it } from "vitest";
import { endsUpload, refusedInFront } from "./refusal";

it.each([
  ["project.closed", true],
  ["file.storage_full", true],
  ["file.same_content", true],
  ["file.not_found", true],
  ["person.other", false],
  ["forbidden", false],
  [refusedInFront, false],
])("an upload that is refused with %s has ended on the server: %s", (code, ended) => {
  expect(endsUpload({ code, params: {} })).toBe(ended);
});
