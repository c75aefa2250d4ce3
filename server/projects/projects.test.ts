import { eq, sql } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import { describe, expect } from "vitest";
import { invitations, organisations, outputs, participationPeople, projects } from "@/db/schema";
import { stopUrl } from "@/server/mail/stop";
import { callAs, everyRow, problemOf, refusalOf, watch } from "@/server/testing/caller";
import { race } from "@/server/testing/barrier";
import { ownDatabase, test } from "@/server/testing/db";
import { aMember, anAddress, anInvitation, anOrganisation, aPerson, aProject, noon } from "@/server/testing/factories";
import type { Db } from "@/db/client";
import type { DraftData } from "@/domain/schemas/projects";

const partner = (values: Partial<NonNullable<DraftData["partners"]>[number]> & { key: string }) => ({
  legalName: "",
  country: "",
  city: "",
  kind: "partner" as const,
  emails: "",
  role: "manager" as const,
  message: "",
  locale: "en" as const,
  ...values,
});

const basics = { callYear: 2019, actionCode: "KA201", field: "school" as const, title: "Roots", acronym: "Roots" };

async function aFounder(tx: Db) {
  const person = await aPerson(tx);
  const organisation = await anOrganisation(tx, { admins: [person.id] });
  return { api: await callAs(person.id, tx), id: person.id, organisation };
}

const head = { callYear: 2026, actionCode: "KA220-SCH", field: "school" as const, title: "New title", acronym: "NT" };

