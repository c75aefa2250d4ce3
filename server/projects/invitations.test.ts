import { eq, sql } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import { describe, expect } from "vitest";
import { addresses, invitationTokens, joinRequests, organisations, participations } from "@/db/schema";
import { stopUrl } from "@/server/mail/stop";
import { callAs, problemOf, refusalOf, tokenIn, watch } from "@/server/testing/caller";
import { ownDatabase, test } from "@/server/testing/db";
import {
  anAddress,
  anInvitation,
  anInvitedParticipation,
  aMember,
  anOrganisation,
  aPerson,
  aProject,
  noon,
} from "@/server/testing/factories";
import { anOutput } from "@/server/testing/work-factories";
import { expireInvitations } from "./commands/expire-invitations";

const aSchool = () => ({
  legalName: `Scuola ${uuid()}`,
  country: "IT",
  city: "Bari",
  type: "school" as const,
  oid: null,
  pic: null,
  website: null,
});

describe("inviting an organisation", () => {
  test("creates a participation, an invitation, an e-mail with the link, and one event", async ({ tx }) => {
    const project = await aProject(tx);
    const coordinator = await callAs(project.coordinator.manager, tx);
    const address = anAddress();
    const organisation = { legalName: "Nuova scuola", country: "IT", kind: "partner" as const, emails: [address] };
    const invited = await watch(tx, () =>
      coordinator.projects.inviteOrganisations({ projectId: project.id, organisations: [organisation] }),
    );
    expect([invited.types, invited.jobNames]).toEqual([["invitation.sent"], ["send_mail"]]);
    expect(invited.answer).toMatchObject([{ invited: [address], stopped: [], known: [] }]);
    const everyone = await callAs(null, tx);
    expect(await everyone.projects.invitation({ token: tokenIn(invited.jobs, "invitation") })).toMatchObject({
      legalName: "Nuova scuola",
      address,
      status: "pending",
      role: "viewer",
      claimed: false,
    });
  });

  test("creates one participation when the same organisation is invited twice, also in one list", async ({ tx }) => {
    const project = await aProject(tx);
    const coordinator = await callAs(project.coordinator.manager, tx);
    const known = await anOrganisation(tx, { admins: [(await aPerson(tx)).id] });
    const address = anAddress();
    const one = { organisationId: known.id, kind: "partner" as const, emails: [address] };
    const named = { legalName: "ΚΕΚ Βόλου", country: "EL", kind: "partner" as const, emails: [anAddress()] };
    const answer = await coordinator.projects.inviteOrganisations({
      projectId: project.id,
      organisations: [one, one, named, { ...named, legalName: "κεκ  βολου", emails: [anAddress()] }],
    });
    expect(new Set(answer.map((row) => row.participationId)).size).toBe(2);
    expect(answer[1]).toMatchObject({ invited: [], known: [address] });
  });

  test("skips addresses that stopped invitations, and refuses ended participations", async ({ tx }) => {
    const project = await aProject(tx);
    const coordinator = await callAs(project.coordinator.manager, tx);
    const address = anAddress();
    const token = stopUrl(address, "invitations").split("/").at(-1) ?? "";
    await (await callAs(null, tx)).public.stopMail({ token });
    const { participationId } = project.other;
    expect(await coordinator.projects.invitePeople({ participationId, emails: [address] })).toMatchObject({
      invited: [],
      stopped: [address],
    });
    await coordinator.projects.endParticipation({ participationId, endedOn: "2026-03-15" });
    const again = { organisationId: project.other.organisationId, kind: "partner" as const, emails: [anAddress()] };
    expect(
      await problemOf(coordinator.projects.inviteOrganisations({ projectId: project.id, organisations: [again] })),
    ).toBe("participation.ended");
    expect(await problemOf(coordinator.projects.invitePeople({ participationId, emails: [anAddress()] }))).toBe(
      "participation.ended",
    );
  });

  test("names people who are in the project already instead of inviting them again", async ({ tx }) => {
    const project = await aProject(tx);
    const [member, stranger] = [await aPerson(tx), await aPerson(tx)];
    await aMember(tx, { projectId: project.id, participationId: project.other.participationId }, member.id, "viewer");
    const emails = [member.address, stranger.address];
    const { participationId } = project.partner;
    const coordinator = await callAs(project.coordinator.manager, tx);
    const invited = await watch(tx, () => coordinator.projects.invitePeople({ participationId, emails }));
    expect(invited.answer).toEqual({
      invited: [stranger.address],
      stopped: [],
      known: [],
      members: [{ address: member.address, name: member.name }],
    });
    expect(invited.jobs.map(({ payload }) => payload.address)).toEqual([stranger.address]);
    // A partner does not see the addresses of other organisations, so the address gets no name.
    const partner = await callAs(project.partner.manager, tx);
    expect(await partner.projects.invitePeople({ participationId, emails })).toMatchObject({
      invited: [],
      known: [stranger.address],
      members: [{ address: member.address, name: null }],
    });
  });

  test("holds the e-mails of an inviter with an unconfirmed address until it is confirmed", async ({ tx }) => {
    const inviter = await aPerson(tx, { confirmed: false });
    const own = await anOrganisation(tx, { admins: [inviter.id] });
    const api = await callAs(inviter.id, tx);
    const id = uuid();
    await api.projects.saveDraft({
      id,
      revision: 0,
      data: {
        organisationId: own.id,
        callYear: 2026,
        actionCode: "KA220-SCH",
        field: "school",
        title: "Held",
        acronym: "HELD",
        partners: [
          {
            key: "a",
            legalName: "Liceo",
            country: "IT",
            emails: `${anAddress()}, ${anAddress()}`,
            city: "",
            kind: "partner",
            role: "manager",
            message: "",
            locale: "it",
          },
        ],
      },
    });
    const made = await watch(tx, () => api.projects.create({ id }));
    expect(made.jobNames).toEqual([]);
    const afterwards = await callAs(inviter.id, tx);
    const { items } = await afterwards.projects.invitations({ slug: made.answer.slug });
    expect(items.map((row) => row.held)).toEqual([true, true]);
    const invitationId = items[0]?.id ?? "";
    expect(await problemOf(afterwards.projects.copyInvitationLink({ invitationId }))).toBe("person.unconfirmed");
    expect(await problemOf(afterwards.projects.resendInvitation({ invitationId }))).toBe("person.unconfirmed");
    const requested = await watch(tx, () => afterwards.people.resendConfirmation({}));
    const confirmed = await watch(tx, () =>
      afterwards.people.confirm({ token: tokenIn(requested.jobs, "confirm"), password: "" }),
    );
    expect([confirmed.types, confirmed.jobNames]).toEqual([["person.confirmed"], ["send_mail", "send_mail"]]);
  });
});

