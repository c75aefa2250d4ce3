import { describe, expect, it } from "vitest";
import { DomainError } from "./errors";
import { outputStatuses } from "./outputs";
import { publishInput } from "./schemas/publications";
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

describe("the form of a public page", () => {
  const id = "01890000-0000-7000-8000-000000000001";
  const valid = {
    id,
    outputId: id,
    title: "A guide",
    abstract: "What teachers need to know about school gardens.",
    language: "en",
    licence: "CC-BY-4.0",
    versionIds: [id],
    organisationIds: [id],
    agreed: true,
  };
  const problemsOf = (changes: object) =>
    Object.fromEntries(
      (publishInput.safeParse({ ...valid, ...changes }).error?.issues ?? []).map((issue) => [
        issue.path.join("."),
        issue.message,
      ]),
    );

  it("leaves out what is optional", () => {
    expect(publishInput.parse({ ...valid, eqfLevel: "", iscedField: "", coverVersionId: "" })).toMatchObject({
      eqfLevel: null,
      iscedField: null,
      coverVersionId: null,
      topics: [],
    });
    expect(publishInput.parse({ ...valid, eqfLevel: "4", iscedField: "071" })).toMatchObject({ eqfLevel: 4 });
  });

  it.each([
    [{ licence: "CC-BY-ND-4.0" }, { licence: "publication.no_derivatives" }],
    [{ licence: "CC-BY-NC-ND-4.0" }, { licence: "publication.no_derivatives" }],
    [{ licence: "all rights reserved" }, { licence: "input.required" }],
    [{ agreed: false }, { agreed: "publication.agreement_missing" }],
    [{ versionIds: [] }, { versionIds: "publication.no_version" }],
    [{ organisationIds: [] }, { organisationIds: "input.required" }],
    [{ abstract: "Too short." }, { abstract: "input.required" }],
    [{ keywords: Array.from({ length: 21 }, String) }, { keywords: "input.too_many" }],
  ])("refuses %o", (changes, problems) => {
    expect(problemsOf(changes)).toEqual(problems);
  });
});
