import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { aConsortium } from "./a-consortium";
import { editions } from "./actions";
import { checkEligibility, type EligibilityInput } from "./eligibility";
import { organisationTypes, type Strand } from "./vocabulary";

const open = (action: string, callYear: number, consortium: string, strand?: Strand) => {
  const answer = checkEligibility({ action, callYear, strand, organisations: aConsortium(consortium) });
  const asked = answer.findings.flatMap(({ rule, params }) => (rule === "type_unknown" ? [params["asked"]] : []));
  return [answer.verdict, ...asked];
};

describe("organisations of unknown type", () => {
  it.each([
    ["School exchange partnerships take schools only", "KA229", 2019, "ES:sch IT:unk", "only_types", undefined],
    [
      "Knowledge Alliances: the second enterprise",
      "KNOWLEDGE_ALLIANCE",
      2018,
      "DE:hei AT:hei PL:ent PL:unk DE:ngo AT:res",
      "min_of_types",
      undefined,
    ],
    [
      "Sector Skills Alliances: the third trio",
      "SECTOR_SKILLS_ALLIANCE",
      2015,
      "DE:vet DE:ent DE:pub AT:vet AT:ent AT:pub PL:vet PL:ent PL:unk",
      "group_per_country",
      undefined,
    ],
    [
      "Capacity building: institutions of the third country",
      "CBHE",
      2025,
      "DE:hei AT:hei UA:hei UA:unk",
      "types_in_each_third_country",
      "strand1",
    ],
    [
      "Capacity building: institutions of two programme countries",
      "CBHE",
      2025,
      "DE:hei AT:unk UA:hei UA:hei",
      "min_countries",
      "strand1",
    ],
    [
      "Capacity building in youth: who coordinates",
      "CB_YOUTH",
      2025,
      "DE:unk AT:ngo AL:ngo BA:ngo",
      "coordinator_type",
      undefined,
    ],
  ] as const)("%s: asks for the type, refuses nothing", (_, action, callYear, consortium, asked, strand) => {
    const [verdict, ...questions] = open(action, callYear, consortium, strand);
    expect(verdict).toBe("check");
    expect(questions).toContain(asked);
  });

  it("are not asked about where no rule needs the type", () => {
    expect(open("KA202", 2019, "ES:unk IT:unk GR:unk")).toEqual(["eligible"]);
    expect(open("KA229", 2019, "ES:sch IT:ngo FR:unk")).toEqual(["not_eligible"]);
    expect(open("KNOWLEDGE_ALLIANCE", 2018, "DE:hei AT:hei PL:ngo PL:unk DE:ngo AT:res")).toEqual(["not_eligible"]);
  });

  it("never decide what their type could still change", () => {
    const known = fc.constantFrom(...organisationTypes);
    const organisation = fc.record({
      country: fc.constantFrom("ES", "IT", "DE", "PL", "UA", "GE", "AL", "BA", "BR"),
      type: fc.oneof(fc.constant(undefined), known),
      later: known,
    });
    const list = fc.array(organisation, { minLength: 2, maxLength: 13 });
    fc.assert(
      fc.property(fc.constantFrom(...editions), list, (edition, organisations) => {
        const judge = (final: boolean) => {
          const input: EligibilityInput = {
            action: edition.action,
            callYear: edition.to,
            strand: edition.strand,
            organisations: organisations.map(({ country, type, later }, index) => ({
              country,
              type: type ?? (final ? later : undefined),
              role: index === 0 ? "coordinator" : "partner",
            })),
          };
          return checkEligibility(input).verdict;
        };
        const [before, after] = [judge(false), judge(true)];
        if (after === "eligible") expect(before).not.toBe("not_eligible");
        if (before === "eligible") expect(after).not.toBe("not_eligible");
      }),
      { numRuns: 800 },
    );
  });
});
