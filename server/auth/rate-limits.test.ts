import { randomUUID } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { afterEach, beforeEach, expect } from "vitest";
import { closeDb, connectDb } from "@/db/client";
import { invitations } from "@/db/schema";
import { DomainError } from "@/domain/errors";
import { tokenMinutes } from "@/domain/people";
import { adoptEnv, env } from "@/server/env";
import { type Limit, limit, limits, slowDown, withinLimit } from "@/server/rate-limit";
import { signInByPassword } from "@/server/people/commands/sign-in";
import { callAs, problemOf, refusalOf, watch } from "@/server/testing/caller";
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
import { fromHere } from "@/server/testing/session";

const shared = globalThis as typeof globalThis & { consortaLimiters?: unknown; consortaDb?: unknown };
const usual = env();

function strict(factor: number): void {
  delete shared.consortaLimiters;
  adoptEnv({ ...usual, RATE_LIMIT_FACTOR: factor });
}

/** The limits as another instance sees them: a separate pool on the same database. */
async function elsewhere<T>(look: () => Promise<T>): Promise<T> {
  const { consortaDb: here } = shared;
  delete shared.consortaDb;
  delete shared.consortaLimiters;
  connectDb(usual.DATABASE_URL);
  const seen = await look();
  await closeDb();
  delete shared.consortaLimiters;
  shared.consortaDb = here;
  return seen;
}

beforeEach(() => {
  strict(0.2);
});
afterEach(() => {
  strict(usual.RATE_LIMIT_FACTOR);
});

const attempts = async (count: number, attempt: () => Promise<unknown>) => {
  const outcomes = [];
  for (let i = 0; i < count; i += 1) {
    outcomes.push(
      await attempt().then(
        () => "",
        (refused: unknown) => (refused instanceof DomainError ? refused.code : "unknown"),
      ),
    );
  }
  return outcomes;
};

test("counts attempts per key and reports the minutes to wait", async () => {
  const key = randomUUID();
  const tries = () => limit("signInAddress", key);
  expect(await attempts(3, tries)).toEqual(["", "", "rate.limited"]);
  await expect(tries()).rejects.toMatchObject({ data: { minutes: 15 } });
  await limit("signInAddress", randomUUID());
  await limit("signInIp", key);
});

test("shares counters between instances", async () => {
  const key = randomUUID();
  expect(await attempts(2, () => limit("signInAddress", key))).toEqual(["", ""]);
  expect(await elsewhere(() => attempts(1, () => limit("signInAddress", key)))).toEqual(["rate.limited"]);
});

test("counts without waiting for the disk", async ({ tx }) => {
  const [table] = await tx.execute(
    sql`select relpersistence as persistence from pg_class where oid = 'rate_limits'::regclass`,
  );
  expect(table).toEqual({ persistence: "u" });
});

test("refuses a network that guesses passwords, and still signs in the owner from another network", async ({ tx }) => {
  const { address: email } = await aPerson(tx);
  const network = randomUUID();
  const guess = (password: string, ip: string) => () => signInByPassword(tx, { ...fromHere, email, password, ip });
  expect(await attempts(3, guess("a guess in the dark", network))).toEqual(["", "", "rate.limited"]);
  expect(await signInByPassword(tx, { ...fromHere, email, password: aPassword, ip: randomUUID() })).not.toBeNull();
});

test("slows down an address that is guessed at from many networks, and never locks out its owner", async ({ tx }) => {
  strict(0.05);
  const { address: email } = await aPerson(tx);
  const attempt = (password: string) => signInByPassword(tx, { ...fromHere, email, password, ip: randomUUID() });
  expect([await attempt("a guess"), await attempt("a guess")]).toEqual([null, null]);
  const waits = [];
  for (let i = 0; i < 3; i += 1) waits.push(await slowDown("signInSlow", email));
  expect(waits).toEqual([250, 500, 750]);
  const before = Date.now();
  expect(await attempt(aPassword)).not.toBeNull();
  expect(Date.now() - before).toBeGreaterThanOrEqual(1_000);
});

test("refuses what exceeds each budget, for that key only", async () => {
  strict(1e-9);
  for (const name of Object.keys(limits) as Limit[]) {
    const [key, other] = [randomUUID(), randomUUID()];
    const seen = [await withinLimit(name, key), await withinLimit(name, key), await withinLimit(name, other)];
    expect(seen, name).toEqual([true, false, true]);
  }
});

