import { encode } from "@auth/core/jwt";
import { eq } from "drizzle-orm";
import { describe, expect } from "vitest";
import type { Db } from "@/db/client";
import { sessions } from "@/db/schema";
import { adoptEnv, env } from "@/server/env";
import { tidy } from "@/server/worker/tidy";
import { callAs } from "@/server/testing/caller";
import { test } from "@/server/testing/db";
import { aPerson, aProject, aPassword, noon } from "@/server/testing/factories";
import { aSession, cookieOf, noDevice } from "@/server/testing/session";
import { sessionCookieName, sessionCookieOptions } from "./cookie";
import { deviceOf } from "./device";
import { actorFromCookieHeader, claimsFromCookieHeader, loadActor, memberFromCookieHeader } from "./session";
import { endSession, startSession } from "./session-rows";

const after = (days: number, minutes = 0) => new Date(noon.getTime() + days * 86_400_000 + minutes * 60_000);

/** The session cookie of releases before 0.2: signed with AUTH_SECRET, with the person's session version. */
const anEarlierCookie = async (personId: string, sessionVersion = 1) => {
  const token = await encode({
    token: { sub: personId, sessionVersion },
    secret: env().AUTH_SECRET,
    salt: sessionCookieName(),
    maxAge: 30 * 24 * 60 * 60,
  });
  return `${sessionCookieName()}=${token}`;
};

const isSignedIn = async (tx: Db, cookie: string, now = noon) =>
  (await actorFromCookieHeader(tx, cookie, now)) !== null;

describe("a session", () => {
  test("loads the person with their current rights", async ({ tx }) => {
    const project = await aProject(tx);
    const cookie = `theme=dark; ${await aSession(tx, project.partner.manager, noon)}; more=1`;
    expect(await actorFromCookieHeader(tx, cookie, noon)).toMatchObject({
      personId: project.partner.manager,
      addressConfirmed: true,
      operator: false,
      organisations: [{ organisationId: project.partner.organisationId, role: "admin" }],
      participations: [{ projectId: project.id, kind: "partner", role: "manager", projectStatus: "running" }],
    });
  });

  test("is null when the cookie is missing, changed or signed with another key", async ({ tx }) => {
    const { id } = await aPerson(tx);
    const cookie = await aSession(tx, id, noon);
    const before = env();
    adoptEnv({ ...before, AUTH_SECRET: "another server signs with another secret" });
    const foreign = await aSession(tx, id, noon);
    adoptEnv(before);
    for (const header of [null, "", "other=1", `${cookie}x`, foreign]) {
      expect(await actorFromCookieHeader(tx, header, noon)).toBeNull();
    }
    const { id: other } = await aPerson(tx);
    const { sessionId } = await startSession(tx, noon, id, noDevice);
    expect(await isSignedIn(tx, await cookieOf(other, sessionId))).toBe(false);
  });

  test("ends at sign-out, also for a copy of the cookie", async ({ tx }) => {
    const { id } = await aPerson(tx);
    const { sessionId } = await startSession(tx, noon, id, noDevice);
    const [cookie, other] = [await cookieOf(id, sessionId), await aSession(tx, id, noon)];
    expect(await isSignedIn(tx, cookie)).toBe(true);
    await endSession(tx, noon, id, sessionId);
    expect([await isSignedIn(tx, cookie), await isSignedIn(tx, other)]).toEqual([false, true]);
  });

  test("ends when the same browser signs in again", async ({ tx }) => {
    const { id } = await aPerson(tx);
    const { sessionId } = await startSession(tx, noon, id, noDevice);
    await startSession(tx, noon, id, { ...noDevice, replaces: sessionId });
    expect(await isSignedIn(tx, await cookieOf(id, sessionId))).toBe(false);
  });

  test("ends after 30 days without use, and after 90 days at the latest", async ({ tx }) => {
    const { id } = await aPerson(tx);
    const idle = await aSession(tx, id, noon);
    expect(await isSignedIn(tx, idle, after(29))).toBe(true);
    const unused = await aSession(tx, id, noon);
    expect(await isSignedIn(tx, unused, after(30, 1))).toBe(false);
    const used = await aSession(tx, id, noon);
    for (const day of [20, 40, 60, 80, 89]) expect(await isSignedIn(tx, used, after(day))).toBe(true);
    expect(await isSignedIn(tx, used, after(90, 1))).toBe(false);
  });

  test("updates its time of last use at most once an hour", async ({ tx }) => {
    const { id } = await aPerson(tx);
    const cookie = await aSession(tx, id, noon);
    const seen = async (minutes: number) => {
      await isSignedIn(tx, cookie, after(0, minutes));
      const [row] = await tx.select().from(sessions).where(eq(sessions.personId, id));
      return row?.lastSeenAt;
    };
    expect(await seen(59)).toEqual(noon);
    expect(await seen(61)).toEqual(after(0, 61));
    expect(await seen(100)).toEqual(after(0, 61));
  });

  test("ends everywhere when the person signs out everywhere, changes the password or closes the account", async ({
    tx,
  }) => {
    const { id } = await aPerson(tx);
    const api = await callAs(id, tx);
    const password = "a lamp in the window";
    for (const endSessions of [
      () => api.people.signOutEverywhere(),
      () => api.people.changePassword({ current: aPassword, password }),
      () => api.people.closeAccount({ password }),
    ]) {
      const cookies = [await aSession(tx, id, noon), await aSession(tx, id, noon)];
      await endSessions();
      for (const cookie of cookies) expect(await isSignedIn(tx, cookie)).toBe(false);
    }
  });

  test("is deleted by the daily cleanup some time after its end", async ({ tx }) => {
    const { id } = await aPerson(tx);
    const { sessionId } = await startSession(tx, noon, id, noDevice);
    await endSession(tx, noon, id, sessionId);
    const left = async (days: number) => {
      await tidy({ db: tx, now: after(days) }, {});
      return tx.$count(sessions, eq(sessions.personId, id));
    };
    expect([await left(29), await left(31)]).toEqual([1, 0]);
  });
});

