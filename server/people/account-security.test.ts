import { eq } from "drizzle-orm";
import { describe, expect } from "vitest";
import type { Db } from "@/db/client";
import { people } from "@/db/schema";
import { memberFromCookieHeader } from "@/server/auth/session";
import { startSession } from "@/server/auth/session-rows";
import { callAs, problemOf, runLinkJobs, tokenIn, watch } from "@/server/testing/caller";
import { test } from "@/server/testing/db";
import { anAddress, aPassword, aPerson, noon } from "@/server/testing/factories";
import { aSession, cookieOf, fromHere, noDevice } from "@/server/testing/session";
import { signInByLink } from "./commands/sign-in";

const minutesLater = (minutes: number) => new Date(noon.getTime() + minutes * 60_000);

/** The person's API in a browser with this session. */
async function inBrowser(tx: Db, cookie: string, now: Date) {
  const member = await memberFromCookieHeader(tx, cookie, now);
  if (!member) throw new Error("This session has ended.");
  return callAs(member.actor.personId, tx, { now, session: member.session });
}

async function aPersonWithTwoAddresses(tx: Db) {
  const person = await aPerson(tx);
  const second = anAddress();
  const api = await callAs(person.id, tx);
  const added = await watch(tx, () => api.people.addAddress({ email: second }));
  await api.people.confirm({ token: tokenIn(added.jobs, "confirm"), password: "" });
  const secondId = (await api.people.me()).addresses.find(({ address }) => address === second)?.id ?? "";
  return { ...person, second, secondId };
}

const mailsIn = (jobs: Awaited<ReturnType<typeof watch>>["jobs"]) =>
  jobs
    .filter(({ payload }) => payload.template === "account_changed")
    .map(({ payload }) => [payload.props?.["change"], payload.address]);

describe("a session whose identity was not verified recently", () => {
  test("cannot change addresses, end other sessions or close the account without a password", async ({ tx }) => {
    const { id, secondId } = await aPersonWithTwoAddresses(tx);
    const { sessionId: other } = await startSession(tx, noon, id, noDevice);
    const api = await inBrowser(tx, await aSession(tx, id, noon), minutesLater(16));
    await tx.update(people).set({ passwordHash: null }).where(eq(people.id, id));
    const changes = [
      () => api.people.addAddress({ email: anAddress() }),
      () => api.people.removeAddress({ addressId: secondId }),
      () => api.people.makeAddressPrimary({ addressId: secondId }),
      () => api.people.endSession({ sessionId: other }),
      () => api.people.signOutEverywhere(),
      () => api.people.changePassword({ current: "", password: "a lamp in the window" }),
      () => api.people.closeAccount({ password: "" }),
    ];
    for (const change of changes) expect(await problemOf(change())).toBe("person.identity_unverified");
    expect((await api.people.me()).addresses).toHaveLength(2);
  });

  test("can do so for 15 minutes after the password was entered", async ({ tx }) => {
    const { id, secondId } = await aPersonWithTwoAddresses(tx);
    const cookie = await aSession(tx, id, noon);
    const before = await inBrowser(tx, cookie, minutesLater(60));
    expect(await problemOf(before.people.verifyIdentity({ password: "a wrong password" }))).toBe(
      "person.current_password_wrong",
    );
    await before.people.verifyIdentity({ password: aPassword });
    const soon = await inBrowser(tx, cookie, minutesLater(75));
    await soon.people.makeAddressPrimary({ addressId: secondId });
    const late = await inBrowser(tx, cookie, minutesLater(76));
    expect(await problemOf(late.people.addAddress({ email: anAddress() }))).toBe("person.identity_unverified");
  });

  test("can do so after a link e-mailed to the main address, which replaces the session", async ({ tx }) => {
    const person = await aPerson(tx);
    const { sessionId } = await startSession(tx, noon, person.id, noDevice);
    const cookie = await cookieOf(person.id, sessionId);
    const api = await inBrowser(tx, cookie, minutesLater(60));
    const requested = await watch(tx, () => api.people.mailIdentityLink());
    const jobs = await runLinkJobs(tx, requested.jobs, minutesLater(60));
    expect(jobs).toMatchObject([{ payload: { template: "identity", address: person.address } }]);
    const signedIn = await signInByLink(tx, {
      ...fromHere,
      token: tokenIn(jobs, "identity"),
      now: minutesLater(61),
      device: { ...noDevice, replaces: sessionId },
    });
    expect(await memberFromCookieHeader(tx, cookie, minutesLater(61))).toBeNull();
    const fresh = await cookieOf(person.id, signedIn?.sessionId ?? "");
    await (await inBrowser(tx, fresh, minutesLater(62))).people.addAddress({ email: anAddress() });
  });
});

