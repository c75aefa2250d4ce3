import fc from "fast-check";
import { TRPCError } from "@trpc/server";
import { drizzle } from "drizzle-orm/postgres-js";
import { describe, expect, it } from "vitest";
import * as schema from "@/db/schema";
import { actionIds, editions } from "@/domain/programme/actions";
import { aConsortium } from "@/domain/programme/a-consortium";
import { costHeadings } from "@/domain/programme/editions";
import { priorities } from "@/domain/programme/priorities";
import {
  fields,
  impacts,
  kinds,
  objectives,
  organisationTypes,
  outputTypes,
  resultCategories,
  roles,
  strands,
} from "@/domain/programme/vocabulary";
import messages from "@/messages/en/programme.json";
import { createCallerFactory } from "@/server/procedures";
import { programmeRouter } from "./router";

// The programme's procedures do not use the database.
const noDatabase = drizzle.mock({ schema });

const api = createCallerFactory(programmeRouter)({
  db: noDatabase,
  actor: null,
  now: new Date("2025-06-01T00:00:00Z"),
  ip: "127.0.0.1",
  locale: "en",
});

const three = aConsortium("ES:sch IT:sch GR:ngo");

describe("programme.checkEligibility", () => {
  it("returns findings in the reader's language, with source and correction", async () => {
    const organisations = aConsortium("ES:sch IT:sch UA:ngo");
    const answer = await api.checkEligibility({ action: "KA201", callYear: 2019, organisations });
    expect(answer.verdict).toBe("not_eligible");
    expect(answer.findings[0]).toMatchObject({
      rule: "min_organisations",
      severity: "error",
      params: { missing: 1 },
      source: { title: "National Agency guidance" },
      certainty: "verified",
      message:
        "At least 3 organisations from programme countries are needed; you have 2. Add one more organisation from programme countries.",
    });
  });

  it("has a sentence for every finding of every action", async () => {
    const organisation = fc.record({
      country: fc.constantFrom("ES", "IT", "UA", "GE", "BR", "RU", "CH", "QA", "EL", "??", "KE", "AM"),
      type: fc.constantFrom(undefined, ...organisationTypes),
      role: fc.constantFrom(...roles),
      foundedOn: fc.constantFrom(undefined, "2000-01-01", "2023-06-01", "2025-01-01"),
    });
    const input = fc.record({
      action: fc.constantFrom(...actionIds, "KA999"),
      callYear: fc.integer({ min: 2013, max: 2028 }),
      kind: fc.constantFrom(undefined, ...kinds),
      strand: fc.constantFrom(undefined, ...strands),
      durationMonths: fc.constantFrom(undefined, 12, 24, 30, 48, -1),
      requestedGrantCents: fc.constantFrom(undefined, 10_000_00, 250_000_00, 900_000_000_00, -1),
      organisations: fc.array(organisation, { maxLength: 14 }),
    });
    const seen = new Set<string>();
    await fc.assert(
      fc.asyncProperty(input, async (values) => {
        const { findings } = await api.checkEligibility(values);
        for (const { rule, severity, message } of findings) {
          seen.add(`${rule}.${severity}`);
          expect(message).not.toMatch(/findings\.|programme\.|[{}]|undefined|NaN| {2}| \.|\.\./);
          expect(message).toMatch(/^[\p{Lu}\p{N}€].*\.$/u);
        }
      }),
      { numRuns: 1_500 },
    );
    expect(seen.size).toBeGreaterThan(40);
  });

  it.each([
    ["KA203", 2015, "ES:hei FR:hei IT:hei", { durationMonths: 20 }, "the project may last 24 to 36 months."],
    ["KA202", 2015, "ES:vet FR:vet IT:vet", { durationMonths: 20 }, "the project may last 24 or 36 months."],
    [
      "KA220-SCH",
      2025,
      "ES:sch FR:sch IT:sch",
      { requestedGrantCents: 1 },
      "Choose one of: €120,000, €250,000 or €400,000.",
    ],
    ["KA226", 2019, "ES:sch FR:sch IT:sch", {}, "did not exist in this call year, only in call 2020."],
    [
      "CB_YOUTH",
      2018,
      "ES:ngo MA:ngo",
      {},
      "At least 3 organisations are needed; you have 2. Add one more organisation.",
    ],
    ["CB_YOUTH", 2018, "ES:ngo FR:ngo IT:ngo", {}, "Add an organisation from one more third country not associated."],
    ["KNOWLEDGE_ALLIANCE", 2018, "ES:hei FR:hei IT:ent", {}, "Organisations of one group count once."],
    ["SECTOR_SKILLS_ALLIANCE", 2015, "ES:vet", {}, "complete. Complete 3 more countries, for example: Spain."],
    ["KA220-SCH", 2025, "ES:sch FR:sch IT:sch BR:ngo", {}, "Open are the regions 1, 2 and 3. Remove the organisations"],
  ] as const)("explains in %s how to correct %s", async (action, callYear, consortium, more, text) => {
    const organisations = aConsortium(consortium);
    const { findings } = await api.checkEligibility({ action, callYear, organisations, ...more });
    expect(findings.map(({ message }) => message).join(" ")).toContain(text);
  });

  it("says by which date a coordinator should have been founded", async () => {
    const organisations = three.map((one, index) => (index === 0 ? { ...one, foundedOn: "2024-05-01" } : one));
    const { findings } = await api.checkEligibility({ action: "KA220-SCH", callYear: 2025, organisations });
    expect(findings[0]?.message).toContain(
      "founded on 1 May 2024, it is too new. Choose an organisation founded by 5 March 2023",
    );
  });

  it("refuses bad input with a typed error", async () => {
    const many = Array.from({ length: 10_000 }, () => ({ country: "ES", type: "school", role: "partner" }) as const);
    const refused = api.checkEligibility({ action: "KA201", callYear: 2019, organisations: many });
    await expect(refused).rejects.toBeInstanceOf(TRPCError);
    await expect(refused).rejects.toMatchObject({ code: "BAD_REQUEST" });
    const unknown = await api.checkEligibility({
      action: "KA201",
      callYear: 2019,
      durationMonths: -3,
      organisations: [...three, { country: "ZZ", type: "school", role: "partner" }],
    });
    expect(unknown.verdict).toBe("not_eligible");
    expect(unknown.findings.map(({ rule }) => rule)).toEqual(
      expect.arrayContaining(["country_unknown", "duration_invalid"]),
    );
    const early = await api.checkEligibility({ action: "KA201", callYear: 1999, organisations: three });
    expect(early.findings).toMatchObject([{ rule: "call_year_outside" }]);
  });

  it("responds in less than 50 ms", async () => {
    const started = performance.now();
    for (let turn = 0; turn < 20; turn += 1) {
      await api.checkEligibility({ action: "KA201", callYear: 2019, organisations: three });
    }
    expect((performance.now() - started) / 20).toBeLessThan(50);
  });
});

