import { expect, it } from "vitest";
import { projectEligibility } from "./project-eligibility";

const project = { callYear: 2026, actionCode: "KA220-SCH", kind: null, strand: null, durationMonths: 24 };
const organisation = (legalName: string, presence: Partial<Parameters<typeof projectEligibility>[1][number]>) => ({
  legalName,
  country: "GR",
  type: "school",
  kind: "partner" as const,
  endedOn: null,
  joinedAt: null,
  invitation: null,
  ...presence,
});

it("counts organisations that joined or have an open invitation, not those that declined or were never invited", () => {
  const { organisations } = projectEligibility(project, [
    organisation("joined", { joinedAt: new Date(0), invitation: "accepted" }),
    organisation("created without an invitation", { joinedAt: new Date(0), kind: "coordinator" }),
    organisation("invited", { invitation: "pending" }),
    organisation("declined", { invitation: "declined" }),
    organisation("revoked", { invitation: "revoked" }),
    organisation("expired", { invitation: "expired" }),
    organisation("never invited", {}),
    organisation("left", { joinedAt: new Date(0), endedOn: "2020-01-31" }),
    organisation("evaluator", { joinedAt: new Date(0), kind: "evaluator" }),
  ]);
  expect(organisations.map(({ name }) => name)).toEqual(["joined", "created without an invitation", "invited"]);
});