describe("a session cookie of a release before 0.2", () => {
  test("stays valid, becomes a session row at its first use, and needs verification for account changes", async ({
    tx,
  }) => {
    const { id } = await aPerson(tx);
    const cookie = await anEarlierCookie(id);
    const first = await memberFromCookieHeader(tx, cookie, noon);
    expect(first).toMatchObject({ actor: { personId: id }, session: { verifiedAt: new Date(0) } });
    expect((await memberFromCookieHeader(tx, cookie, noon))?.session.id).toBe(first?.session.id);
    expect(await tx.$count(sessions, eq(sessions.personId, id))).toBe(1);
  });

  test("stays ended when it was signed out, before or after its first use", async ({ tx }) => {
    const { id } = await aPerson(tx);
    const [out, used, unused] = [await anEarlierCookie(id), await anEarlierCookie(id), await anEarlierCookie(id)];
    expect([await isSignedIn(tx, out), await isSignedIn(tx, used)]).toEqual([true, true]);
    await endSession(tx, noon, id, (await claimsFromCookieHeader(out))?.sessionId ?? "");
    expect([await isSignedIn(tx, out), await isSignedIn(tx, used)]).toEqual([false, true]);
    await (await callAs(id, tx)).people.signOutEverywhere();
    expect([await isSignedIn(tx, used), await isSignedIn(tx, unused)]).toEqual([false, false]);
    expect(await isSignedIn(tx, await anEarlierCookie(id, 1))).toBe(false);
  });
});

test.for([
  ["Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:145.0) Gecko/20100101 Firefox/145.0", "Firefox", "Windows"],
  [
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1",
    "Safari",
    "iOS",
  ],
  ["", "", ""],
  ["curl/8.5.0", "", ""],
] as const)("names browser and system of a device: %s", async ([userAgent, browser, system]) => {
  const headers = new Headers(userAgent === "" ? {} : { "user-agent": userAgent });
  expect(await deviceOf(headers)).toEqual({ browser, system, replaces: null });
});

test("the cookie is limited to its host, and is Secure behind TLS", () => {
  expect([sessionCookieName(), sessionCookieOptions().secure]).toEqual(["consorta-session-3000", false]);
  const before = env();
  adoptEnv({ ...before, APP_URL: "https://consorta.example.org" });
  const seen = [sessionCookieName(), sessionCookieOptions()];
  adoptEnv(before);
  expect(seen).toMatchObject(["__Host-consorta-session", { httpOnly: true, secure: true, sameSite: "lax", path: "/" }]);
});

test("recognises operators by a confirmed address in the settings, with any characters", async ({ tx }) => {
  const addresses = ['odd"quote@example.org', "back\\slash@example.org"];
  const before = env();
  adoptEnv({ ...before, OPERATORS: [...addresses, "unconfirmed@example.org"] });
  const seen = [];
  for (const address of addresses) {
    const person = await aPerson(tx, { address });
    seen.push((await loadActor(tx, person.id, noon))?.actor.operator);
  }
  const unconfirmed = await aPerson(tx, { address: "unconfirmed@example.org", confirmed: false });
  seen.push((await loadActor(tx, unconfirmed.id, noon))?.actor.operator);
  adoptEnv(before);
  expect(seen).toEqual([true, true, false]);
});
