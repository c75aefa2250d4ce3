import { describe, expect } from "vitest";
import { adoptEnv, env } from "@/server/env";
import { callAs } from "@/server/testing/caller";
import { test } from "@/server/testing/db";
import { aPerson, aProject, aPassword, noon } from "@/server/testing/factories";
import { sessionCookieName, sessionCookieOptions } from "./cookie";
import { actorFromCookieHeader, loadActor, mintSession, renewedSession } from "./session";

const cookieOf = async (personId: string, sessionVersion = 1) =>
  `theme=dark; ${sessionCookieName()}=${await mintSession({ personId, sessionVersion })}; more=1`;

describe("a session", () => {
  test("is the person's, with all rights as they stand now", async ({ tx }) => {
    const project = await aProject(tx);
    const actor = await actorFromCookieHeader(tx, await cookieOf(project.partner.manager), noon);
    expect(actor).toMatchObject({
      personId: project.partner.manager,
      addressConfirmed: true,
      operator: false,
      organisations: [{ organisationId: project.partner.organisationId, role: "admin" }],
      participations: [{ projectId: project.id, kind: "partner", role: "manager", projectStatus: "running" }],
    });
  });

  test("is nobody's when it is missing, changed, or made elsewhere", async ({ tx }) => {
    const { id } = await aPerson(tx);
    const cookie = await cookieOf(id);
    const before = env();
    adoptEnv({ ...before, AUTH_SECRET: "another house signs with another secret" });
    const foreign = await cookieOf(id);
    adoptEnv(before);
    for (const header of [null, "", "other=1", cookie.replace("; more", "x; more"), foreign]) {
      expect(await actorFromCookieHeader(tx, header, noon)).toBeNull();
    }
  });

  test("ends at once for every browser when the person signs out everywhere, changes the password or closes", async ({
    tx,
  }) => {
    const { id } = await aPerson(tx);
    const api = await callAs(id, tx);
    await api.people.signOutEverywhere();
    expect(await actorFromCookieHeader(tx, await cookieOf(id, 1), noon)).toBeNull();
    expect(await actorFromCookieHeader(tx, await cookieOf(id, 2), noon)).not.toBeNull();
    await api.people.changePassword({ current: aPassword, password: "a lamp in the window" });
    expect(await actorFromCookieHeader(tx, await cookieOf(id, 2), noon)).toBeNull();
    await api.people.closeAccount({ password: "a lamp in the window" });
    for (const version of [3, 4]) {
      expect(await actorFromCookieHeader(tx, await cookieOf(id, version), noon)).toBeNull();
    }
  });

  test("is renewed once a day, and carries nothing but who and which", async ({ tx }) => {
    const { id } = await aPerson(tx);
    const cookie = await cookieOf(id);
    const hours = (count: number) => new Date(Date.now() + count * 3_600_000);
    expect(await renewedSession(cookie, hours(23))).toBeNull();
    const renewed = await renewedSession(cookie, hours(25));
    const header = `${sessionCookieName()}=${renewed ?? ""}`;
    expect(await actorFromCookieHeader(tx, header, noon)).toMatchObject({ personId: id });
    expect(await renewedSession("nothing=1", hours(25))).toBeNull();
  });
});

test("the cookie keeps to its host, and behind TLS to TLS", () => {
  expect([sessionCookieName(), sessionCookieOptions().secure]).toEqual(["consorta-session-3000", false]);
  const before = env();
  adoptEnv({ ...before, APP_URL: "https://consorta.example.org" });
  const seen = [sessionCookieName(), sessionCookieOptions()];
  adoptEnv(before);
  expect(seen).toMatchObject(["__Host-consorta-session", { httpOnly: true, secure: true, sameSite: "lax", path: "/" }]);
});

test("operators are known by a confirmed address in the settings, whatever characters it holds", async ({ tx }) => {
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
