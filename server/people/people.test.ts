import { eq } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import { describe, expect } from "vitest";
import type { Db } from "@/db/client";
import { activity, addresses, people, personTokens } from "@/db/schema";
import { adoptEnv, env } from "@/server/env";
import { actorFromCookieHeader, loadActor } from "@/server/auth/session";
import { callAs, everyRow, problemOf, refusalOf, runLinkJobs, tokenIn, watch } from "@/server/testing/caller";
import { test } from "@/server/testing/db";
import {
  anAddress,
  anInvitation,
  anInvitedParticipation,
  anOrganisation,
  aPassword,
  aPerson,
  aProject,
  noon,
} from "@/server/testing/factories";
import { aSession, fromHere } from "@/server/testing/session";
import { anOutput, aPractice, aSubmission, aVersion } from "@/server/testing/work-factories";
import { signInByIdentity, signInByLink, signInByPassword } from "./commands/sign-in";

const later = (minutes: number) => new Date(noon.getTime() + minutes * 60_000);
const newcomer = (email: string) => ({ id: uuid(), name: "Νίκη", email, password: "a lamp in the window" });
const isConfirmed = async (tx: Db, personId: string) => (await loadActor(tx, personId, noon))?.actor.addressConfirmed;

async function aSignUp(tx: Db, email = anAddress()) {
  const everyone = await callAs(null, tx);
  const input = newcomer(email);
  const made = await watch(tx, () => everyone.people.signUp(input));
  return { ...input, ...made };
}

/** The token of a requested link for an address. */
async function aLink(tx: Db, email: string, purpose: "reset" | "sign_in"): Promise<string> {
  const { people: api } = await callAs(null, tx);
  const requested = await watch(tx, () =>
    purpose === "reset" ? api.mailResetLink({ email }) : api.mailSignInLink({ email }),
  );
  return tokenIn(await runLinkJobs(tx, requested.jobs), purpose);
}

describe("sign-up", () => {
  test("creates an account, signs it in once, and e-mails the confirmation", async ({ tx }) => {
    const made = await aSignUp(tx);
    expect([made.types, made.jobNames]).toEqual([["person.signed_up"], ["send_mail"]]);
    const token = made.answer.signInToken;
    expect(await signInByLink(tx, { token, ...fromHere })).toMatchObject({ id: made.id });
    expect(await signInByLink(tx, { token, ...fromHere })).toBeNull();
    expect(await isConfirmed(tx, made.id)).toBe(false);
    const confirmed = await watch(tx, async () =>
      (await callAs(made.id, tx)).people.confirm({ token: tokenIn(made.jobs, "confirm"), password: "" }),
    );
    expect([confirmed.answer, confirmed.types]).toEqual([{ moved: false }, ["person.confirmed"]]);
    expect(await isConfirmed(tx, made.id)).toBe(true);
  });

  test("gives the same response for an existing address, and informs only its owner", async ({ tx }) => {
    const owner = await aPerson(tx);
    const existing = await aSignUp(tx, owner.address);
    const fresh = await aSignUp(tx);
    expect(Object.keys(existing.answer)).toEqual(Object.keys(fresh.answer));
    expect([existing.types, existing.jobNames]).toEqual([fresh.types, fresh.jobNames]);
    expect(existing.jobs[0]?.payload.template).toBe("already_registered");
    expect(await isConfirmed(tx, existing.id)).toBe(false);
    expect(await signInByPassword(tx, { email: owner.address, password: existing.password, ...fromHere })).toBeNull();
    expect(await signInByPassword(tx, { email: owner.address, password: aPassword, ...fromHere })).toMatchObject({
      id: owner.id,
    });
  });

  test("refuses short and common passwords, and creates one account for a repeated id", async ({ tx }) => {
    const everyone = await callAs(null, tx);
    const form = newcomer(anAddress());
    expect(await problemOf(everyone.people.signUp({ ...form, password: "short one" }))).toBe("person.password_short");
    expect(await problemOf(everyone.people.signUp({ ...form, password: "Password123" }))).toBe(
      "person.password_common",
    );
    expect(await refusalOf(everyone.people.signUp({ ...form, email: "no address" }))).toMatchObject({
      problem: "input.invalid",
    });
    await everyone.people.signUp(form);
    expect(await problemOf(everyone.people.signUp(form))).toBe("input.invalid");
  });

  test("confirms the address with an e-mailed invitation, not with a copied link", async ({ tx }) => {
    const project = await aProject(tx);
    const everyone = await callAs(null, tx);
    for (const mailed of [true, false]) {
      const participation = await anInvitedParticipation(tx, await aProject(tx));
      const { token, address } = await anInvitation(tx, project, { ...participation, mailed });
      const form = newcomer(address);
      await everyone.people.signUp({ ...form, invitation: token });
      expect(await isConfirmed(tx, form.id)).toBe(mailed);
      const other = newcomer(anAddress());
      await everyone.people.signUp({ ...other, invitation: token });
      expect(await isConfirmed(tx, other.id)).toBe(false);
    }
  });

  test("needs an invitation when sign-up is closed", async ({ tx }) => {
    const project = await aProject(tx);
    const { token } = await anInvitation(tx, project, await anInvitedParticipation(tx, project));
    const everyone = await callAs(null, tx);
    const before = env();
    adoptEnv({ ...before, SIGN_UP: "invitation" });
    const outcomes = [
      await problemOf(everyone.people.signUp(newcomer(anAddress()))),
      await problemOf(everyone.people.signUp({ ...newcomer(anAddress()), invitation: token })),
    ];
    adoptEnv(before);
    expect(outcomes).toEqual(["person.sign_up_closed", ""]);
  });
});

