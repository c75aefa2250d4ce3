import { expect, it } from "vitest";
import { getEligibility } from "@/server/programme/queries";
import { getUnitCosts } from "@/server/programme/unit-costs";
import { badValues } from "@/server/testing/bad-input";
import { readQuestion, toInput } from "./can-we-apply/question";
import { readJourney, toDistance } from "./unit-costs/journey";

/** Possible values of parameters: text, and the same name several times. */
const values = badValues.flatMap((value) =>
  typeof value === "string" || typeof value === "number" ? [String(value), [String(value), String(value)]] : [],
);
const reader = { locale: "en-GB", now: new Date("2026-03-16T12:00:00Z") };

it.each(["action", "callYear", "kind", "strand", "months", "grant", "founded", "longTerm", "country", "type", "role"])(
  "the page “Can we apply?” renders with the parameter %s",
  async (name) => {
    const usual = {
      action: "KA220-SCH",
      callYear: "2025",
      country: ["ES", "GR", "PL"],
      type: ["school"],
      role: ["coordinator"],
    };
    for (const value of values) {
      const input = toInput(readQuestion({ ...usual, [name]: value }, 2026));
      if (input) expect((await getEligibility(reader, input)).verdict, String(value).slice(0, 40)).toMatch(/./);
    }
  },
);

it.each(["callYear", "category", "from", "fromCountry", "to", "toCountry", "km", "country"])(
  "the page of unit costs renders with the parameter %s",
  (name) => {
    for (const value of values) {
      const journey = readJourney({ callYear: "2025", km: "600", [name]: value }, 2026);
      expect(() => toDistance(journey)).not.toThrow();
      expect(getUnitCosts({ callYear: Number(journey.callYear), country: journey.country })).toBeDefined();
    }
  },
);
