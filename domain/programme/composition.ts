import type { Finding, FindingParams } from "./certainty";
import { balance, regionRules } from "./balance-rules";
import {
  byCountry,
  countriesOf,
  independentCount,
  maybeOfTypes,
  ofTypes,
  within,
  withoutType,
  type Member,
} from "./consortium";
import { checkCoordinatorAge } from "./coordinator-age";
import type { Check } from "./editions";
import { answer, some, typeUnknown, type Case, type CheckOf, type Plain } from "./rule-answer";

function atLeast(check: Plain, input: Case, found: number, count: number, params: FindingParams): readonly Finding[] {
  const missing = Math.max(0, count - found);
  return [answer(check, input, missing > 0 ? "error" : "ok", { ...params, count, found, missing })];
}

function groupPerCountry(check: CheckOf<"group_per_country">, input: Case): readonly Finding[] {
  const countries = byCountry(within(input.consortium.members, check.where));
  const incomplete: string[] = [];
  const missingGroups = new Set<string>();
  let complete = 0;
  let open = 0;
  for (const [country, members] of countries) {
    const missing = check.groups.filter(({ types }) => ofTypes(members, types).length === 0);
    if (missing.length === 0) complete += 1;
    else {
      if (missing.length <= withoutType(members).length) open += 1;
      incomplete.push(country);
      missing.forEach(({ group }) => missingGroups.add(group));
    }
  }
  const params = {
    count: check.countries,
    found: complete,
    missing: Math.max(0, check.countries - complete),
    countries: some(incomplete),
    groups: [...missingGroups],
  };
  if (complete < check.countries && complete + open >= check.countries) {
    const types = check.groups.flatMap((group) => group.types);
    return typeUnknown(check, input, within(input.consortium.members, check.where), types);
  }
  if (complete < check.countries) return [answer(check, input, "error", params)];
  if (incomplete.length > 0) return [answer(check, input, "warning", params, "group_incomplete")];
  return [answer(check, input, "ok", params)];
}

function thirdCountries(check: CheckOf<"third_countries">, input: Case): readonly Finding[] {
  const third = within(input.consortium.members, "third");
  const open = check.regions;
  if (open === "unknown") {
    return third.length > 0 ? [answer(check, input, "warning", { about: "third_countries" }, "check_guide")] : [];
  }
  const admitted = (member: Member): boolean => {
    if (open === "none" || check.not?.includes(member.status.countsAs)) return false;
    return open === "all" || (member.status.region !== null && open.includes(member.status.region));
  };
  const refused = third.filter((member) => !admitted(member));
  if (refused.length === 0) return [];
  const countries = some(countriesOf(refused));
  const uncertain = refused.every((member) => member.status.regionCertainty === "recalled") && open !== "none";
  const regions = typeof open === "string" ? [] : open;
  const made = answer(
    check,
    input,
    "error",
    { countries, regions, open: open === "all" ? "all" : "some", count: refused.length },
    open === "none" ? "third_countries_none" : "third_countries",
  );
  return [uncertain ? { ...made, certainty: "recalled" } : made];
}

/** A small higher education system may be excused when it has only one institution. */
function typesInEach(check: CheckOf<"types_in_each_third_country">, input: Case): readonly Finding[] {
  const short: string[] = [];
  const excusable: string[] = [];
  const third = within(input.consortium.members, "third");
  const countries = byCountry(third);
  let missing = 0;
  let open = false;
  for (const [country, members] of countries) {
    const found = ofTypes(members, check.types).length;
    if (found >= check.count) continue;
    if (maybeOfTypes(members, check.types).length >= check.count) {
      open = true;
      continue;
    }
    if (check.group === "higher_education_institution" && found === 1) excusable.push(country);
    else short.push(country);
    missing += check.count - found;
  }
  const params = { group: check.group, count: check.count, missing };
  if (short.length > 0)
    return [answer(check, input, "error", { ...params, countries: some([...short, ...excusable]) })];
  if (open) return typeUnknown(check, input, third, check.types);
  if (excusable.length > 0)
    return [answer(check, input, "warning", { ...params, countries: some(excusable) }, "small_system")];
  return countries.size > 0 ? [answer(check, input, "ok", { ...params, countries: some([...countries.keys()]) })] : [];
}

function coordinatorFrom(check: CheckOf<"coordinator_from">, input: Case): readonly Finding[] {
  const refused = input.consortium.coordinators.filter((member) => {
    if (check.not?.includes(member.status.countsAs)) return true;
    if (member.status.status === "programme") return false;
    if (check.where === "programme") return true;
    return check.regions !== undefined && !check.regions.includes(member.status.region ?? "");
  });
  if (input.consortium.coordinators.length === 0) return [];
  const countries = some(countriesOf(refused.length > 0 ? refused : input.consortium.coordinators));
  return [answer(check, input, refused.length > 0 ? "error" : "ok", { countries, where: check.where })];
}