describe("an e-mailed link", () => {
  test("does not show whether an address is registered", async ({ tx }) => {
    const person = await aPerson(tx);
    const everyone = await callAs(null, tx);
    const existing = await watch(tx, () => everyone.people.mailResetLink({ email: person.address.toUpperCase() }));
    const unknown = await watch(tx, () => everyone.people.mailResetLink({ email: anAddress() }));
    expect([existing.answer, unknown.answer]).toEqual([undefined, undefined]);
    expect([existing.jobNames, unknown.jobNames]).toEqual([["mail_link"], ["mail_link"]]);
    expect((await runLinkJobs(tx, existing.jobs)).map(({ name }) => name)).toEqual(["send_mail"]);
    expect(await runLinkJobs(tx, existing.jobs)).toMatchObject([{ name: "send_mail" }]);
    expect(await tx.$count(personTokens, eq(personTokens.personId, person.id))).toBe(1);
    expect(await runLinkJobs(tx, unknown.jobs)).toEqual([]);
  });

  test("sets a password once, within an hour, and ends every session", async ({ tx }) => {
    const person = await aPerson(tx);
    const everyone = await callAs(null, tx);
    const cookie = await aSession(tx, person.id, noon);
    expect(await actorFromCookieHeader(tx, cookie, noon)).toMatchObject({ personId: person.id });
    const token = await aLink(tx, person.address, "reset");
    const password = "a lamp in the window";
    const late = await callAs(null, tx, { now: later(61) });
    expect(await problemOf(late.people.resetPassword({ token, password }))).toBe("person.token_invalid");
    const reset = await watch(tx, () => everyone.people.resetPassword({ token, password }));
    expect(reset.types).toEqual(["person.password_changed"]);
    expect(await problemOf(everyone.people.resetPassword({ token, password }))).toBe("person.token_invalid");
    expect(await actorFromCookieHeader(tx, cookie, noon)).toBeNull();
    expect(await signInByPassword(tx, { email: person.address, password: aPassword, ...fromHere })).toBeNull();
    expect(await signInByPassword(tx, { email: person.address, password, ...fromHere })).toMatchObject({
      id: person.id,
    });
  });

  test("signs in once, within a quarter of an hour, and is not valid for a reset", async ({ tx }) => {
    const person = await aPerson(tx);
    const everyone = await callAs(null, tx);
    const token = await aLink(tx, person.address, "sign_in");
    expect(await problemOf(everyone.people.resetPassword({ token, password: "a lamp in the window" }))).toBe(
      "person.token_invalid",
    );
    expect(await signInByLink(tx, { token, ...fromHere, now: later(16) })).toBeNull();
    expect(await signInByLink(tx, { token, ...fromHere })).toMatchObject({ id: person.id });
    expect(await signInByLink(tx, { token, ...fromHere })).toBeNull();
  });
});

