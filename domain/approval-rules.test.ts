import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type ApprovalCase, type ApprovalRules, defaultApprovalRules, missingRules } from "./approval-rules";
import { verdicts } from "./reviews";

const review = (organisationId: string, verdict: (typeof verdicts)[number] | null) => ({ organisationId, verdict });
const on = (values: Partial<ApprovalCase> = {}): ApprovalCase => ({
  leadOrganisationId: "lead",
  ledByCoordinator: false,
  reviews: [],
  openMustFindings: 0,
  ...values,
});
const missing = (rules: Partial<ApprovalRules>, values: Partial<ApprovalCase>) =>
  missingRules({ ...defaultApprovalRules, ...rules }, on(values)).map(
    ({ rule, needed, have }) => `${rule} ${String(have)}/${String(needed)}`,
  );

describe("rules of approval", () => {
  it.each([
    ["nobody recommends it", {}, [], ["recommendations 0/1", "organisations 0/1"]],
    ["one recommends it", {}, [review("a", "approve")], []],
    ["one recommends it with remarks", {}, [review("a", "approve_with_remarks")], []],
    ["a person of the lead", {}, [review("lead", "approve")], ["recommendations 0/1", "organisations 0/1"]],
    [
      "only other verdicts",
      {},
      [review("a", "request_changes"), review("b", "reject"), review("c", null)],
      ["recommendations 0/1", "organisations 0/1"],
    ],
    [
      "two of one organisation where two organisations are needed",
      { recommendations: 2, organisations: 2 },
      [review("a", "approve"), review("a", "approve")],
      ["organisations 1/2"],
    ],
    ["nothing is needed", { recommendations: 0, organisations: 0 }, [], []],
  ])("%s", (_name, rules, reviews, expected) => {
    expect(missing(rules, { reviews })).toEqual(expected);
  });

  it("ask for one recommendation from elsewhere when the coordinator leads the output", () => {
    const none = { recommendations: 0, organisations: 0 };
    expect(missing(none, { ledByCoordinator: true })).toEqual(["recommendations 0/1", "organisations 0/1"]);
    expect(missing(none, { ledByCoordinator: true, reviews: [review("a", "approve")] })).toEqual([]);
  });

  it("let must-findings that are not closed prevent an approval, unless the consortium decides otherwise", () => {
    const reviews = [review("a", "approve")];
    expect(missing({}, { reviews, openMustFindings: 2 })).toEqual(["must_findings 2/0"]);
    expect(missing({ mustFindingsBlock: false }, { reviews, openMustFindings: 2 })).toEqual([]);
  });

  it("are met exactly when enough recommendations of enough other organisations are there", () => {
    const anyReview = fc.record({
      organisationId: fc.constantFrom("lead", "a", "b", "c"),
      verdict: fc.constantFrom(...verdicts, null),
    });
    fc.assert(
      fc.property(
        fc.array(anyReview, { maxLength: 8 }),
        fc.record({
          recommendations: fc.nat({ max: 4 }),
          organisations: fc.nat({ max: 4 }),
          mustFindingsBlock: fc.boolean(),
        }),
        fc.boolean(),
        fc.nat({ max: 2 }),
        (reviews, rules, ledByCoordinator, openMustFindings) => {
          const met = missingRules(rules, on({ reviews, ledByCoordinator, openMustFindings })).length === 0;
          const counted = reviews
            .filter(({ organisationId }) => organisationId !== "lead")
            .filter(({ verdict }) => verdict?.startsWith("approve"));
          const least = ledByCoordinator ? 1 : 0;
          const enough = counted.length >= rules.recommendations && counted.length >= least;
          const others = new Set(counted.map(({ organisationId }) => organisationId)).size;
          const spread = others >= rules.organisations && others >= least;
          expect(met).toBe(enough && spread && (openMustFindings === 0 || !rules.mustFindingsBlock));
        },
      ),
    );
  });
});