describe("the links of an invitation", () => {
  test("are all valid while it is open, and invalid once it is answered", async ({ tx }) => {
    const project = await aProject(tx);
    const coordinator = await callAs(project.coordinator.manager, tx);
    const invitation = await anInvitation(tx, project, await anInvitedParticipation(tx, project));
    const invitationId = invitation.id;
    const resent = await watch(tx, () => coordinator.projects.resendInvitation({ invitationId }));
    expect([resent.types, resent.jobNames]).toEqual([["invitation.resent"], ["send_mail"]]);
    const copied = await watch(tx, () => coordinator.projects.copyInvitationLink({ invitationId }));
    expect([copied.types, copied.jobNames]).toEqual([["invitation.link_copied"], []]);
    const address = new URL(copied.answer.url);
    // After the link has ended, only its own parameter tells the locale.
    expect(address.searchParams.get("lang")).toBe("en");
    const link = address.pathname.split("/").at(-1) ?? "";
    const everyone = await callAs(null, tx);
    const proves = async (token: string) => (await everyone.projects.invitation({ token })).provesAddress;
    expect(await proves(tokenIn(resent.jobs, "invitation"))).toBe(true);
    expect(await proves(link)).toBe(false);
    const tokens = await tx.select().from(invitationTokens).where(eq(invitationTokens.invitationId, invitationId));
    expect(tokens).toHaveLength(3);
    expect(JSON.stringify(tokens)).not.toContain(link);

    const revoked = await watch(tx, () => coordinator.projects.revokeInvitation({ invitationId }));
    expect(revoked.types).toEqual(["invitation.revoked"]);
    expect(await problemOf(everyone.projects.invitation({ token: link }))).toBe("invitation.not_found");
    expect(await problemOf(coordinator.projects.revokeInvitation({ invitationId }))).toBe("invitation.not_pending");
    expect(await problemOf(coordinator.projects.resendInvitation({ invitationId }))).toBe("invitation.not_pending");
  });

  test("expire on their date, are marked by the cron job, and become valid when the invitation is sent again", async ({
    tx,
  }) => {
    const project = await aProject(tx);
    const coordinator = await callAs(project.coordinator.manager, tx);
    const person = await aPerson(tx);
    const participation = await anInvitedParticipation(tx, project);
    const late = await anInvitation(tx, project, { ...participation, expiresAt: noon });
    const api = await callAs(person.id, tx);
    expect(await problemOf(api.projects.accept({ token: late.token, organisation: aSchool() }))).toBe(
      "invitation.expired",
    );
    expect(await problemOf(api.projects.decline({ token: late.token }))).toBe("invitation.expired");
    const clock = await watch(tx, () => expireInvitations(tx, noon));
    expect(clock.types).toEqual(["invitation.expired"]);
    expect((await watch(tx, () => expireInvitations(tx, noon))).types).toEqual([]);
    const resent = await watch(tx, () => coordinator.projects.resendInvitation({ invitationId: late.id }));
    const token = tokenIn(resent.jobs, "invitation");
    expect(await api.projects.accept({ token, organisation: aSchool() })).toMatchObject({ waiting: false });
  });

  test("to a corrected address end all earlier ones, and confirm the new address", async ({ tx }) => {
    const project = await aProject(tx);
    const coordinator = await callAs(project.coordinator.manager, tx);
    const participation = await anInvitedParticipation(tx, project);
    const { id: invitationId, token } = await anInvitation(tx, project, participation);
    const address = anAddress();
    const resent = await watch(tx, () => coordinator.projects.resendInvitation({ invitationId, address }));
    expect([resent.types, resent.jobs.map((job) => job.payload.address)]).toEqual([["invitation.resent"], [address]]);
    const everyone = await callAs(null, tx);
    expect(await problemOf(everyone.projects.invitation({ token }))).toBe("invitation.not_found");
    expect(await everyone.projects.invitation({ token: tokenIn(resent.jobs, "invitation") })).toMatchObject({
      address,
      provesAddress: true,
      status: "pending",
    });
  });

  test("an address is not corrected to that of a member, of another open invitation, or of somebody who stopped invitations", async ({
    tx,
  }) => {
    const project = await aProject(tx);
    const coordinator = await callAs(project.coordinator.manager, tx);
    const participation = await anInvitedParticipation(tx, project);
    const { id: invitationId, token } = await anInvitation(tx, project, participation);
    const [member] = await tx
      .select({ address: addresses.address })
      .from(addresses)
      .where(eq(addresses.personId, project.other.contributor));
    const { address: invited } = await anInvitation(tx, project, participation);
    const stopped = anAddress();
    const stop = stopUrl(stopped, "invitations").split("/").at(-1) ?? "";
    await (await callAs(null, tx)).public.stopMail({ token: stop });
    for (const [address, problem] of [
      [member?.address ?? "", "invitation.member"],
      [invited, "invitation.already_pending"],
      [stopped, "invitation.stopped"],
    ] as const) {
      expect(await problemOf(coordinator.projects.resendInvitation({ invitationId, address }))).toBe(problem);
    }
    expect(await problemOf((await callAs(null, tx)).projects.invitation({ token }))).toBe("");
  });

  test("an expired invitation cannot be sent again beside a newer one to the same address", async ({ tx }) => {
    const project = await aProject(tx);
    const coordinator = await callAs(project.coordinator.manager, tx);
    const participation = await anInvitedParticipation(tx, project);
    const late = await anInvitation(tx, project, { ...participation, expiresAt: noon });
    await expireInvitations(tx, noon);
    await coordinator.projects.invitePeople({ participationId: participation.participationId, emails: [late.address] });
    expect(await problemOf(coordinator.projects.resendInvitation({ invitationId: late.id }))).toBe(
      "invitation.already_pending",
    );
  });
});