describe("an account created with another person's address", () => {
  test("is not confirmed by a click of the owner without its password", async ({ tx }) => {
    const made = await aSignUp(tx);
    const everyone = await callAs(null, tx);
    const token = tokenIn(made.jobs, "confirm");
    expect(await problemOf(everyone.people.confirm({ token, password: "a guess in the dark" }))).toBe(
      "person.password_wrong",
    );
    expect(await everyone.people.confirm({ token, password: made.password })).toEqual({ moved: false });
    expect(await problemOf(everyone.people.confirm({ token, password: made.password }))).toBe("person.token_invalid");
  });

  test("loses its password and sessions when the owner signs in by link", async ({ tx }) => {
    const made = await aSignUp(tx);
    const stolen = await aSession(tx, made.id, noon);
    const signedIn = await signInByLink(tx, { token: await aLink(tx, made.email, "sign_in"), ...fromHere });
    expect(signedIn).toMatchObject({ id: made.id });
    expect(await actorFromCookieHeader(tx, stolen, noon)).toBeNull();
    expect(await signInByPassword(tx, { email: made.email, password: made.password, ...fromHere })).toBeNull();
  });

  test("is not linked to single sign-on, which creates its own account", async ({ tx }) => {
    const made = await aSignUp(tx);
    const identity = {
      issuer: "https://login.example",
      subject: uuid(),
      email: made.email,
      emailVerified: true,
      name: "N",
    };
    expect(await signInByIdentity(tx, { ...identity, emailVerified: false }, fromHere)).toBeNull();
    const own = await signInByIdentity(tx, identity, fromHere);
    expect(own?.id).not.toBe(made.id);
    expect(await signInByIdentity(tx, { ...identity, email: "changed@example.org" }, fromHere)).toMatchObject({
      id: own?.id,
    });
    const owner = await aPerson(tx);
    const linked = { ...identity, subject: uuid(), email: owner.address };
    expect(await signInByIdentity(tx, linked, fromHere)).toMatchObject({ id: owner.id });
  });
});

describe("one mailbox, one account", () => {
  test("a second account is merged into the one that holds the address", async ({ tx }) => {
    const owner = await aPerson(tx);
    const project = await aProject(tx);
    const made = await aSignUp(tx, owner.address);
    const { participationId, organisationId } = project.partner;
    const { token } = await anInvitation(tx, project, { participationId, by: project.partner, mailed: false });
    await (await callAs(made.id, tx)).projects.accept({ token });
    const output = await anOutput(tx, project, { lead: project.other });
    const version = await aVersion(tx, output);
    const { reviewIds } = await aSubmission(tx, output, [version], [{ personId: made.id, organisationId }]);
    const draft = uuid();
    await (await callAs(made.id, tx)).projects.saveDraft({ id: draft, revision: 0, data: { title: "Mine" } });
    const moving = await callAs(null, tx);
    const link = { token: tokenIn(made.jobs, "already_registered"), password: made.password };
    expect(await moving.people.confirm(link)).toEqual({ moved: true });
    expect(await loadActor(tx, made.id, noon)).toBeNull();
    const api = await callAs(owner.id, tx);
    expect(await api.projects.get({ slug: project.slug })).toMatchObject({ mine: { participationId } });
    expect(await api.projects.draft({ id: draft })).toMatchObject({ data: { title: "Mine" } });
    expect((await api.reviews.mine({})).items.map((review) => review.id)).toEqual(reviewIds);
    expect(await api.organisations.mine()).toMatchObject([{ id: organisationId }]);
    expect(await tx.$count(addresses, eq(addresses.address, owner.address))).toBe(1);
  });

  test("two accounts that each confirmed an address are not merged", async ({ tx }) => {
    const [one, two] = [await aPerson(tx), await aPerson(tx)];
    const api = await callAs(one.id, tx);
    const added = await watch(tx, () => api.people.addAddress({ email: two.address }));
    expect([added.types, added.jobNames]).toEqual([["person.profile_changed"], ["send_mail", "send_mail"]]);
    const token = tokenIn(added.jobs, "confirm");
    expect(await problemOf(api.people.confirm({ token, password: "" }))).toBe("person.address_taken");
    expect(await signInByPassword(tx, { email: one.address, password: aPassword, ...fromHere })).toMatchObject({
      id: one.id,
    });
  });
});

