import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { afterEach, beforeEach, expect } from "vitest";
import { closeDb, connectDb } from "@/db/client";
import { DomainError } from "@/domain/errors";
import { adoptEnv, env } from "@/server/env";
import { limit } from "@/server/rate-limit";
import { signInByPassword } from "@/server/people/commands/sign-in";
import { callAs, refusalOf } from "@/server/testing/caller";
import { test } from "@/server/testing/db";
import { anAddress, anOrganisation, aPassword, aPerson } from "@/server/testing/factories";
import { fromHere } from "@/server/testing/session";

const shared = globalThis as typeof globalThis & { consortaLimiters?: unknown; consortaDb?: unknown };
const usual = env();

function strict(factor: number): void {
  delete shared.consortaLimiters;
  adoptEnv({ ...usual, RATE_LIMIT_FACTOR: factor });
}

/** What another instance of the house sees: a pool of its own, the same database. */
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

test("attempts on one key are counted, with the minutes to wait, and others are not", async () => {
  const key = randomUUID();
  const tries = () => limit("signInAddress", key);
  expect(await attempts(3, tries)).toEqual(["", "", "rate.limited"]);
  await expect(tries()).rejects.toMatchObject({ data: { minutes: 15 } });
  await limit("signInAddress", randomUUID());
  await limit("signInIp", key);
});

test("the count holds in another instance", async () => {
  const key = randomUUID();
  expect(await attempts(2, () => limit("signInAddress", key))).toEqual(["", ""]);
  expect(await elsewhere(() => attempts(1, () => limit("signInAddress", key)))).toEqual(["rate.limited"]);
});

test("no count waits for the disk", async ({ tx }) => {
  const [table] = await tx.execute(
    sql`select relpersistence as kept from pg_class where oid = 'rate_limits'::regclass`,
  );
  expect(table).toEqual({ kept: "u" });
});

test("guessing a password stops, also for whoever then knows it", async ({ tx }) => {
  const { address: email } = await aPerson(tx);
  const guess = (password: string) => () => signInByPassword(tx, { ...fromHere, email, password, ip: randomUUID() });
  expect(await attempts(2, guess("a guess in the dark"))).toEqual(["", ""]);
  expect(await attempts(1, guess(aPassword))).toEqual(["rate.limited"]);
});

test("mails to one address and sign-ups from one place are limited at the gate", async ({ tx }) => {
  const email = anAddress();
  const outcome = async (ip: string, address: string) => {
    const api = await callAs(null, tx, { ip });
    return (await refusalOf(api.people.mailResetLink({ email: address }))).code;
  };
  expect([await outcome(randomUUID(), email), await outcome(randomUUID(), email)]).toEqual(["OK", "TOO_MANY_REQUESTS"]);
  const ip = randomUUID();
  const seen = [];
  for (let i = 0; i < 7; i += 1) seen.push(await outcome(ip, anAddress()));
  expect(seen.at(-2)).toBe("OK");
  expect(seen.at(-1)).toBe("TOO_MANY_REQUESTS");
});

test("a person's writes are counted at the gate, by their weight, and their looking is not", async ({ tx }) => {
  const [busy, calm] = [await aPerson(tx), await aPerson(tx)];
  const [api, other] = [await callAs(busy.id, tx), await callAs(calm.id, tx)];
  const write = (name: string) => refusalOf(api.people.updateProfile({ name, locale: "en" }));
  const { id } = await anOrganisation(tx, { admins: [calm.id] });
  for (let i = 0; i < 5; i += 1) await refusalOf(api.organisations.requestToJoin({ organisationId: id }));
  for (let i = 0; i < 20; i += 1) expect((await write(`Name ${i}`)).code).toBe("OK");
  expect(await write("One too many")).toMatchObject({ code: "TOO_MANY_REQUESTS", problem: "rate.limited" });
  expect((await api.people.me()).name).toBe("Name 19");
  expect((await refusalOf(api.people.home({}))).code).toBe("OK");
  expect((await refusalOf(other.people.updateProfile({ name: "Calm", locale: "en" }))).code).toBe("OK");
});
