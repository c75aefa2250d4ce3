import type { Route } from "next";
import type { OutputStatus } from "@/domain/outputs";
import type { TimelineOutput } from "../outputs/output-timeline";

type Planned = {
  id: string;
  number: number;
  title: string;
  status: OutputStatus;
  dueOn: string | null;
  late: boolean;
  workPackageId: string | null;
  leadOrganisationId: string;
};
type Organisation = { organisationId: string; shortName: string; country: string; hue: number };

function markOf({ status, late }: Planned): TimelineOutput["mark"] {
  if (status === "approved" || status === "published") return "approved";
  if (late) return "late";
  return status === "planned" ? "planned" : "active";
}

/** The plan's outputs as the timeline draws them, each on the thread of the organisation that leads it. */
export function timelineOutputs(
  outputs: readonly Planned[],
  organisations: readonly Organisation[],
  at: { slug: string; state: (output: Planned) => string },
): TimelineOutput[] {
  const byId = new Map(organisations.map((organisation) => [organisation.organisationId, organisation]));
  return outputs.flatMap((output) => {
    const lead = byId.get(output.leadOrganisationId);
    if (!lead) return [];
    const { shortName, country, hue } = lead;
    return [
      {
        id: output.id,
        number: `O${String(output.number)}`,
        title: output.title,
        due: output.dueOn,
        packageId: output.workPackageId,
        organisation: { id: lead.organisationId, shortName, country, hue },
        state: at.state(output),
        mark: markOf(output),
        href: `/projects/${at.slug}/outputs/${output.id}` as Route,
      },
    ];
  });
}
