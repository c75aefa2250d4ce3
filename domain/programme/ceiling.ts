import type { Fact } from "./certainty";
import { maybeOfTypes, type Member } from "./consortium";
import type { Edition } from "./editions";

export interface GrantLimits {
  minCents?: number;
  maxCents: number;
  lumpSums?: readonly number[];
  fact: Fact;
}

const monthsOfYear = 12;

/** Minimum and maximum grant for a project of this length and consortium; null when no limit is known. */
export function grantLimits(
  edition: Edition,
  durationMonths: number | undefined,
  members: readonly Member[],
): GrantLimits | null {
  const { ceiling, duration } = edition;
  if (!ceiling || ceiling.fact.unsure) return null;
  const longest = Math.max(duration.max, duration.maxWithLongTermMobility ?? 0);
  const asked = durationMonths !== undefined && durationMonths > 0 ? durationMonths : longest;
  const months = Math.min(asked, longest);
  switch (ceiling.form) {
    case "per_month":
      return { maxCents: ceiling.cents * months, fact: ceiling.fact };
    case "per_school_and_year": {
      const schools = maybeOfTypes(members, ["school"]).length;
      return { maxCents: Math.floor((ceiling.cents * schools * months) / monthsOfYear), fact: ceiling.fact };
    }
    case "by_duration": {
      const step = ceiling.steps.find((one) => months <= one.months) ?? ceiling.steps.at(-1);
      return step ? { maxCents: step.cents, fact: ceiling.fact } : null;
    }
    case "lump_sums":
      return { lumpSums: ceiling.cents, maxCents: Math.max(...ceiling.cents), fact: ceiling.fact };
    case "range": {
      const special = ceiling.ofRegion;
      const raised = special && members.some((member) => member.status.region === special.region);
      const maxCents = raised ? special.maxCents : ceiling.maxCents;
      return { minCents: ceiling.minCents, maxCents, fact: ceiling.fact };
    }
  }
}