describe("an account", () => {
  test("changes its name, password and addresses, with one event each", async ({ tx }) => {
    const person = await aPerson(tx);
    const api = await callAs(person.id, tx);
    expect((await watch(tx, () => api.people.updateProfile({ name: "Zoë", locale: "fr" }))).types).toHaveLength(1);
    const change = { current: "wrong", password: "a lamp in the window" };
    expect(await refusalOf(api.people.changePassword(change))).toMatchObject({
      problem: "person.current_password_wrong",
      data: { field: "current" },
    });
    const changed = await watch(tx, () => api.people.changePassword({ ...change, current: aPassword }));
    expect(changed.types).toEqual(["person.password_changed"]);
    const email = anAddress();
    const added = await watch(tx, () => api.people.addAddress({ email }));
    expect(await problemOf(api.people.addAddress({ email }))).toBe("person.address_taken");
    const addressId = (await api.people.me()).addresses.find((row) => row.address === email)?.id ?? "";
    expect(await problemOf(api.people.makeAddressPrimary({ addressId }))).toBe("person.not_found");
    await api.people.confirm({ token: tokenIn(added.jobs, "confirm"), password: "" });
    await api.people.makeAddressPrimary({ addressId });
    expect(await problemOf(api.people.removeAddress({ addressId }))).toBe("person.not_found");
    await api.people.removeAddress({ addressId: person.addressId });
    expect((await api.people.me()).addresses.map((row) => [row.address, row.isPrimary])).toEqual([[email, true]]);
    expect(await api.people.me()).toMatchObject({ name: "Zoë", locale: "fr" });
  });

  test("gets the confirmation e-mail of the requested address again", async ({ tx }) => {
    const api = await callAs((await aPerson(tx)).id, tx);
    const email = anAddress();
    await api.people.addAddress({ email });
    await api.people.addAddress({ email: anAddress() });
    const addressId = (await api.people.me()).addresses.find((row) => row.address === email)?.id ?? "";
    const stranger = await callAs((await aPerson(tx)).id, tx);
    expect(await problemOf(stranger.people.resendConfirmation({ addressId }))).toBe("person.not_found");
    const again = await watch(tx, () => api.people.resendConfirmation({ addressId }));
    expect(again.jobs).toMatchObject([{ payload: { template: "confirm", address: email } }]);
    await api.people.confirm({ token: tokenIn(again.jobs, "confirm"), password: "" });
    expect(await problemOf(api.people.resendConfirmation({ addressId }))).toBe("person.not_found");
  });

  test("is closed: personal data is erased, work stays under a former member", async ({ tx }) => {
    const project = await aProject(tx);
    const { contributor, manager } = project.partner;
    const output = await anOutput(tx, project);
    const version = await aVersion(tx, output);
    const admin = await callAs(manager, tx);
    const { items } = await admin.projects.members({ slug: project.slug });
    const memberId = items.find((row) => row.personId === contributor)?.id ?? "";
    await admin.projects.setMemberRole({ memberId, role: "contributor" });
    const [before] = await tx.select().from(people).where(eq(people.id, contributor));
    const name = before?.name ?? "";
    const api = await callAs(contributor, tx);
    expect(JSON.stringify(await api.people.exportMe())).toContain(name);
    expect(await problemOf(api.people.closeAccount({ password: "wrong" }))).toBe("person.current_password_wrong");
    const closed = await watch(tx, () => api.people.closeAccount({ password: aPassword }));
    expect(closed.types).toEqual(["person.closed"]);
    expect(await loadActor(tx, contributor, noon)).toBeNull();
    const [after] = await tx.select().from(people).where(eq(people.id, contributor));
    expect(after).toMatchObject({ name: "", passwordHash: null });
    expect(await tx.$count(addresses, eq(addresses.personId, contributor))).toBe(0);
    expect(JSON.stringify(await tx.select({ data: activity.data }).from(activity))).not.toContain(name);
    const { items: files } = await admin.outputs.files({ outputId: output.id });
    expect(files).toMatchObject([
      { id: version.id, person: null, organisation: { id: project.partner.organisationId } },
    ]);
  });

  test("is not closed while an organisation or a project needs it", async ({ tx }) => {
    const project = await aProject(tx);
    const coordinator = await callAs(project.coordinator.manager, tx);
    expect(await problemOf(coordinator.people.closeAccount({ password: aPassword }))).toBe("person.only_manager");
    const partner = await callAs(project.partner.manager, tx);
    expect(await problemOf(partner.people.closeAccount({ password: aPassword }))).toBe("person.last_admin");
    const alone = await aPerson(tx);
    await anOrganisation(tx, { admins: [alone.id] });
    expect(await problemOf((await callAs(alone.id, tx)).people.closeAccount({ password: aPassword }))).toBe("");
  });
});