describe("account changes are reported by e-mail", () => {
  test("to the old and the new address", async ({ tx }) => {
    const { id, address, second, secondId } = await aPersonWithTwoAddresses(tx);
    const api = await callAs(id, tx);
    const third = anAddress();
    const added = await watch(tx, () => api.people.addAddress({ email: third }));
    expect(mailsIn(added.jobs)).toEqual([["address_added", address]]);
    expect(tokenIn(added.jobs, "confirm")).not.toBe("");
    const main = await watch(tx, () => api.people.makeAddressPrimary({ addressId: secondId }));
    expect(mailsIn(main.jobs)).toEqual([
      ["address_main", address],
      ["address_main", second],
    ]);
    const { addresses } = await api.people.me();
    const addressId = addresses.find((one) => one.address === address)?.id ?? "";
    const removed = await watch(tx, () => api.people.removeAddress({ addressId }));
    expect(mailsIn(removed.jobs)).toEqual([
      ["address_removed", second],
      ["address_removed", address],
    ]);
  });

  test("to the main address when the password is changed or reset", async ({ tx }) => {
    const { id, address } = await aPerson(tx);
    const api = await callAs(id, tx);
    const password = "a lamp in the window";
    const changed = await watch(tx, () => api.people.changePassword({ current: aPassword, password }));
    expect(mailsIn(changed.jobs)).toEqual([["password", address]]);
    const everyone = await callAs(null, tx);
    const requested = await watch(tx, () => everyone.people.mailResetLink({ email: address }));
    const token = tokenIn(await runLinkJobs(tx, requested.jobs), "reset");
    const reset = await watch(tx, () => everyone.people.resetPassword({ token, password: "rain on an orchard" }));
    expect(mailsIn(reset.jobs)).toEqual([["password", address]]);
  });
});

describe("the list of sessions", () => {
  test("shows open sessions, marks the current one, and ends one at once", async ({ tx }) => {
    const { id } = await aPerson(tx);
    const firefox = { browser: "Firefox", system: "Windows", replaces: null };
    const { sessionId } = await startSession(tx, noon, id, firefox);
    const phone = await startSession(tx, noon, id, { browser: "Safari", system: "iOS", replaces: null });
    await aSession(tx, (await aPerson(tx)).id, noon);
    const here = await inBrowser(tx, await cookieOf(id, sessionId), minutesLater(1));
    expect((await here.people.sessions({})).items.map((row) => [row.browser, row.system, row.isCurrent])).toEqual(
      expect.arrayContaining([
        ["Firefox", "Windows", true],
        ["Safari", "iOS", false],
      ]),
    );
    const ended = await watch(tx, () => here.people.endSession({ sessionId: phone.sessionId }));
    expect(ended.types).toEqual(["person.session_ended"]);
    expect(await memberFromCookieHeader(tx, await cookieOf(id, phone.sessionId), minutesLater(1))).toBeNull();
    expect((await here.people.sessions({})).items).toHaveLength(1);
    expect(await problemOf(here.people.endSession({ sessionId: phone.sessionId }))).toBe("person.session_not_found");
    const foreign = await startSession(tx, noon, (await aPerson(tx)).id, noDevice);
    expect(await problemOf(here.people.endSession({ sessionId: foreign.sessionId }))).toBe("person.session_not_found");
  });

  test("lists each session once over all pages", async ({ tx }) => {
    const { id } = await aPerson(tx);
    for (let count = 0; count < 27; count += 1) await startSession(tx, minutesLater(count % 3), id, noDevice);
    const api = await callAs(id, tx, { now: minutesLater(5) });
    const first = await api.people.sessions({});
    const second = await api.people.sessions({ cursor: first.nextCursor ?? "" });
    expect(new Set([...first.items, ...second.items].map((row) => row.id)).size).toBe(27);
    expect(second.nextCursor).toBeNull();
  });
});
