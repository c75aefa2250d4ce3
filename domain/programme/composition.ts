import { finding, type Finding, type FindingParams, type Severity } from "./certainty";
import { byCountry, countriesOf, independentCount, ofTypes, within, type Consortium, type Member } from "./consortium";
import { checkCoordinatorAge } from "./coordinator-age";
import type { Check } from "./editions";

type CheckOf<R extends Check["rule"]> = Extract<Check, { rule: R }>;
type Plain = Exclude<Check, { rule: "either" }>;

interface Case {
  consortium: Consortium;
  callYear: number;
}

const shown = 20;
const some = (codes: readonly string[]): readonly string[] => codes.slice(0, shown);

function answer(
  check: Plain,
  { callYear, consortium }: Case,
  severity: Severity,
  params: FindingParams,
  rule: string = check.rule,
): Finding {
  return finding(rule, severity, params, check.fact, callYear, consortium.statusCertainty);
}

function atLeast(check: Plain, given: Case, found: number, count: number, params: FindingParams): readonly Finding[] {
  const missing = Math.max(0, count - found);
  return [answer(check, given, missing > 0 ? "error" : "ok", { ...params, count, found, missing })];
}

function groupPerCountry(check: CheckOf<"group_per_country">, given: Case): readonly Finding[] {
  const countries = byCountry(within(given.consortium.members, check.where));
  const incomplete: string[] = [];
  const missingGroups = new Set<string>();
  let complete = 0;
  for (const [country, members] of countries) {
    const missing = check.groups.filter(({ types }) => ofTypes(members, types).length === 0);
    if (missing.length === 0) complete += 1;
    else {
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
  if (complete < check.countries) return [answer(check, given, "error", params)];
  if (incomplete.length > 0) return [answer(check, given, "warning", params, "group_incomplete")];
  return [answer(check, given, "ok", params)];
}

function thirdCountries(check: CheckOf<"third_countries">, given: Case): readonly Finding[] {
  const third = within(given.consortium.members, "third");
  const open = check.regions;
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
    given,
    "error",
    { countries, regions, count: refused.length },
    open === "none" ? "third_countries_none" : "third_countries",
  );
  return [uncertain ? { ...made, certainty: "recalled" } : made];
}

/** A shortage a small system of higher education may excuse: one institution there can be enough. */
function typesInEach(check: CheckOf<"types_in_each_third_country">, given: Case): readonly Finding[] {
  const short: string[] = [];
  const excusable: string[] = [];
  const countries = byCountry(within(given.consortium.members, "third"));
  let missing = 0;
  for (const [country, members] of countries) {
    const found = ofTypes(members, check.types).length;
    if (found >= check.count) continue;
    if (check.group === "higher_education_institution" && found === 1) excusable.push(country);
    else short.push(country);
    missing += check.count - found;
  }
  const params = { group: check.group, count: check.count, missing };
  if (short.length > 0)
    return [answer(check, given, "error", { ...params, countries: some([...short, ...excusable]) })];
  if (excusable.length > 0)
    return [answer(check, given, "warning", { ...params, countries: some(excusable) }, "small_system")];
  return countries.size > 0 ? [answer(check, given, "ok", { ...params, countries: some([...countries.keys()]) })] : [];
}

function coordinatorFrom(check: CheckOf<"coordinator_from">, given: Case): readonly Finding[] {
  const refused = given.consortium.coordinators.filter((member) => {
    if (check.not?.includes(member.status.countsAs)) return true;
    if (member.status.status === "programme") return false;
    if (check.where === "programme") return true;
    return check.regions !== undefined && !check.regions.includes(member.status.region ?? "");
  });
  if (given.consortium.coordinators.length === 0) return [];
  const countries = some(countriesOf(refused.length > 0 ? refused : given.consortium.coordinators));
  return [answer(check, given, refused.length > 0 ? "error" : "ok", { countries, where: check.where })];
}

function coordinatorType(check: CheckOf<"coordinator_type">, given: Case): readonly Finding[] {
  const types = given.consortium.coordinators.map((member) => member.type);
  const wrong = types.filter((type) => !check.types.includes(type));
  if (wrong.length === 0) return [];
  const unclear = wrong.every((type) => check.doubtful?.includes(type));
  const params = { types: check.types, given: [...new Set(wrong)] };
  return [
    answer(check, given, unclear ? "warning" : "error", params, unclear ? "coordinator_type_unclear" : check.rule),
  ];
}

function balance(check: CheckOf<"balance">, given: Case): readonly Finding[] {
  const counted = check.types ? ofTypes(given.consortium.members, check.types) : given.consortium.members;
  const programme = within(counted, "programme").length;
  const third = within(counted, "third").length;
  const missing = Math.max(0, programme - third);
  return [answer(check, given, missing > 0 ? "error" : "ok", { programme, third, missing })];
}

function regionRules(
  check: CheckOf<"one_region" | "national_regions" | "min_countries_of_region" | "other_region_beside">,
  given: Case,
): readonly Finding[] {
  const third = within(given.consortium.members, "third");
  const regions = [...new Set(third.map((member) => member.status.region ?? "?"))];
  const countries = countriesOf(third);
  switch (check.rule) {
    case "one_region":
      return regions.length > 1 ? [answer(check, given, "error", { regions, found: regions.length })] : [];
    case "national_regions": {
      const refused = countries.length === 1 && regions.some((region) => !check.regions.includes(region));
      return refused ? [answer(check, given, "error", { regions: check.regions, countries: some(countries) })] : [];
    }
    case "min_countries_of_region": {
      const found = countriesOf(third.filter((member) => member.status.region === check.region)).length;
      return found > 0 && found < check.count
        ? [answer(check, given, "error", { region: check.region, count: check.count, missing: check.count - found })]
        : [];
    }
    case "other_region_beside":
      return countries.includes(check.country) && regions.length < 2
        ? [answer(check, given, "error", { countries: [check.country] })]
        : [];
  }
}

function minOfTypes(check: CheckOf<"min_of_types">, given: Case): readonly Finding[] {
  const members = ofTypes(within(given.consortium.members, check.where), check.types);
  const found = check.independent ? independentCount(members) : members.length;
  const missing = Math.max(0, check.count - found);
  const params = { group: check.group, where: check.where, count: check.count, found, missing };
  if (missing > 0 && check.doubtful) return [answer(check, given, "warning", params, "types_unclear")];
  return [answer(check, given, missing > 0 ? "error" : "ok", params)];
}

/** What one rule of a guide says about a consortium. */
export function evaluate(check: Check, given: Case): readonly Finding[] {
  const { members, coordinators } = given.consortium;
  switch (check.rule) {
    case "min_organisations": {
      const counted = within(members, check.where);
      const found = check.independent ? independentCount(counted) : counted.length;
      return atLeast(check, given, found, check.count, { where: check.where, independent: check.independent ?? false });
    }
    case "min_countries": {
      const counted = within(members, check.where);
      const found = countriesOf(check.types ? ofTypes(counted, check.types) : counted).length;
      return atLeast(check, given, found, check.count, { where: check.where, withTypes: check.types?.[0] ?? "any" });
    }
    case "max_organisations": {
      const over = Math.max(0, members.length - check.count);
      return over > 0 ? [answer(check, given, "error", { count: check.count, found: members.length, over })] : [];
    }
    case "max_programme_organisations": {
      const programme = within(members, "programme");
      const sameCountry = programme.length === check.count && countriesOf(programme).length < check.count;
      const over = Math.max(0, programme.length - check.count);
      return over > 0 || sameCountry
        ? [answer(check, given, "error", { count: check.count, found: programme.length, over, sameCountry })]
        : [];
    }
    case "min_of_types":
      return minOfTypes(check, given);
    case "only_types": {
      const wrong = members.filter((member) => !check.types.includes(member.type));
      const params = { types: check.types, found: wrong.length, given: [...new Set(wrong.map(({ type }) => type))] };
      return [answer(check, given, wrong.length > 0 ? "error" : "ok", params)];
    }
    case "group_per_country":
      return groupPerCountry(check, given);
    case "coordinator_from":
      return coordinatorFrom(check, given);
    case "coordinator_type":
      return coordinatorType(check, given);
    case "coordinator_age":
      return checkCoordinatorAge(check, coordinators, given.callYear);
    case "third_countries":
      return thirdCountries(check, given);
    case "added_value": {
      const countries = some(countriesOf(within(members, "third")));
      return countries.length > 0 ? [answer(check, given, "quality", { countries, sinks: check.sinks })] : [];
    }
    case "third_country_count": {
      const found = countriesOf(within(members, "third")).length;
      if (check.exactly && found > check.count) {
        return [answer(check, given, "error", { count: check.count, found }, "third_country_one")];
      }
      return atLeast(check, given, found, check.count, {});
    }
    case "types_in_each_third_country":
      return typesInEach(check, given);
    case "balance":
      return balance(check, given);
    case "one_region":
    case "national_regions":
    case "min_countries_of_region":
    case "other_region_beside":
      return regionRules(check, given);
    case "charter": {
      const found = ofTypes(within(members, "programme"), ["higher_education_institution"]).length;
      return found > 0 ? [answer(check, given, "warning", { found })] : [];
    }
    case "check_guide":
      return [answer(check, given, "warning", { about: check.about })];
    case "either": {
      const tried = check.of.map((checks) => checks.flatMap((one) => evaluate(one, given)));
      return tried.find((findings) => findings.every(({ severity }) => severity !== "error")) ?? tried[0] ?? [];
    }
  }
}