describe("accepting an invitation", () => {
  test("with another address registers the organisation, its admin and the role, once", async ({ tx }) => {
    const project = await aProject(tx);
    const person = await aPerson(tx);
    const participation = await anInvitedParticipation(tx, project);
    const { token } = await anInvitation(tx, project, { ...participation, role: "manager" });
    const api = await callAs(person.id, tx);
    const done = await watch(tx, () => api.projects.accept({ token, organisation: aSchool() }));
    expect(done.types).toEqual(["organisation.created", "invitation.accepted"]);
    expect(done.jobNames).toEqual(["notify"]);
    const inside = await callAs(person.id, tx);
    expect(await inside.projects.get({ slug: project.slug })).toMatchObject({
      mine: { organisationId: participation.organisationId, role: "manager", kind: "partner" },
    });
    expect(await inside.organisations.mine()).toMatchObject([{ id: participation.organisationId, role: "admin" }]);
    expect(await problemOf(inside.projects.accept({ token, organisation: aSchool() }))).toBe("invitation.not_pending");
    const second = await callAs((await aPerson(tx)).id, tx);
    expect(await problemOf(second.projects.accept({ token, organisation: aSchool() }))).toBe("invitation.not_pending");
  });

  test("keeps the link, which then leads to the project and shows nothing else of it", async ({ tx }) => {
    const project = await aProject(tx);
    const person = await aPerson(tx);
    const { token } = await anInvitation(tx, project, await anInvitedParticipation(tx, project));
    await (await callAs(person.id, tx)).projects.accept({ token, organisation: aSchool() });
    const seenBy = async (id: string | null) => (await callAs(id, tx)).projects.invitation({ token });
    expect(await seenBy(person.id)).toMatchObject({ status: "accepted", slug: project.slug, alreadyIn: true });
    const toAnyone = { status: "accepted", alreadyIn: false, summary: "", message: "", address: "" };
    expect(await seenBy(null)).toMatchObject(toAnyone);
    expect(await seenBy((await aPerson(tx)).id)).toMatchObject(toAnyone);
    expect(await problemOf((await callAs(null, tx)).projects.decline({ token }))).toBe("invitation.not_pending");
  });

  test("accepted for another organisation of the person replaces the invited one, with its outputs and history", async ({
    tx,
  }) => {
    const project = await aProject(tx);
    const person = await aPerson(tx);
    const own = await anOrganisation(tx, { admins: [person.id] });
    const participation = await anInvitedParticipation(tx, project);
    const lead = { ...project.partner, organisationId: participation.organisationId };
    const output = await anOutput(tx, project, { lead, contributors: [project.other] });
    const declined = await anInvitation(tx, project, participation);
    await (await callAs(null, tx)).projects.decline({ token: declined.token, reason: "On leave." });
    const { token } = await anInvitation(tx, project, participation);
    const api = await callAs(person.id, tx);
    const done = await watch(tx, () => api.projects.accept({ token, organisationId: own.id }));
    expect(done.types).toEqual(["invitation.accepted"]);
    const inside = await callAs(person.id, tx);
    expect(await inside.outputs.get({ outputId: output.id })).toMatchObject({ leadOrganisationId: own.id });
    expect(await tx.select().from(organisations).where(eq(organisations.id, participation.organisationId))).toEqual([]);
    const feed = await inside.activity.list({ slug: project.slug, organisationId: own.id });
    expect(feed.items.map((row) => row.event?.type)).toEqual(["invitation.accepted", "invitation.declined"]);
    expect(feed.items.map((row) => row.organisation?.id)).toEqual([own.id, own.id]);
  });

  test("for an own organisation ignores the fields of a new one, which a form without scripts also sends", async ({
    tx,
  }) => {
    const project = await aProject(tx);
    const person = await aPerson(tx);
    const own = await anOrganisation(tx, { admins: [person.id] });
    const { token } = await anInvitation(tx, project, await anInvitedParticipation(tx, project));
    const api = await callAs(person.id, tx);
    const incomplete = { ...aSchool(), city: "" };
    expect(await problemOf(api.projects.accept({ token, organisation: incomplete }))).not.toBe("");
    await api.projects.accept({ token, organisationId: own.id, organisation: incomplete });
    const inside = await callAs(person.id, tx);
    expect(await inside.organisations.mine()).toMatchObject([{ id: own.id }]);
    expect(await inside.projects.get({ slug: project.slug })).toMatchObject({ mine: { organisationId: own.id } });
  });

  test("is refused for an organisation that is already in the project or belongs to others", async ({ tx }) => {
    const project = await aProject(tx);
    const { token } = await anInvitation(tx, project, await anInvitedParticipation(tx, project));
    const newcomer = await aPerson(tx);
    const api = await callAs(newcomer.id, tx);
    const theirs = { token, organisationId: project.other.organisationId };
    expect(await problemOf(api.projects.accept(theirs))).toBe("organisation.not_found");
    expect(await problemOf(api.projects.accept({ token }))).toBe("input.invalid");
    const insider = await callAs(project.other.manager, tx);
    expect(await problemOf(insider.projects.accept(theirs))).toBe("project.already_in");
    const twin = await anOrganisation(tx, { admins: [newcomer.id], country: "IT", name: "Scuola Aperta di Bari" });
    const again = { ...aSchool(), legalName: "Scuola Aperta di Bari" };
    const offered = await refusalOf(api.projects.accept({ token, organisation: again }));
    expect(offered).toMatchObject({ problem: "organisation.likely_duplicate", data: { current: [{ id: twin.id }] } });
  });

  test("from a manager of the same organisation needs no approval", async ({ tx }) => {
    const project = await aProject(tx);
    const { participationId, organisationId } = project.partner;
    const { token } = await anInvitation(tx, project, { participationId, by: project.partner, role: "contributor" });
    const person = await aPerson(tx);
    const api = await callAs(person.id, tx);
    expect(await api.projects.accept({ token })).toMatchObject({ waiting: false });
    expect(await (await callAs(person.id, tx)).organisations.mine()).toMatchObject([
      { id: organisationId, role: "member" },
    ]);
  });

  test("by an unknown person for an organisation with an admin waits until the admin accepts the person", async ({
    tx,
  }) => {
    const project = await aProject(tx);
    const { participationId, organisationId, manager } = project.partner;
    const person = await aPerson(tx);
    const api = await callAs(person.id, tx);
    await api.organisations.requestToJoin({ organisationId });
    const { token } = await anInvitation(tx, project, { participationId, role: "contributor" });
    const requested = await watch(tx, () => api.projects.accept({ token }));
    expect(requested.answer.waiting).toBe(true);
    expect(requested.types).toEqual([]);
    const coordinator = await callAs(project.coordinator.manager, tx);
    expect((await coordinator.projects.invitations({ slug: project.slug })).items).toMatchObject([
      { status: "pending", waiting: true },
    ]);
    expect(await problemOf(api.projects.get({ slug: project.slug }))).toBe("project.not_found");
    const admin = await callAs(manager, tx);
    const [request] = await admin.organisations.joinRequests();
    const done = await watch(tx, () =>
      admin.projects.resolveJoinRequest({ requestId: request?.id ?? "", accept: true }),
    );
    expect(done.types).toEqual(["organisation.join_decided", "invitation.accepted"]);
    expect(done.events[1]).toMatchObject({ personId: person.id, organisationId });
    expect(await (await callAs(person.id, tx)).projects.get({ slug: project.slug })).toMatchObject({
      mine: { role: "contributor" },
    });
  });

  test("that waited for too long adds the person to the organisation only", async ({ tx }) => {
    const project = await aProject(tx);
    const { participationId, manager } = project.partner;
    const person = await aPerson(tx);
    const { token } = await anInvitation(tx, project, { participationId });
    await (await callAs(person.id, tx)).projects.accept({ token });
    const [request] = await tx.select().from(joinRequests).where(eq(joinRequests.personId, person.id));
    const later = new Date(noon.getTime() + 40 * 86_400_000);
    const admin = await callAs(manager, tx, { now: later });
    await admin.projects.resolveJoinRequest({ requestId: request?.id ?? "", accept: true });
    const inside = await callAs(person.id, tx, { now: later });
    expect(await inside.organisations.mine()).toHaveLength(1);
    expect(await problemOf(inside.projects.get({ slug: project.slug }))).toBe("project.not_found");
    expect(await problemOf(admin.projects.resolveJoinRequest({ requestId: request?.id ?? "", accept: true }))).toBe(
      "organisation.request_not_found",
    );
  });

  test("is refused in a closed project, with the reason", async ({ tx }) => {
    const project = await aProject(tx, { status: "closed" });
    const { token } = await anInvitation(tx, project, await anInvitedParticipation(tx, project));
    const api = await callAs((await aPerson(tx)).id, tx);
    expect(await problemOf(api.projects.accept({ token, organisation: aSchool() }))).toBe("project.closed");
  });
});