describe("a draft", () => {
  test("is saved without activity, and never overwrites what another window saved", async ({ tx }) => {
    const { api } = await aFounder(tx);
    const id = uuid();
    const first = await watch(tx, () => api.projects.saveDraft({ id, revision: 0, data: { title: "One" } }));
    expect(first.types).toEqual([]);
    const { revision } = first.answer;
    await api.projects.saveDraft({ id, revision, data: { title: "Two" } });
    expect(await refusalOf(api.projects.saveDraft({ id, revision, data: { title: "Three" } }))).toMatchObject({
      code: "CONFLICT",
      problem: "project.draft_changed",
      data: { current: { revision: revision + 1, data: { title: "Two" } } },
    });
    expect((await api.projects.drafts()).map((draft) => draft.title)).toEqual(["Two"]);
    await api.projects.discardDraft({ id });
    expect(await problemOf(api.projects.draft({ id }))).toBe("project.draft_not_found");
  });

  test("is visible only to its person", async ({ tx }) => {
    const { api } = await aFounder(tx);
    const id = uuid();
    await api.projects.saveDraft({ id, revision: 0, data: { title: "Mine" } });
    const { api: other } = await aFounder(tx);
    for (const call of [
      () => other.projects.draft({ id }),
      () => other.projects.saveDraft({ id, revision: 0, data: {} }),
      () => other.projects.create({ id }),
    ]) {
      expect(await problemOf(call())).toBe("project.draft_not_found");
    }
    await other.projects.discardDraft({ id });
    expect(await api.projects.draft({ id })).toMatchObject({ data: { title: "Mine" } });
  });

  test("keeps the lot or strand, which the consortium rules depend on", async ({ tx }) => {
    const { api, organisation, id: founder } = await aFounder(tx);
    const id = uuid();
    const call = { callYear: 2019, actionCode: "CBHE", field: "higher", strand: "joint_national" } as const;
    await api.projects.saveDraft({ id, revision: 0, data: { ...basics, ...call, organisationId: organisation.id } });
    const { slug } = await api.projects.create({ id });
    const inside = await callAs(founder, tx);
    const project = await inside.projects.get({ slug });
    expect(project.strand).toBe("joint_national");
    const changed = await inside.projects.update({
      ...project,
      projectId: project.id,
      ...call,
      kind: null,
      strand: "structural_national",
      objectives: [],
      impacts: [],
    });
    expect(changed.strand).toBe("structural_national");
  });

  test("names the addresses that are not invited, because they have unsubscribed", async ({ tx }) => {
    const { api, organisation } = await aFounder(tx);
    const [stopped, other] = [anAddress(), anAddress()];
    const token = stopUrl(stopped, "invitations").split("/").at(-1) ?? "";
    await (await callAs(null, tx)).public.stopMail({ token });
    const id = uuid();
    const partners = [partner({ key: "a", legalName: "Szkoła", country: "PL", emails: `${stopped}, ${other}` })];
    await api.projects.saveDraft({ id, revision: 0, data: { ...basics, organisationId: organisation.id, partners } });
    const made = await watch(tx, () => api.projects.create({ id }));
    expect(made.answer.stopped).toEqual([stopped]);
    expect(made.jobs.map((job) => job.payload.address)).toEqual([other]);
  });

  test("becomes project, consortium, invitations and outputs in one transaction, once", async ({ tx }) => {
    const { api, organisation, id: founder } = await aFounder(tx);
    const known = await anOrganisation(tx, { admins: [(await aPerson(tx)).id] });
    const id = uuid();
    const data: DraftData = {
      ...basics,
      organisationId: organisation.id,
      grantReference: "2019-1-ES01-KA201-065417",
      partners: [
        partner({
          key: "a",
          legalName: "Szkoła",
          country: "PL",
          oid: "E10012345",
          pic: "999888777",
          emails: `Ala <${anAddress()}>; ${anAddress()}`,
        }),
        partner({ key: "b", organisationId: known.id, emails: anAddress() }),
        partner({ key: "empty" }),
      ],
      outputs: [
        { key: "1", title: "A guide", type: "guide", leadKey: "a", dueOn: "2020-02-29", languages: ["pl"] },
        { key: "2", title: "A course", type: "other", dueOn: "", languages: [] },
        { key: "3", title: " ", type: "other", dueOn: "", languages: [] },
      ],
    };
    await api.projects.saveDraft({ id, revision: 0, data });
    const made = await watch(tx, () => api.projects.create({ id }));
    expect(made.types).toEqual([
      "project.created",
      "invitation.sent",
      "invitation.sent",
      "invitation.sent",
      "output.planned",
      "output.planned",
    ]);
    expect(made.jobNames).toEqual(["send_mail", "send_mail", "send_mail"]);
    expect(made.answer.stopped).toEqual([]);
    const again = await watch(tx, () => api.projects.create({ id }));
    expect([again.answer, again.types]).toEqual([made.answer, []]);
    const inside = await callAs(founder, tx);
    const { slug } = made.answer;
    expect(await inside.projects.get({ slug })).toMatchObject({ status: "running", mine: { kind: "coordinator" } });
    const consortium = await inside.projects.participations({ slug });
    expect(consortium.map((row) => [row.kind, row.country, row.invitation])).toEqual([
      ["coordinator", "GR", null],
      ["partner", "PL", "pending"],
      ["partner", "GR", "pending"],
    ]);
    const codes = { oid: organisations.oid, pic: organisations.pic };
    const [invited] = await tx.select(codes).from(organisations).where(eq(organisations.legalName, "Szkoła"));
    expect(invited).toEqual({ oid: "E10012345", pic: "999888777" });
    const { items } = await inside.outputs.list({ slug });
    expect(items.map((row) => [row.number, row.lead.id])).toEqual([
      [1, consortium[1]?.organisationId],
      [2, organisation.id],
    ]);
    expect(await inside.projects.drafts()).toEqual([]);
    expect(await inside.projects.draft({ id })).toMatchObject({ madeInto: slug });
  });

  test.for([
    ["basics", { title: "" }],
    ["consortium", { partners: [partner({ key: "a", legalName: "No country", emails: "a@example.org" })] }],
    [
      "consortium",
      { partners: [partner({ key: "a", legalName: "Liceo", country: "IT", emails: "a@b.example nope.example" })] },
    ],
    ["outputs", { outputs: [{ key: "1", title: "Guide", type: "guide", dueOn: "2026-02-31", languages: [] }] }],
  ] as const)("with an incomplete %s creates nothing", async ([step, lack], { tx }) => {
    const { api, organisation } = await aFounder(tx);
    const id = uuid();
    const complete = partner({ key: "z", legalName: "Whole", country: "IT", emails: anAddress() });
    const data = { ...basics, organisationId: organisation.id, partners: [complete], ...lack } as DraftData;
    await api.projects.saveDraft({ id, revision: 0, data });
    const before = await tx.$count(organisations);
    const refused = await watch(tx, () => refusalOf(api.projects.create({ id })));
    expect(refused.answer).toMatchObject({ problem: "project.draft_incomplete", data: { step } });
    expect([refused.types, refused.jobNames]).toEqual([[], []]);
    expect(await tx.$count(organisations)).toBe(before);
    expect(await tx.$count(projects, eq(projects.title, "Roots"))).toBe(0);
  });

  test("tells the person to remove their own address from the invited ones, and creates nothing", async ({ tx }) => {
    const person = await aPerson(tx);
    const organisation = await anOrganisation(tx, { admins: [person.id] });
    const api = await callAs(person.id, tx);
    const id = uuid();
    const partners = [partner({ key: "a", legalName: "Liceo", country: "IT", emails: person.address })];
    await api.projects.saveDraft({ id, revision: 0, data: { ...basics, organisationId: organisation.id, partners } });
    expect(await refusalOf(api.projects.create({ id }))).toMatchObject({
      problem: "invitation.own_address",
      data: { address: person.address },
    });
    expect(await tx.$count(projects, eq(projects.title, "Roots"))).toBe(0);
  });

  test("with an unknown partner, or for another organisation, is rolled back", async ({ tx }) => {
    const { api, organisation } = await aFounder(tx);
    const id = uuid();
    const partners = [
      partner({ key: "a", legalName: "Liceo", country: "IT", emails: anAddress() }),
      partner({ key: "b", organisationId: uuid(), emails: anAddress() }),
    ];
    await api.projects.saveDraft({ id, revision: 0, data: { ...basics, organisationId: organisation.id, partners } });
    const refused = await watch(tx, () => problemOf(api.projects.create({ id })));
    expect([refused.answer, refused.types]).toEqual(["organisation.not_found", []]);
    expect(await tx.$count(invitations)).toBe(0);
    expect(await tx.$count(outputs)).toBe(0);
    const foreign = await anOrganisation(tx);
    await api.projects.saveDraft({ id, revision: 1, data: { ...basics, organisationId: foreign.id } });
    expect(await problemOf(api.projects.create({ id }))).toBe("organisation.not_found");
  });
});

