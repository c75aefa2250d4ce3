import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { editions } from "./actions";
import { bandTables } from "./bands";
import type { EligibilityOrganisation } from "./consortium";
import { countryCodes, countryStatus } from "./countries";
import { distanceBand } from "./distance";
import type { Edition } from "./editions";
import { checkEligibility } from "./eligibility";
import { estimateGrant, type GrantItem } from "./grant";
import { organisationTypes, roles } from "./vocabulary";

const organisation: fc.Arbitrary<EligibilityOrganisation> = fc.record({
  country: fc.constantFrom("ES", "IT", "GR", "DE", "PL", "FR", "TR", "UA", "GE", "AL", "BR", "CH", "GB"),
  type: fc.constantFrom(...organisationTypes),
  role: fc.constantFrom(...roles),
});

const edition = fc.constantFrom(...editions);
const inputOf = (one: Edition, organisations: readonly EligibilityOrganisation[]) => ({
  action: one.action,
  callYear: one.from,
  strand: one.strand,
  organisations,
});

/** Rules that set a maximum, where one more programme-country partner may be too many. */
const maxima = ["max_organisations", "max_programme_organisations", "balance"];

/** The types that an action allows. */
function admittedTypes(one: Edition) {
  const only = one.composition.flatMap((check) => (check.rule === "only_types" ? [check.types] : []));
  return only[0] ?? organisationTypes;
}

/** A consortium with more than enough of everything, so that many cases are eligible at first. */
const plenty = fc
  .tuple(fc.array(organisation, { maxLength: 4 }), fc.boolean())
  .map(([extra, rich]): EligibilityOrganisation[] => {
    const countries = ["ES", "IT", "GR", "DE", "PL", "FR", "AT", "PT"];
    const types = ["vet_provider", "enterprise", "public_authority", "higher_education_institution", "school"] as const;
    const core = rich
      ? countries.flatMap((country) => types.map((type) => ({ country, type, role: "partner" as const })))
      : ["ES", "IT", "GR"].map((country) => ({ country, type: "school" as const, role: "partner" as const }));
    const partners = extra.map((one) => (one.role === "coordinator" ? { ...one, role: "partner" as const } : one));
    return [...core, ...partners].map((one, index) => (index === 0 ? { ...one, role: "coordinator" as const } : one));
  });

