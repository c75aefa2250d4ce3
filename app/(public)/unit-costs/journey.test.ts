import { describe, expect, it } from "vitest";
import { readJourney, toDistance } from "./journey";

const reading = (params: Record<string, string>) => toDistance(readJourney(params, 2025));

describe("the address of the unit costs", () => {
  it.each([
    ["1.250", 1250],
    ["1,250", 1250],
    ["1 250", 1250],
    ["12 km", 12],
  ])("reads a distance of %s", (text, km) => {
    expect(reading({ km: text })).toMatchObject({ query: { km }, problem: null });
  });

  it("reads places with countries by name", () => {
    const places = { from: "Praha", fromCountry: "Czech Republic", to: "İzmir", toCountry: "Turkey" };
    expect(reading(places).query).toMatchObject({ from: { country: "CZ" }, to: { country: "TR" } });
  });

  it.each([
    [{ km: "a long way" }, "kmUnreadable"],
    [{ km: "30 000" }, "kmOutOfRange"],
    [{ km: "-5" }, "kmOutOfRange"],
    [{ from: "Praha", fromCountry: "CZ" }, "incomplete"],
    [{ km: "12", callYear: "soon" }, "callYearInvalid"],
  ])("says what is wrong with %j", (params, problem) => {
    expect(reading(params as Record<string, string>)).toEqual({ query: null, problem });
  });

  it("asks for nothing while nothing is filled in", () => {
    expect(reading({ callYear: "2025" })).toEqual({ query: null, problem: null });
  });
});