describe("a project", () => {
  test("returns the current row on a concurrent edit", async ({ tx }) => {
    const project = await aProject(tx);
    const api = await callAs(project.coordinator.manager, tx);
    const change = { projectId: project.id, revision: 1, ...head };
    const saved = await watch(tx, () => api.projects.update(change));
    expect(saved.events).toMatchObject([
      { type: "project.updated", organisationId: project.coordinator.organisationId },
    ]);
    expect(saved.events[0]?.data["fields"]).toContain("title");
    expect(await refusalOf(api.projects.update({ ...change, title: "Late" }))).toMatchObject({
      problem: "project.changed",
      data: { current: { title: "New title", revision: 2 } },
    });
    expect((await watch(tx, () => api.projects.update({ ...change, revision: 2 }))).types).toEqual([]);
  });

  test("is closed and reopened only by its coordinator, once each", async ({ tx }) => {
    const project = await aProject(tx);
    const { id: projectId, slug } = project;
    const api = await callAs(project.coordinator.manager, tx);
    expect((await watch(tx, () => api.projects.close({ projectId }))).types).toEqual(["project.closed"]);
    const closed = await callAs(project.coordinator.manager, tx);
    expect((await watch(tx, () => closed.projects.close({ projectId }))).types).toEqual([]);
    const member = await callAs(project.partner.contributor, tx);
    expect(await member.projects.get({ slug })).toMatchObject({ status: "closed", can: { "project.export": true } });
    expect(await problemOf(member.projects.close({ projectId }))).toBe("forbidden");
    expect(await problemOf(closed.projects.update({ projectId, revision: 2, ...head }))).toBe("project.closed");
    const { url } = await member.projects.export({ projectId });
    expect(url).toContain(slug);
    expect((await watch(tx, () => closed.projects.reopen({ projectId }))).types).toEqual(["project.reopened"]);
    const draft = await aProject(tx, { status: "draft" });
    const other = await callAs(draft.coordinator.manager, tx);
    expect(await problemOf(other.projects.reopen({ projectId: draft.id }))).toBe("project.not_closed");
    expect((await watch(tx, () => other.projects.start({ projectId: draft.id }))).types).toEqual(["project.started"]);
  });

  test("is in the lists of its people once over all pages", async ({ tx }) => {
    const person = await aPerson(tx);
    for (let i = 0; i < 27; i += 1) {
      const project = await aProject(tx);
      await aMember(
        tx,
        { projectId: project.id, participationId: project.partner.participationId },
        person.id,
        "viewer",
      );
    }
    const api = await callAs(person.id, tx);
    const { rows, pages } = await everyRow((cursor) => api.projects.list({ cursor }));
    expect([pages, new Set(rows.map((row) => row.id)).size]).toEqual([2, 27]);
  });
});

