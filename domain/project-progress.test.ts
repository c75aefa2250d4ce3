import { describe, expect, it } from "vitest";
import { isOverdueToClose, primaryActionOf, projectProgress } from "./project-progress";

const output = (more: Partial<Parameters<typeof projectProgress>[0]["outputs"][number]> = {}) => ({
  number: 1,
  status: "planned" as const,
  late: false,
  next: "upload_first" as const,
  waitingReviews: 0,
  ...more,
});
const project = {
  status: "running" as const,
  startsOn: "2026-01-01",
  durationMonths: 24,
  today: "2026-03-15",
  outputs: [output()],
  quietest: null,
};
const kindsOf = (input: Parameters<typeof projectProgress>[0]) => {
  const { time, rest } = projectProgress(input);
  return [time?.kind, ...rest.map(({ kind }) => kind)];
};

describe("projectProgress", () => {
  it("reports approved outputs whose files changed since", () => {
    const outputs = [output({ number: 5, status: "approved", next: "ask_review_again" })];
    expect(projectProgress({ ...project, outputs }).rest).toContainEqual({
      kind: "changed",
      values: { code: "O5", count: 1 },
    });
  });

  it("reports the month, and what is approved, late, waiting and quiet", () => {
    const outputs = [
      output({ status: "approved", next: "publish" as never }),
      output({ number: 2, late: true }),
      output({ number: 4, status: "in_review", next: "wait_reviews", waitingReviews: 2 }),
    ];
    const quietest = { name: "Werkhof", since: "2026-02-20" };
    expect(projectProgress({ ...project, outputs, quietest })).toEqual({
      time: { kind: "month", values: { month: 3, months: 24 } },
      rest: [
        { kind: "approved", values: { approved: 1, total: 3 } },
        { kind: "late", values: { code: "O2", count: 1 } },
        { kind: "waits", values: { code: "O4", count: 2 } },
        { kind: "quiet", values: { organisation: "Werkhof", days: 23 } },
      ],
    });
  });

  it("reports the start, the end, an empty plan, and nothing more once closed", () => {
    expect(kindsOf({ ...project, today: "2025-12-31" })[0]).toBe("startsIn");
    expect(kindsOf({ ...project, today: "2028-01-01" })[0]).toBe("over");
    expect(kindsOf({ ...project, outputs: [] })).toEqual(["month", "noOutputs"]);
    expect(kindsOf({ ...project, status: "closed" })).toEqual(["closed"]);
  });

  it("reports an organisation as quiet after 21 days", () => {
    const quietest = { name: "Werkhof", since: "2026-02-23" };
    expect(kindsOf({ ...project, quietest })).not.toContain("quiet");
    expect(kindsOf({ ...project, today: "2026-03-16", quietest })).toContain("quiet");
  });
});

it("suggests closing a running project more than 60 days after its end", () => {
  expect(isOverdueToClose(project, "2028-03-01")).toBe(false);
  expect(isOverdueToClose(project, "2028-03-02")).toBe(true);
  expect(isOverdueToClose({ ...project, status: "closed" }, "2028-03-02")).toBe(false);
});

describe("primaryActionOf", () => {
  const planned = { id: "o1", number: 3, leadOrganisationId: "us", next: "upload_first" as const };
  const input = {
    status: "running" as const,
    can: { "consortium.change": true, "output.plan": true },
    mine: { organisationId: "us", role: "manager" as const },
    organisations: 3,
    outputs: [planned],
  };
  it.each([
    ["invite while the coordinator is alone", { organisations: 1 }, { kind: "invite" }],
    ["plan while there are no outputs", { outputs: [] }, { kind: "plan" }],
    [
      "upload to a waiting output that the own organisation leads",
      {},
      { kind: "uploadTo", outputId: "o1", code: "O3" },
    ],
    [
      "upload anywhere when no output waits for the own organisation",
      { mine: { organisationId: "them", role: "contributor" as const } },
      { kind: "upload" },
    ],
    ["nothing for viewers", { mine: { organisationId: "us", role: "viewer" as const } }, null],
    ["nothing once closed", { status: "closed" as const }, null],
  ])("returns %s", (_title, change, action) => {
    expect(primaryActionOf({ ...input, ...change })).toEqual(action);
  });
});
