import type { Route } from "next";
import { addMonths } from "@/domain/dates";
import { canHold } from "@/domain/dependencies";
import {
  approvalIsOutdated,
  type Coverage,
  outputCode,
  outputState,
  type OutputState,
  type OutputStatus,
} from "@/domain/outputs";
import type { TimelineOutput, TimelinePackage } from "../pictures/timeline-data";

type Organisation = { organisationId: string; shortName: string; country: string; hue: number };
type Plan = {
  startsOn: string | null;
  durationMonths: number | null;
  today: string;
  workPackages: readonly {
    id: string;
    number: number;
    title: string;
    startsOn: string | null;
    endsOn: string | null;
  }[];
  outputs: readonly {
    id: string;
    number: number;
    title: string;
    status: OutputStatus;
    changedSinceApproval: boolean;
    coverage: Coverage | null;
    late: boolean;
    dueOn: string | null;
    /** The outputs that come directly before. */
    after: readonly string[];
    workPackageId: string | null;
    leadOrganisationId: string;
  }[];
};

const marks = {
  planned: "planned",
  in_progress: "active",
  in_review: "active",
  changes_requested: "active",
  approved: "approved",
  published: "approved",
  approved_changed: "active",
  published_changed: "active",
} as const;

/** The plan as data of the timeline; work packages without dates last as long as the project. */
export function timelineOf(
  plan: Plan,
  organisations: readonly Organisation[],
  labels: {
    slug: string;
    state: (state: OutputState) => string;
    coverage: (coverage: Coverage) => string;
    late: string;
  },
): { packages: TimelinePackage[]; outputs: TimelineOutput[]; starts: string | null } {
  const byId = new Map(
    organisations.map(({ organisationId: id, shortName, country, hue }) => [id, { id, shortName, country, hue }]),
  );
  const outputsById = new Map(plan.outputs.map((output) => [output.id, output]));
  const start = plan.startsOn ?? plan.today;
  const end = addMonths(start, plan.durationMonths ?? 12);
  return {
    starts: plan.startsOn,
    packages: plan.workPackages.map((one) => ({
      id: one.id,
      number: `WP${String(one.number)}`,
      title: one.title,
      start: one.startsOn ?? start,
      end: one.endsOn ?? end,
    })),
    outputs: plan.outputs.flatMap((output) => {
      const organisation = byId.get(output.leadOrganisationId);
      if (!organisation) return [];
      return {
        id: output.id,
        number: outputCode(output.number),
        title: output.title,
        due: output.dueOn,
        after: output.after.flatMap((id) => {
          const before = outputsById.get(id);
          return before ? [{ id, holds: canHold(output.dueOn, before) }] : [];
        }),
        packageId: output.workPackageId,
        organisation,
        state: output.late
          ? labels.late
          : output.coverage && approvalIsOutdated(output)
            ? labels.coverage(output.coverage)
            : labels.state(outputState(output)),
        mark: output.late ? ("late" as const) : marks[outputState(output)],
        href: `/projects/${labels.slug}/outputs/${output.id}` as Route,
      };
    }),
  };
}
