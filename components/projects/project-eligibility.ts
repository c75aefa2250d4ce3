import type { ParticipationKind } from "@/domain/actor";
import type { EligibilityInput } from "@/domain/programme/eligibility";
import { kinds, organisationTypes, strands } from "@/domain/programme/vocabulary";

type Project = {
  callYear: number;
  actionCode: string;
  kind: string | null;
  strand: string | null;
  durationMonths: number | null;
};
type Taking = {
  legalName: string;
  country: string;
  type: string | null;
  kind: ParticipationKind;
  /** It left, declined, or was never invited. */
  absent: boolean;
};

/** A project's consortium as input of the rules, without evaluators and organisations that do not take part. */
export function projectEligibility(project: Project, organisations: readonly Taking[]): EligibilityInput {
  return {
    action: project.actionCode,
    callYear: project.callYear,
    kind: kinds.find((one) => one === project.kind),
    strand: strands.find((one) => one === project.strand),
    durationMonths: project.durationMonths ?? undefined,
    organisations: organisations.flatMap(({ kind, legalName, country, type, absent }) =>
      kind === "evaluator" || absent
        ? []
        : [{ name: legalName, country, type: organisationTypes.find((one) => one === type), role: kind }],
    ),
  };
}