describe("the consortium", () => {
  test("shows addresses only within the reader's own organisation and to coordinators", async ({ tx }) => {
    const project = await aProject(tx);
    const seen = async (personId: string) => {
      const api = await callAs(personId, tx);
      const { rows } = await everyRow((cursor) => api.projects.members({ slug: project.slug, cursor }));
      return new Set(rows.filter((row) => row.address !== null).map((row) => row.organisationId)).size;
    };
    expect(await seen(project.coordinator.manager)).toBe(4);
    expect(await seen(project.partner.manager)).toBe(1);
    expect(await seen(project.coordinator.viewer)).toBe(1);
  });

  test("lets managers of each organisation change its people, with one event each", async ({ tx }) => {
    const project = await aProject(tx);
    const manager = await callAs(project.partner.manager, tx);
    const { items } = await manager.projects.members({ slug: project.slug });
    const memberOf = (personId: string) => items.find((row) => row.personId === personId)?.id ?? "";
    const memberId = memberOf(project.partner.viewer);
    const raised = await watch(tx, () => manager.projects.setMemberRole({ memberId, role: "contributor" }));
    expect(raised.events).toMatchObject([{ type: "member.role_changed", data: { personId: project.partner.viewer } }]);
    const ended = await watch(tx, () => manager.projects.removeMember({ memberId }));
    expect(ended.types).toEqual(["member.removed"]);
    expect(await problemOf(manager.projects.removeMember({ memberId }))).toBe("member.not_found");
    const theirs = memberOf(project.other.viewer);
    expect(await problemOf(manager.projects.setMemberRole({ memberId: theirs, role: "manager" }))).toBe("forbidden");
    const leaving = await callAs(project.other.contributor, tx);
    const own = memberOf(project.other.contributor);
    expect((await watch(tx, () => leaving.projects.removeMember({ memberId: own }))).types).toEqual(["member.removed"]);
    const gone = await callAs(project.other.contributor, tx);
    expect(await problemOf(gone.projects.get({ slug: project.slug }))).toBe("project.not_found");
  });

  test("lets an evaluator's managers change their own people, and hides all others", async ({ tx }) => {
    const project = await aProject(tx);
    const { evaluator, partner } = project;
    const { id: invitationId } = await anInvitation(tx, project, { participationId: evaluator.participationId });
    const { id: foreign } = await anInvitation(tx, project, { participationId: partner.participationId });
    const manager = await callAs(evaluator.manager, tx);
    const { items } = await manager.projects.members({ slug: project.slug });
    const own = [evaluator.manager, evaluator.contributor, evaluator.viewer].sort();
    expect(items.map((row) => row.personId).sort()).toEqual(own);
    expect(items.every((row) => row.address !== null && row.can["participation.people"])).toBe(true);
    const memberId = items.find((row) => row.personId === evaluator.viewer)?.id ?? "";
    await manager.projects.setMemberRole({ memberId, role: "contributor" });
    await manager.projects.removeMember({ memberId });
    const { participationId } = evaluator;
    await manager.projects.invitePeople({ participationId, emails: [anAddress()], role: "contributor" });
    await manager.projects.revokeInvitation({ invitationId });
    const { items: sent } = await manager.projects.invitations({ slug: project.slug });
    expect(sent.map((row) => row.status).sort()).toEqual(["pending", "revoked"]);
    expect(await problemOf(manager.projects.revokeInvitation({ invitationId: foreign }))).toBe("invitation.not_found");
    const coordinator = await callAs(project.coordinator.manager, tx);
    const everyone = (await coordinator.projects.members({ slug: project.slug })).items;
    const theirs = everyone.find((row) => row.personId === partner.viewer)?.id ?? "";
    expect(await problemOf(manager.projects.removeMember({ memberId: theirs }))).toBe("member.not_found");
    const contributor = await callAs(evaluator.contributor, tx);
    expect((await contributor.projects.invitations({ slug: project.slug })).items).toEqual([]);
    const managerId = items.find((row) => row.personId === evaluator.manager)?.id ?? "";
    expect(await problemOf(contributor.projects.removeMember({ memberId: managerId }))).toBe("forbidden");
  });

  test("keeps its coordinator and the coordinator's last manager", async ({ tx }) => {
    const project = await aProject(tx);
    const api = await callAs(project.coordinator.manager, tx);
    const { participationId, organisationId, manager } = project.coordinator;
    const kind = "partner" as const;
    expect(await problemOf(api.projects.changeParticipationKind({ participationId, kind }))).toBe(
      "participation.coordinator_stays",
    );
    expect(await problemOf(api.projects.endParticipation({ participationId, endedOn: "2026-04-01" }))).toBe(
      "participation.coordinator_stays",
    );
    const { items } = await api.projects.members({ slug: project.slug });
    const memberId = items.find((row) => row.personId === manager)?.id ?? "";
    for (const call of [
      () => api.projects.removeMember({ memberId }),
      () => api.projects.setMemberRole({ memberId, role: "viewer" }),
    ]) {
      expect(await problemOf(call())).toBe("participation.last_manager");
    }
    expect(await problemOf(api.projects.removeColleague({ organisationId, personId: manager }))).toBe(
      "organisation.last_admin",
    );
    await api.organisations.setRole({ organisationId, personId: project.coordinator.viewer, role: "admin" });
    expect(await problemOf(api.projects.removeColleague({ organisationId, personId: manager }))).toBe(
      "participation.last_manager",
    );
  });

  test("ends a participation on its date in Brussels, with full rights until then", async ({ tx }) => {
    const project = await aProject(tx);
    const coordinator = await callAs(project.coordinator.manager, tx);
    const { participationId, contributor } = project.partner;
    const ended = await watch(tx, () =>
      coordinator.projects.endParticipation({ participationId, endedOn: "2026-06-30" }),
    );
    expect(ended.types).toEqual(["participation.ended"]);
    const at = async (moment: string) => {
      const api = await callAs(contributor, tx, { now: new Date(moment) });
      return problemOf(api.projects.get({ slug: project.slug }));
    };
    expect(await at("2026-06-30T21:59:59Z")).toBe("");
    expect(await at("2026-06-30T22:00:00Z")).toBe("project.not_found");
    const { items } = await coordinator.activity.list({ slug: project.slug });
    expect(items[0]?.event).toMatchObject({ type: "participation.ended", data: { endedOn: "2026-06-30" } });
  });

  test("refuses an end before the beginning, and ends open invitations with the participation", async ({ tx }) => {
    const project = await aProject(tx);
    const api = await callAs(project.coordinator.manager, tx);
    const { participationId } = project.partner;
    await api.projects.invitePeople({ participationId, emails: [anAddress(), anAddress()] });
    expect(await problemOf(api.projects.endParticipation({ participationId, endedOn: "1999-01-01" }))).toBe(
      "participation.ends_too_early",
    );
    const [open] = (await api.projects.invitations({ slug: project.slug })).items;
    await api.projects.revokeInvitation({ invitationId: open?.id ?? "" });
    await api.projects.endParticipation({ participationId, endedOn: "2026-03-16" });
    const after = await callAs(project.coordinator.manager, tx, { now: new Date("2026-03-16T23:00:00Z") });
    const { items } = await after.projects.invitations({ slug: project.slug });
    expect(items.map((row) => [row.status, row.can["participation.people"]])).toEqual([
      ["revoked", false],
      ["expired", false],
    ]);
    const listed = await after.projects.participations({ slug: project.slug });
    expect(listed.find((participation) => participation.id === participationId)?.invitation).toBe("revoked");
    const again = after.projects.resendInvitation({ invitationId: items[1]?.id ?? "" });
    expect(await problemOf(again)).toBe("participation.ended");
  });

  test("removes a colleague from all projects when an admin of the organisation removes them", async ({ tx }) => {
    const project = await aProject(tx);
    const { organisationId, viewer, contributor, manager } = project.partner;
    const member = await callAs(contributor, tx);
    expect(await problemOf(member.projects.removeColleague({ organisationId, personId: viewer }))).toBe("forbidden");
    const admin = await callAs(manager, tx);
    const done = await watch(tx, () => admin.projects.removeColleague({ organisationId, personId: viewer }));
    expect(done.types).toEqual(["organisation.person_removed"]);
    const gone = await callAs(viewer, tx);
    expect(await gone.organisations.mine()).toEqual([]);
    expect(await problemOf(gone.projects.get({ slug: project.slug }))).toBe("project.not_found");
    expect(await problemOf(admin.projects.removeColleague({ organisationId, personId: viewer }))).toBe(
      "member.not_found",
    );
  });
});