test("the owner still has a link that works after others used up the limit of links", async ({ tx }) => {
  strict(1);
  const { address: email } = await aPerson(tx);
  const ask = async (ip: string) => problemOf((await callAs(null, tx, { ip })).people.mailResetLink({ email }));
  for (let i = 0; i < 5; i += 1) expect(await ask(randomUUID())).toBe("");
  // The request is refused because the mailbox already holds five valid links: they are valid for as long as the
  // budget's period.
  expect(await ask(randomUUID())).toBe("rate.links");
  expect(limits.resetLinks.seconds).toBeLessThanOrEqual(tokenMinutes.reset * 60);
  expect(limits.signInLinks.seconds).toBeLessThanOrEqual(tokenMinutes.sign_in * 60);
  const api = (await callAs(null, tx, { ip: randomUUID() })).people;
  expect(await problemOf(api.mailSignInLink({ email }))).toBe("");
});

test("sign-ups with a pending invitation for their address do not count against the network; all others do", async ({
  tx,
}) => {
  strict(0.1);
  const project = await aProject(tx);
  const { participationId } = await anInvitedParticipation(tx, project);
  const invite = (options: { address?: string; mailed?: boolean; expiresAt?: Date } = {}) =>
    anInvitation(tx, project, { participationId, ...options });
  const signUp = async (ip: string, email: string, invitation?: string) => {
    const api = await callAs(null, tx, { ip });
    const form = { id: randomUUID(), name: "Niki", email, password: "a lamp in the window" };
    return problemOf(api.people.signUp({ ...form, ...(invitation ? { invitation } : {}) }));
  };
  const room = randomUUID();
  for (let person = 0; person < 6; person += 1) {
    const { address, token } = await invite({ mailed: person % 2 === 0 });
    expect(await signUp(room, address, token)).toBe("");
  }
  expect([await signUp(room, anAddress()), await signUp(room, anAddress())]).toEqual(["", ""]);
  expect(await signUp(room, anAddress())).toBe("rate.limited");

  const [live, expired, revoked] = [await invite(), await invite({ expiresAt: noon }), await invite()];
  await tx.update(invitations).set({ status: "revoked" }).where(eq(invitations.id, revoked.id));
  const counted: [string, string][] = [
    [anAddress(), live.token],
    [expired.address, expired.token],
    [revoked.address, revoked.token],
    [anAddress(), randomUUID()],
  ];
  for (const [email, invitation] of counted) {
    const network = randomUUID();
    await attempts(2, async () => limit("signUpIp", network));
    expect(await signUp(network, email, invitation)).toBe("rate.limited");
  }
});

test("sign-up succeeds when others caused too many confirmation e-mails to its address", async ({ tx }) => {
  strict(0.1);
  const email = anAddress();
  const signUp = async () => {
    const api = await callAs(null, tx, { ip: randomUUID() });
    const form = { id: randomUUID(), name: "Niki", email, password: "a lamp in the window" };
    return (await watch(tx, () => api.people.signUp(form))).jobNames;
  };
  expect([await signUp(), await signUp()]).toEqual([["send_mail"], []]);
});

test("an address receives at most ten invitations a day from other people", async ({ tx }) => {
  strict(1);
  const project = await aProject(tx);
  const address = anAddress();
  const { participationId } = await anInvitedParticipation(tx, project);
  const api = await callAs(project.coordinator.manager, tx);
  await api.projects.invitePeople({ participationId, emails: [address], role: "viewer", message: "" });
  const { items } = await api.projects.invitations({ slug: project.slug });
  const resend = () => problemOf(api.projects.resendInvitation({ invitationId: items[0]?.id ?? "" }));
  const seen = [];
  for (let i = 0; i < 11; i += 1) seen.push(await resend());
  expect(seen).toEqual([...Array<string>(9).fill(""), "rate.recipient", "rate.recipient"]);
});

test("the API counts a person's writes by weight, and does not count reads", async ({ tx }) => {
  const [busy, calm] = [await aPerson(tx), await aPerson(tx)];
  const [api, other] = [await callAs(busy.id, tx), await callAs(calm.id, tx)];
  const write = (name: string) => refusalOf(api.people.updateProfile({ name, locale: "en" }));
  const { id } = await anOrganisation(tx, { admins: [calm.id] });
  for (let i = 0; i < 5; i += 1) await refusalOf(api.organisations.requestToJoin({ organisationId: id }));
  for (let i = 0; i < 20; i += 1) expect((await write(`Name ${i}`)).code).toBe("OK");
  expect(await write("One too many")).toMatchObject({ code: "TOO_MANY_REQUESTS", problem: "rate.limited" });
  expect((await api.people.me()).name).toBe("Name 19");
  expect((await refusalOf(api.people.markSeen({ until: new Date() }))).code).toBe("OK");
  expect((await refusalOf(other.people.updateProfile({ name: "Calm", locale: "en" }))).code).toBe("OK");
});