test("what is due lists outputs that the person's organisations lead, and those to which others lead, once over all pages", async ({
  tx,
}) => {
  const project = await aProject(tx);
  const contributors = [project.other];
  for (let number = 1; number <= 27; number += 1) {
    await anOutput(tx, project, { number, contributors, ...(number > 20 ? {} : { dueOn: "2026-05-01" }) });
  }
  await anOutput(tx, project, { number: 28, lead: project.other, contributors });
  await anOutput(tx, project, { number: 29, contributors, status: "approved" });
  await anOutput(tx, await aProject(tx), { contributors });
  const dueOf = async (personId: string) => {
    const api = await callAs(personId, tx);
    const { rows, pages } = await everyRow((cursor) => api.people.due({ cursor }));
    return { pages, kinds: rows.map(({ kind }) => kind).sort(), ids: new Set(rows.map(({ id }) => id)).size, rows };
  };
  const lead = await dueOf(project.partner.contributor);
  expect([lead.pages, lead.ids, new Set(lead.kinds)]).toEqual([2, 27, new Set(["output"])]);
  const other = await dueOf(project.other.contributor);
  expect([other.pages, other.ids, other.kinds.filter((kind) => kind === "output").length]).toEqual([2, 28, 1]);
  expect(other.rows.slice(0, 20).every(({ dueOn }) => dueOn !== null)).toBe(true);
  await (await callAs(project.coordinator.manager, tx)).projects.close({ projectId: project.id });
  for (const side of [project.partner, project.other]) expect((await dueOf(side.contributor)).rows).toEqual([]);
});

describe("what is new since the last visit", () => {
  const reader = async (tx: Db) => {
    const project = await aProject(tx);
    const { contributor } = project.partner;
    const at = (minutes: number) => callAs(contributor, tx, { now: later(minutes) });
    return {
      news: async (minutes: number) =>
        (await (await at(minutes)).people.news()).news.items.map((row) => row.event?.type),
      markSeen: async (minutes: number, until = minutes) =>
        (await at(minutes)).people.markSeen({ until: later(until) }),
      close: async (minutes: number) => {
        const coordinator = await callAs(project.coordinator.manager, tx, { now: later(minutes) });
        await coordinator.projects.close({ projectId: project.id });
      },
      row: () => tx.select().from(people).where(eq(people.id, contributor)),
    };
  };

  test("is shown during the whole visit, and not at the next", async ({ tx }) => {
    const { news, markSeen, close } = await reader(tx);
    await markSeen(0);
    await close(60);
    expect(await news(120)).toEqual(["project.closed"]);
    await markSeen(120);
    await markSeen(140);
    expect(await news(140)).toEqual(["project.closed"]);
    expect(await news(240)).toEqual([]);
  });

  test("is unchanged by reading home, which writes nothing", async ({ tx }) => {
    const { news, close, row } = await reader(tx);
    const before = await row();
    await close(60);
    for (const minutes of [120, 240, 480]) expect(await news(minutes)).toEqual(["project.closed"]);
    expect(await row()).toEqual(before);
  });

  test("counts from the rendering time: an older page does not move it back, and it is never in the future", async ({
    tx,
  }) => {
    const { markSeen, row } = await reader(tx);
    await markSeen(60);
    const [noted] = await row();
    expect(noted?.seenAt).toEqual(later(60));
    await markSeen(300, 10);
    expect(await row()).toEqual([noted]);
    await markSeen(120, 9_999_999);
    expect(await row()).toMatchObject([{ seenAt: later(120), previousSeenAt: later(60) }]);
  });
});

test("what is due lists practices that wait for a coordinator, and those returned to their authors", async ({ tx }) => {
  const project = await aProject(tx);
  const submitted = await aPractice(tx, project, { status: "submitted" });
  const returned = await aPractice(tx, project, { status: "returned" });
  await aPractice(tx, project, { status: "published" });
  await aPractice(tx, project);
  const waitingFor = async (personId: string) =>
    (await (await callAs(personId, tx)).people.due({})).items.flatMap(({ kind, id, details }) =>
      kind === "practice" && "returned" in details ? [{ id, returned: details.returned }] : [],
    );
  expect(await waitingFor(project.coordinator.manager)).toEqual([{ id: submitted.id, returned: false }]);
  expect(await waitingFor(project.partner.contributor)).toEqual([{ id: returned.id, returned: true }]);
  expect(await waitingFor((await aPerson(tx)).id)).toEqual([]);
  await (await callAs(project.coordinator.manager, tx)).projects.close({ projectId: project.id });
  expect(await waitingFor(project.partner.contributor)).toEqual([]);
});