test("two managers of the coordinator who remove each other at the same time leave one", async () => {
  const own = await ownDatabase();
  const project = await aProject(own.db);
  const { participationId, manager } = project.coordinator;
  const second = await aPerson(own.db);
  const at = { projectId: project.id, participationId };
  const secondId = await aMember(own.db, at, second.id, "manager");
  const rows = await own.db.select().from(participationPeople).where(eq(participationPeople.personId, manager));
  const [one, two] = [await callAs(manager, own.db), await callAs(second.id, own.db)];
  const outcomes = await race(own.db, sql`select id from participations where id = ${participationId} for update`, [
    () => problemOf(one.projects.removeMember({ memberId: secondId })),
    () => problemOf(two.projects.removeMember({ memberId: rows[0]?.id ?? "" })),
  ]);
  expect(outcomes.sort()).toEqual(["", "participation.last_manager"]);
  await own.close();
});

test("two managers of the coordinator who close their accounts at the same time leave one", async () => {
  const own = await ownDatabase();
  const project = await aProject(own.db);
  const { participationId, manager, organisationId, viewer } = project.coordinator;
  const second = await aPerson(own.db);
  await aMember(own.db, { projectId: project.id, participationId }, second.id, "manager");
  const admin = await callAs(manager, own.db);
  await admin.organisations.setRole({ organisationId, personId: viewer, role: "admin" });
  const password = "an orchard in the rain";
  const outcomes = await race(
    own.db,
    sql`select id from participations where id = ${participationId} for update`,
    [manager, second.id].map(
      (id) => async () => problemOf((await callAs(id, own.db, { now: noon })).people.closeAccount({ password })),
    ),
  );
  expect(outcomes.sort()).toEqual(["", "person.only_manager"]);
  await own.close();
});