test("declining needs no account, stores the reason and invalidates the links", async ({ tx }) => {
  const project = await aProject(tx);
  const { token } = await anInvitation(tx, project, await anInvitedParticipation(tx, project));
  const everyone = await callAs(null, tx);
  const done = await watch(tx, () => everyone.projects.decline({ token, reason: "No time this year." }));
  expect([done.types, done.jobNames]).toEqual([["invitation.declined"], ["notify"]]);
  expect(await problemOf(everyone.projects.decline({ token }))).toBe("invitation.not_found");
  const { items } = await (await callAs(project.coordinator.manager, tx)).projects.invitations({ slug: project.slug });
  expect(items).toMatchObject([{ status: "declined", declineReason: "No time this year." }]);
});

test("of a hundred people who accept at the same time, exactly one succeeds", { timeout: 60_000 }, async () => {
  const own = await ownDatabase();
  const project = await aProject(own.db);
  const participation = await anInvitedParticipation(own.db, project);
  const { token } = await anInvitation(own.db, project, participation);
  const callers = [];
  for (let i = 0; i < 100; i += 1) callers.push(await callAs((await aPerson(own.db)).id, own.db));
  const outcomes = await Promise.all(
    callers.map((api) => problemOf(api.projects.accept({ token, isAnother: true, organisation: aSchool() }))),
  );
  expect(outcomes.filter((problem) => problem === "")).toHaveLength(1);
  const late = outcomes.filter((problem) => problem !== "");
  expect(late.every((problem) => ["invitation.not_pending", "invitation.not_found"].includes(problem))).toBe(true);
  const [count] = await own.db.execute(sql`select
    (select count(*)::int from participation_people where participation_id = ${participation.participationId}) as members,
    (select count(*)::int from organisation_people where organisation_id = ${participation.organisationId}) as staff,
    (select count(*)::int from activity where type = 'invitation.accepted') as lines`);
  expect(count).toEqual({ members: 1, staff: 1, lines: 1 });
  const [joined] = await own.db
    .select()
    .from(participations)
    .where(eq(participations.id, participation.participationId));
  expect(joined?.joinedAt).toEqual(noon);
  await own.close();
});