function coordinatorType(check: CheckOf<"coordinator_type">, input: Case): readonly Finding[] {
  const { coordinators } = input.consortium;
  const types = coordinators.flatMap(({ type }) => type ?? []);
  const wrong = types.filter((type) => !check.types.includes(type));
  if (wrong.length === 0) {
    return withoutType(coordinators).length > 0 ? typeUnknown(check, input, coordinators, check.types) : [];
  }
  const unclear = wrong.every((type) => check.doubtful?.includes(type));
  const params = { types: check.types, given: [...new Set(wrong)] };
  return [
    answer(check, input, unclear ? "warning" : "error", params, unclear ? "coordinator_type_unclear" : check.rule),
  ];
}

function minOfTypes(check: CheckOf<"min_of_types">, input: Case): readonly Finding[] {
  const among = within(input.consortium.members, check.where);
  const number = (members: readonly Member[]) => (check.independent ? independentCount(members) : members.length);
  const found = number(ofTypes(among, check.types));
  const missing = Math.max(0, check.count - found);
  const params = { group: check.group, where: check.where, count: check.count, found, missing };
  if (missing > 0 && number(maybeOfTypes(among, check.types)) >= check.count) {
    return typeUnknown(check, input, among, check.types);
  }
  if (missing > 0 && check.doubtful) return [answer(check, input, "warning", params, "types_unclear")];
  return [answer(check, input, missing > 0 ? "error" : "ok", params)];
}

/** The findings of one rule of a guide about a consortium. */
export function evaluate(check: Check, input: Case): readonly Finding[] {
  const { members, coordinators } = input.consortium;
  switch (check.rule) {
    case "min_organisations": {
      const counted = within(members, check.where);
      const found = check.independent ? independentCount(counted) : counted.length;
      return atLeast(check, input, found, check.count, { where: check.where, independent: check.independent ?? false });
    }
    case "min_countries": {
      const counted = within(members, check.where);
      const found = countriesOf(check.types ? ofTypes(counted, check.types) : counted).length;
      if (check.types && found < check.count && countriesOf(maybeOfTypes(counted, check.types)).length >= check.count) {
        return typeUnknown(check, input, counted, check.types);
      }
      return atLeast(check, input, found, check.count, { where: check.where, withTypes: check.types?.[0] ?? "any" });
    }
    case "max_organisations": {
      const over = Math.max(0, members.length - check.count);
      return over > 0 ? [answer(check, input, "error", { count: check.count, found: members.length, over })] : [];
    }
    case "max_programme_organisations": {
      const programme = within(members, "programme");
      const sameCountry = programme.length === check.count && countriesOf(programme).length < check.count;
      const over = Math.max(0, programme.length - check.count);
      return over > 0 || sameCountry
        ? [answer(check, input, "error", { count: check.count, found: programme.length, over, sameCountry })]
        : [];
    }
    case "min_of_types":
      return minOfTypes(check, input);
    case "only_types": {
      const wrong = members.filter(({ type }) => type !== undefined && !check.types.includes(type));
      const types = wrong.flatMap(({ type }) => type ?? []);
      const params = { types: check.types, found: wrong.length, given: [...new Set(types)] };
      if (wrong.length === 0 && withoutType(members).length > 0) return typeUnknown(check, input, members, check.types);
      return [answer(check, input, wrong.length > 0 ? "error" : "ok", params)];
    }
    case "group_per_country":
      return groupPerCountry(check, input);
    case "coordinator_from":
      return coordinatorFrom(check, input);
    case "coordinator_type":
      return coordinatorType(check, input);
    case "coordinator_age":
      return checkCoordinatorAge(check, coordinators, input.callYear);
    case "third_countries":
      return thirdCountries(check, input);
    case "added_value": {
      const countries = some(countriesOf(within(members, "third")));
      return countries.length > 0 ? [answer(check, input, "quality", { countries, sinks: check.sinks })] : [];
    }
    case "third_country_count": {
      const found = countriesOf(within(members, "third")).length;
      if (check.exactly && found > check.count) {
        return [answer(check, input, "error", { count: check.count, found }, "third_country_one")];
      }
      return atLeast(check, input, found, check.count, {});
    }
    case "types_in_each_third_country":
      return typesInEach(check, input);
    case "balance":
      return balance(check, input);
    case "one_region":
    case "national_regions":
    case "min_countries_of_region":
    case "other_region_beside":
      return regionRules(check, input);
    case "charter": {
      const found = ofTypes(within(members, "programme"), ["higher_education_institution"]).length;
      return found > 0 ? [answer(check, input, "warning", { found })] : [];
    }
    case "pact_for_skills":
      return [answer(check, input, "warning", {})];
    case "check_guide":
      return [answer(check, input, "warning", { about: check.about })];
    case "either": {
      const tried = check.of.map((checks) => checks.flatMap((one) => evaluate(one, input)));
      return tried.find((findings) => findings.every(({ severity }) => severity !== "error")) ?? tried[0] ?? [];
    }
  }
}