describe("other programme procedures", () => {
  it("list the actions of a year with names and sources", async () => {
    const actions = await api.actions({ callYear: 2025 });
    const cooperation = actions.find(({ action }) => action === "KA220-SCH");
    expect(cooperation).toMatchObject({
      label: "Cooperation Partnerships in school education",
      duration: { min: 12, max: 36, certainty: "verified" },
      ceiling: { form: "lump_sums", cents: [120_000_00, 250_000_00, 400_000_00] },
      award: { pass: 70, certainty: "verified" },
    });
    const capacity = (callYear: number) =>
      api.actions({ callYear }).then((all) => all.find(({ action }) => action === "CBHE")?.shares);
    expect(await capacity(2019)).toMatchObject([
      { label: "Staff", percent: 40, certainty: "verified" },
      { label: "Equipment, for institutions in partner countries only", percent: 30 },
      { label: "Subcontracting", percent: 10 },
    ]);
    expect(await capacity(2025)).toMatchObject([{ percent: 35, certainty: "verified" }, { percent: 10 }]);
    const uncertain = (await api.actions({ callYear: 2026 })).find(({ action }) => action === "KA220-SCH");
    expect(uncertain?.award).toMatchObject({ pass: null, certainty: "recalled" });
    expect((await api.actions()).length).toBe(editions.length);
    expect((await api.actions(null)).length).toBe(editions.length);
    expect(await api.actions({ callYear: 1999 })).toEqual([]);
  });

  it("estimate a grant with the reasons of each line", async () => {
    const answer = await api.estimateGrant({
      action: "KA201",
      callYear: 2019,
      durationMonths: 24,
      organisations: three,
      items: [
        { category: "management" },
        { category: "meeting", participants: 100, km: 900 },
        { category: "output_staff", organisation: 0, staff: "manager", days: 10 },
        { category: "multiplier_event", local: 400, foreign: 0, virtual: 3 },
        { category: "individual_support", activity: "skiing", participants: 1, days: 3 },
        { category: "exceptional", costCents: 90_000_00 },
        { category: "lump_sum", amountCents: 1 },
      ],
    });
    expect(answer.lines.map(({ awardedCents }) => awardedCents)).toEqual([
      24_000_00,
      46_000_00,
      1_640_00,
      30_000_00,
      null,
      50_000_00,
      0,
    ]);
    for (const line of answer.lines) {
      for (const { message } of line.findings) expect(message).not.toMatch(/findings\.|[{}]|undefined/);
    }
  });

  it("measure the distance between two places, or report unknown ones", async () => {
    const from = { city: "Madrid", country: "ES" };
    const near = await api.distanceBand({
      callYear: 2019,
      category: "travel",
      from,
      to: { city: "athina", country: "EL" },
    });
    expect(near).toMatchObject({ band: { fromKm: 2000, toKm: 2999 }, amountCents: 360_00, greenAmountCents: null });
    const exact = await api.distanceBand({
      callYear: 2025,
      category: "travel",
      from: { lat: 40.4168, lon: -3.7038 },
      to: { lat: 41.9028, lon: 12.4964 },
    });
    expect(exact).toMatchObject({ band: { fromKm: 500, toKm: 1999 }, amountCents: 309_00, greenAmountCents: 417_00 });
    const lost = await api.distanceBand({
      callYear: 2019,
      category: "travel",
      from,
      to: { city: "Atlantis", country: "GR" },
    });
    expect(lost.amountCents).toBeNull();
    expect(lost.findings[0]?.message).toBe("Atlantis was not found in Greece. Did you mean Atalánti?");
    const nowhere = await api.distanceBand({ from, to: { city: "Madrid", country: "Narnia" } });
    expect(nowhere).toMatchObject({ km: null, findings: [{ rule: "country_unknown" }] });
    const several = await api.distanceBand({ callYear: 2019, from, to: { city: "Frankfurt", country: "DE" } });
    expect(several).toMatchObject({ band: { fromKm: 500 }, findings: [{ rule: "city_ambiguous" }, { rule: "rate" }] });
    expect(await api.distanceBand({ km: 300 })).toMatchObject({ amountCents: 211_00 });
  });

  it("parse project references and explain what is wrong", async () => {
    expect(await api.parseReference({ text: "2019-1-ES01-KA201-065417" })).toMatchObject({
      valid: true,
      message: null,
    });
    const wrong = await api.parseReference({ text: "2019-ES01-KA201-065417" });
    expect(wrong).toMatchObject({ valid: false, suggestion: "2019-1-ES01-KA201-065417" });
    expect(wrong.message).toBe(messages.referenceProblems.missing_round);
    expect(await api.parseReference({ text: "x".repeat(1_000_000) })).toMatchObject({ problem: "too_long" });
  });

  it("return the reduction for a score, and the budget transfers that need no amendment", async () => {
    const cost = await api.reduction({ action: "KA201", callYear: 2019, score: 45 });
    expect(cost).toMatchObject({ percent: 25, findings: [{ message: "A score of 45 reduces the grant by 25%." }] });
    const moved = await api.transfer({
      action: "KA201",
      callYear: 2019,
      budget: { management: 1_000_00, meeting: 1_000_00 },
      actual: { management: 700_00, meeting: 1_300_00 },
    });
    expect(moved.verdict).toBe("amendment");
    expect(moved.findings.map(({ message }) => message)).toContain(
      "Transnational project meetings: at most €200 (20%) more are possible. €100 over the limit.",
    );
  });
});

describe("messages of the programme", () => {
  it.each([
    ["actions", actionIds, messages.actions],
    ["fields", fields, messages.fields],
    ["kinds", kinds, messages.kinds],
    ["organisation types", organisationTypes, messages.organisationTypes],
    ["strands", strands, messages.strands],
    ["cost headings", costHeadings, messages.costHeadings],
    ["roles", roles, messages.roles],
    ["objectives", objectives, messages.objectives],
    ["impacts", impacts, messages.impacts],
    ["output types", outputTypes, messages.outputTypes],
    ["result categories", resultCategories, messages.resultCategories],
    ["priorities", priorities, messages.priorities],
  ])("exist for all %s", (_, ids, labels) => {
    expect(Object.keys(labels).sort()).toEqual([...ids].sort());
  });
});
