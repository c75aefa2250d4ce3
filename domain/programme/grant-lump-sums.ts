import { finding, verified, type Finding } from "./certainty";
import type { GrantCase, GrantItem, GrantLine } from "./grant";
import { percentOf } from "../money";

const managementPercent = 20;
const most = 10;
const form = verified("AF-220WP");

type WorkPackage = Extract<GrantItem, { category: "work_package" }>;

const withFindings = (line: GrantLine, more: readonly Finding[]): GrantLine => ({
  ...line,
  findings: [...line.findings, ...more],
});

/** Rules of lump sums: the amount is one of the guide's, and is divided among the work packages. */
export function lumpSumLines(
  items: readonly GrantItem[],
  lines: readonly GrantLine[],
  { edition, input }: GrantCase,
): GrantLine[] {
  const packages = items.filter((item): item is WorkPackage => item.category === "work_package");
  const lump = items.find((item) => item.category === "lump_sum");
  const { callYear } = input;
  const { ceiling } = edition;
  const planned = packages.reduce((sum, item) => sum + item.amountCents, 0);
  const total = lump?.amountCents ?? planned;
  const sums = ceiling?.form === "lump_sums" ? ceiling : null;

  const sumFinding = (requestedCents: number): Finding[] => {
    if (!sums) return [];
    const severity = sums.cents.includes(requestedCents) ? "ok" : "error";
    const params = { requestedCents, lumpSumsCents: sums.cents.map(String) };
    return [finding("grant_lump_sum", severity, params, sums.fact, callYear)];
  };

  const packageFindings = (): Finding[] => {
    const findings: Finding[] = lump ? [] : sumFinding(planned);
    if (planned > total) {
      const params = { plannedCents: planned, maxCents: total, overCents: planned - total };
      findings.push(finding("work_packages_over", "error", params, verified("AF-220WP"), callYear));
    }
    if (planned < total) {
      const params = { plannedCents: planned, maxCents: total, missingCents: total - planned };
      findings.push(finding("work_packages_under", "warning", params, form, callYear));
    }
    const others = packages.filter(({ management }) => !management).length;
    if (others === 0) findings.push(finding("work_packages_few", "error", {}, form, callYear));
    if (others > most) findings.push(finding("work_packages_many", "error", { most, found: others }, form, callYear));
    return findings;
  };

  const firstPackage = items.findIndex((item) => item.category === "work_package");
  let managementLeft = percentOf(total, managementPercent);
  return lines.map((line, index) => {
    const item = items[index];
    if (item?.category === "lump_sum" && line.awardedCents !== 0) {
      const findings = sumFinding(item.amountCents);
      const refused = findings.some(({ severity }) => severity === "error");
      return { ...withFindings(line, findings), awardedCents: refused ? 0 : line.awardedCents };
    }
    if (item?.category !== "work_package" || line.awardedCents === null) return line;
    const shared =
      sums && edition.categories.includes("work_package") && index === firstPackage
        ? withFindings(line, packageFindings())
        : line;
    if (!item.management || !sums) return shared;
    const awardedCents = Math.min(line.awardedCents, managementLeft);
    const maxCents = managementLeft;
    managementLeft -= awardedCents;
    if (awardedCents === line.awardedCents) return shared;
    const params = { percent: managementPercent, maxCents, overCents: line.awardedCents - awardedCents };
    return { ...withFindings(shared, [finding("management_share", "error", params, form, callYear)]), awardedCents };
  });
}
