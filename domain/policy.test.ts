import { describe, expect, it } from "vitest";
import type { Actor, ParticipationKind, ActorParticipation, ProjectRole, ProjectStatus } from "./actor";
import { type Action, can, type SubjectOf } from "./policy";

const participation = (kind: ParticipationKind, organisationId: string, role: ProjectRole): ActorParticipation => ({
  projectId: "project",
  slug: "project",
  acronym: "PROJECT",
  projectStatus: "running",
  callYear: 2025,
  actionCode: "KA220-SCH",
  participationId: `participation of ${organisationId}`,
  organisationId,
  kind,
  role,
});

const person = (personId: string, participations: ActorParticipation[], admin?: string): Actor => ({
  personId,
  name: personId,
  locale: "en",
  timeZone: null,
  addressConfirmed: true,
  operator: personId === "operator",
  organisations: admin ? [{ organisationId: admin, shortName: admin, role: "admin" }] : [],
  participations,
});

const side = (kind: ParticipationKind, organisationId: string): [string, Actor][] =>
  (["manager", "contributor", "viewer"] as const).map((role) => [
    `${organisationId} ${role}`,
    person(`${organisationId} ${role}`, [participation(kind, organisationId, role)]),
  ]);

/** The callers, in the order of the columns. */
const everybody = new Map<string, Actor>([
  ...side("coordinator", "coordinator"),
  ...side("partner", "lead"),
  ...side("associated", "contributing"),
  ...side("partner", "other"),
  ["evaluator", person("evaluator", [participation("evaluator", "evaluators", "manager")])],
  ["evaluator asked", person("asked", [participation("evaluator", "evaluators", "viewer")])],
  [
    "stranger",
    person("stranger", [{ ...participation("coordinator", "far", "manager"), projectId: "elsewhere" }], "far"),
  ],
  ["operator", person("operator", [], "nowhere")],
]);

/**
 * One subject that fits every action: led by "lead", uploaded by its contributor, reviewed by the evaluator who was
 * asked.
 */
const subject = (projectStatus: ProjectStatus) => ({
  projectId: "project",
  slug: "project",
  acronym: "PROJECT",
  projectStatus,
  organisationId: "lead",
  leadOrganisationId: "lead",
  contributorIds: ["contributing"],
  reviewerIds: ["asked"],
  reviewerId: "asked",
  uploadedBy: "contributing contributor",
  versionOrganisationId: "contributing",
  authorId: "lead contributor",
  personId: "lead contributor",
});

const row = (action: Action, status: ProjectStatus) => {
  const about: SubjectOf<Action> = subject(status);
  const cells = [...everybody.values()].map((actor) => (can(actor, action, about as never) ? "x" : "."));
  return cells.join("").replace(/^(...)(...)(...)(...)(..)(..)$/, "$1 $2 $3 $4 $5 $6");
};

/** A new action does not compile without its row. */
const running: Record<Action, string> = {
  "project.read": "xxx xxx xxx xxx xx ..",
  "project.inspect": "xxx xxx xxx xxx .. ..",
  "project.edit": "x.. ... ... ... .. ..",
  "project.close": "x.. ... ... ... .. ..",
  "project.reopen": "... ... ... ... .. ..",
  "project.export": "xxx xxx xxx xxx .. ..",
  "consortium.change": "x.. ... ... ... .. ..",
  "participation.people": "x.. x.. ... ... .. ..",
  "member.remove": "x.. xx. ... ... .. ..",
  "member.hand_over": "... xx. ... ... .. ..",
  "work_package.edit": "x.. ... ... ... .. ..",
  "output.plan": "x.. ... ... ... .. ..",
  "output.read": "xxx xxx xxx xxx .x ..",
  "output.edit": "x.. x.. ... ... .. ..",
  "output.ask_time": "... xx. xx. ... .. ..",
  "output.upload": "x.. xx. xx. ... .. ..",
  "output.submit": "x.. xx. ... ... .. ..",
  "output.comment": "xx. xx. xx. xx. .x ..",
  "output.decide": "x.. ... ... ... .. ..",
  "output.publish": "x.. ... ... ... .. ..",
  "output.unpublish": "x.. ... ... ... .. ..",
  "version.withdraw": "x.. ... xx. ... .. ..",
  "review.give": "... ... ... ... .x ..",
  "comment.edit": "... .x. ... ... .. ..",
  "comment.remove": "... .x. ... ... .. ..",
  "finding.handle": "xxx xxx xxx xxx .x ..",
  "task.add": "xx. xx. xx. xx. .. ..",
  "task.handle": "xx. xx. xx. xx. .. ..",
  "task.remind": "x.. x.. x.. x.. .. ..",
  "practice.draft": "xx. xx. xx. xx. .. ..",
  "practice.read": "xxx xxx xxx xxx .. ..",
  "practice.edit": "x.. xx. ... ... .. ..",
  "practice.comment": "xx. xx. xx. xx. .. ..",
  "practice.publish": "x.. ... ... ... .. ..",
  "practice.withdraw": "x.. ... ... ... .. ..",
  "replication.write": "... ... ... ... .. ..",
  "replication.answer": "x.. xx. ... ... .. ..",
  "conversation.start": "... ... ... ... .. ..",
  "organisation.edit": "... ... ... ... .. ..",
  "organisation.people": "... ... ... ... .. ..",
};

/** The only actions allowed in a closed project. */
const closed: Partial<Record<Action, string>> = {
  "comment.remove": "... .x. ... ... .. ..",
  "output.read": "xxx xxx xxx xxx .x ..",
  "output.unpublish": "x.. ... ... ... .. ..",
  "practice.read": "xxx xxx xxx xxx .. ..",
  "practice.withdraw": "x.. ... ... ... .. ..",
  "replication.answer": "x.. xx. ... ... .. ..",
  "version.withdraw": "x.. ... xx. ... .. ..",
  "project.export": "xxx xxx xxx xxx .. ..",
  "project.inspect": "xxx xxx xxx xxx .. ..",
  "project.read": "xxx xxx xxx xxx xx ..",
  "project.reopen": "x.. ... ... ... .. ..",
};

const rowsOf = (status: ProjectStatus) =>
  Object.fromEntries((Object.keys(running) as Action[]).map((action) => [action, row(action, status)]));

describe("who may do what (columns: manager, contributor, viewer of each side; evaluators; outsiders)", () => {
  it("in a running project", () => {
    expect(rowsOf("running")).toEqual(running);
  });

  it("in a closed project", () => {
    const left = Object.entries(rowsOf("closed")).filter(([, cells]) => cells.includes("x"));
    expect(Object.fromEntries(left)).toEqual(closed);
  });

  it("is the same before the project starts as while it runs", () => {
    expect(rowsOf("draft")).toEqual(running);
  });
});

describe("organisations", () => {
  it("are managed only by their own admins", () => {
    const admin = person("a", [], "lead");
    const member = {
      ...admin,
      organisations: [{ organisationId: "lead", shortName: "lead", role: "member" as const }],
    };
    for (const action of ["organisation.edit", "organisation.people"] as const) {
      expect(can(admin, action, { organisationId: "lead" })).toBe(true);
      expect(can(member, action, { organisationId: "lead" })).toBe(false);
      expect(can(admin, action, { organisationId: "other" })).toBe(false);
    }
  });
});
