import { describe, expect, it } from "vitest";
import { DomainError } from "./errors";
import { outputStatuses } from "./outputs";
import { hasPublicPage, requireApprovedVersions, requirePublic, requirePublishable } from "./publications";

const problem = (act: () => unknown) => {
  try {
    act();
    return null;
  } catch (error) {
    return error instanceof DomainError ? error.code : error;
  }
};

describe("what may be published", () => {
  it("only an output whose files are approved, also when it is public already", () => {
    const publishable = outputStatuses.filter(
      (status) => problem(() => requirePublishable({ status, approvedSubmissionId: "s" })) === null,
    );
    expect(publishable).toEqual(["approved", "published"]);
    expect(problem(() => requirePublishable({ status: "approved", approvedSubmissionId: null }))).toBe(
      "publication.not_approved",
    );
    expect(requirePublishable({ status: "approved", approvedSubmissionId: "s" })).toBe("s");
  });

  it("at least one version, and only approved ones", () => {
    expect(problem(() => requireApprovedVersions(["a", "b"], ["a", "b", "c"]))).toBeNull();
    expect(problem(() => requireApprovedVersions([], ["a"]))).toBe("publication.no_version");
    expect(problem(() => requireApprovedVersions(["a", "x"], ["a"]))).toBe("publication.version_not_approved");
  });

  it("only what is public can be withdrawn", () => {
    expect(problem(() => requirePublic({ status: "published" }))).toBeNull();
    expect(problem(() => requirePublic({ status: "withdrawn" }))).toBe("publication.not_public");
    expect(problem(() => requirePublic(null))).toBe("publication.not_public");
  });
});

it.each([
  [null, true, true],
  [true, true, true],
  [false, true, false],
  [null, false, false],
  [true, false, false],
])("a project with the choice %s and something published: %s has a public page: %s", (choice, published, shown) => {
  expect(hasPublicPage(choice, published)).toBe(shown);
});