describe("eligibility of any consortium", () => {
  it("is not lost by one more partner of a programme country, unless there is a maximum", () => {
    let eligible = 0;
    fc.assert(
      fc.property(
        edition,
        plenty,
        fc.nat(20),
        fc.constantFrom("SE", "ES", "BE"),
        (one, organisations, pick, country) => {
          const before = checkEligibility(inputOf(one, organisations));
          fc.pre(before.verdict === "eligible");
          eligible += 1;
          const types = admittedTypes(one);
          const type = types[pick % types.length] ?? "school";
          const after = checkEligibility(inputOf(one, [...organisations, { country, type, role: "partner" }]));
          if (after.verdict !== "not_eligible") return;
          const rules = after.findings.filter(({ severity }) => severity === "error").map(({ rule }) => rule);
          expect(rules.every((rule) => maxima.includes(rule))).toBe(true);
        },
      ),
      { numRuns: 300 },
    );
    expect(eligible).toBeGreaterThan(50);
  });

  it("always has a result, and never refuses because of recalled facts", () => {
    const anything = fc.record({
      action: fc.oneof(fc.constantFrom(...editions.map((one) => one.action)), fc.string()),
      callYear: fc.oneof(fc.integer({ min: 2010, max: 2030 }), fc.double()),
      durationMonths: fc.option(fc.double(), { nil: undefined }),
      requestedGrantCents: fc.option(fc.double(), { nil: undefined }),
      strand: fc.constantFrom(undefined, "lot1", "strand1", "joint_national"),
      organisations: fc.array(
        fc.record({
          country: fc.oneof(fc.string(), fc.constantFrom(...countryCodes)),
          type: fc.constantFrom(...organisationTypes),
          role: fc.constantFrom(...roles),
          foundedOn: fc.option(fc.string(), { nil: undefined }),
        }),
        { maxLength: 12 },
      ),
    });
    fc.assert(
      fc.property(anything, (input) => {
        const { verdict, findings } = checkEligibility(input);
        expect(findings.length).toBeGreaterThan(0);
        const errors = findings.filter(({ severity }) => severity === "error");
        if (errors.every(({ certainty }) => certainty === "recalled")) expect(verdict).not.toBe("not_eligible");
        if (verdict === "eligible") expect(errors).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it("is computed for ten thousand organisations without delay", () => {
    const many = Array.from({ length: 10_000 }, (_, index): EligibilityOrganisation => ({
      country: countryCodes[index % countryCodes.length] ?? "ES",
      type: "school",
      role: index === 0 ? "coordinator" : "partner",
    }));
    const started = performance.now();
    checkEligibility({ action: "KA201", callYear: 2019, organisations: many });
    expect(performance.now() - started).toBeLessThan(500);
  });
});

describe("countries", () => {
  it("have a status in every year", () => {
    for (const callYear of [2014, 2018, 2019, 2020, 2021, 2025, 2027]) {
      for (const country of countryCodes) expect(countryStatus(country, callYear)).not.toBeNull();
    }
  });

  it("change with the years", () => {
    expect(countryStatus("UK", 2020)?.status).toBe("programme");
    expect(countryStatus("GB", 2021)).toMatchObject({ status: "third", region: "14" });
    expect(countryStatus("RS", 2018)).toMatchObject({ status: "third", region: "1" });
    expect(countryStatus("RS", 2019)?.status).toBe("programme");
    expect(countryStatus("AD", 2019)?.region).toBe("5");
    expect(countryStatus("AD", 2025)?.region).toBe("13");
    expect(countryStatus("EL", 2025)?.country).toBe("GR");
    expect(countryStatus("GL", 2025)).toMatchObject({ countsAs: "DK", status: "programme" });
    expect(countryStatus("ZZ", 2025)).toBeNull();
    expect(countryStatus("Spain", 2025)).toBeNull();
  });

  it("are thirty-three programme countries before 2019, thirty-four after, thirty-three from 2021", () => {
    const programme = (callYear: number) =>
      new Set(
        countryCodes.flatMap((code) => {
          const status = countryStatus(code, callYear);
          return status?.status === "programme" ? [status.countsAs] : [];
        }),
      ).size;
    expect([programme(2018), programme(2019), programme(2025)]).toEqual([33, 34, 33]);
  });
});

describe("money", () => {
  const people = fc.integer({ min: 0, max: 500 });
  const item: fc.Arbitrary<GrantItem> = fc.oneof(
    fc.constant<GrantItem>({ category: "management" }),
    fc.record({
      category: fc.constant("meeting" as const),
      participants: people,
      km: fc.double({ min: 0, max: 20_000, noNaN: true }),
    }),
    fc.record({
      category: fc.constant("output_staff" as const),
      organisation: fc.nat(5),
      staff: fc.constantFrom("manager", "teacher", "technician", "administrative"),
      days: fc.integer({ min: 0, max: 900 }),
    }),
    fc.record({ category: fc.constant("multiplier_event" as const), local: people, foreign: people, virtual: people }),
    fc.record({
      category: fc.constant("travel" as const),
      participants: people,
      km: fc.double({ min: 0, max: 20_000, noNaN: true }),
      green: fc.boolean(),
    }),
    fc.record({
      category: fc.constant("exceptional" as const),
      costCents: fc.nat(20_000_000),
      guarantee: fc.boolean(),
    }),
    fc.record({ category: fc.constant("special_needs" as const), costCents: fc.nat(20_000_000) }),
    fc.record({ category: fc.constant("lump_sum" as const), amountCents: fc.nat(50_000_000) }),
  );

  it("never loses a cent: awarded is between nothing and calculated, and totals are sums of whole cents", () => {
    fc.assert(
      fc.property(
        edition,
        plenty,
        fc.integer({ min: 1, max: 48 }),
        fc.array(item, { maxLength: 12 }),
        (one, organisations, durationMonths, items) => {
          const estimate = estimateGrant({ ...inputOf(one, organisations), durationMonths, items });
          expect(estimate.lines).toHaveLength(items.length);
          let awarded = 0;
          for (const line of estimate.lines) {
            if (line.awardedCents === null) continue;
            expect(Number.isSafeInteger(line.awardedCents)).toBe(true);
            expect(line.awardedCents).toBeGreaterThanOrEqual(0);
            expect(line.awardedCents).toBeLessThanOrEqual(line.calculatedCents ?? Infinity);
            awarded += line.awardedCents;
          }
          expect(estimate.totals.awardedCents).toBeLessThanOrEqual(awarded);
          const overCeiling = estimate.findings.find(({ rule }) => rule === "grant_ceiling")?.params["overCents"] ?? 0;
          if (estimate.lines.length > 0 && estimate.ceiling) {
            expect(estimate.totals.awardedCents + Number(overCeiling)).toBe(awarded);
          }
        },
      ),
      { numRuns: 200 },
    );
  });

  it("grows with the distance", () => {
    for (const table of bandTables) {
      const amounts = table.bands.map(({ cents }) => cents);
      expect(amounts).toEqual([...amounts].sort((a, b) => a - b));
      table.bands.slice(1).forEach((band, index) => {
        expect(band.fromKm).toBe((table.bands[index]?.toKm ?? NaN) + 1);
      });
    }
    const km = fc.double({ min: 0, max: 20_000, noNaN: true });
    fc.assert(
      fc.property(km, km, fc.integer({ min: 2014, max: 2026 }), (a, b, callYear) => {
        const near = distanceBand({ callYear, category: "travel", km: Math.min(a, b) });
        const far = distanceBand({ callYear, category: "travel", km: Math.max(a, b) });
        expect(near.amountCents ?? 0).toBeLessThanOrEqual(far.amountCents ?? 0);
      }),
    );
  });
});
