import type { Finding } from "./certainty";
import { countriesOf, maybeOfTypes, ofTypes, within, withoutType } from "./consortium";
import { answer, some, typeUnknown, type Case, type CheckOf } from "./rule-answer";

/** Whether third countries may be as many as programme countries. */
export function balance(check: CheckOf<"balance">, input: Case): readonly Finding[] {
  const { members } = input.consortium;
  const counted = check.types ? ofTypes(members, check.types) : members;
  const programme = within(counted, "programme").length;
  const third = within(counted, "third").length;
  const missing = Math.max(0, programme - third);
  if (check.types) {
    const possible = maybeOfTypes(members, check.types);
    const swings =
      missing > 0 ? within(possible, "third").length >= programme : within(possible, "programme").length > third;
    if (swings && withoutType(members).length > 0) return typeUnknown(check, input, members, check.types);
  }
  return [answer(check, input, missing > 0 ? "error" : "ok", { programme, third, missing })];
}

/** Rules about the regions of third countries. */
export function regionRules(
  check: CheckOf<"one_region" | "national_regions" | "min_countries_of_region" | "other_region_beside">,
  input: Case,
): readonly Finding[] {
  const third = within(input.consortium.members, "third");
  const regions = [...new Set(third.map((member) => member.status.region ?? "?"))];
  const countries = countriesOf(third);
  switch (check.rule) {
    case "one_region":
      return regions.length > 1 ? [answer(check, input, "error", { regions, found: regions.length })] : [];
    case "national_regions": {
      const refused = countries.length === 1 && regions.some((region) => !check.regions.includes(region));
      return refused ? [answer(check, input, "error", { regions: check.regions, countries: some(countries) })] : [];
    }
    case "min_countries_of_region": {
      const found = countriesOf(third.filter((member) => member.status.region === check.region)).length;
      return found > 0 && found < check.count
        ? [answer(check, input, "error", { region: check.region, count: check.count, missing: check.count - found })]
        : [];
    }
    case "other_region_beside":
      return countries.includes(check.country) && regions.length < 2
        ? [answer(check, input, "error", { countries: [check.country] })]
        : [];
  }
}
