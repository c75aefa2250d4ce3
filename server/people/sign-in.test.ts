import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, vi } from "vitest";
import type { Db } from "@/db/client";
import { test } from "@/server/testing/db";
import { anAddress, aPassword, aPerson } from "@/server/testing/factories";
import { fromHere } from "@/server/testing/session";
import { signInByPassword } from "./commands/sign-in";

const counted = vi.hoisted(() => ({ verifications: 0 }));
vi.mock("@node-rs/argon2", async (importOriginal) => {
  const original = await importOriginal<{ verify: (...args: unknown[]) => Promise<boolean> }>();
  const verify = (...args: unknown[]) => {
    counted.verifications += 1;
    return original.verify(...args);
  };
  return { ...original, verify };
});
beforeEach(() => {
  counted.verifications = 0;
});

const attempt = (tx: Db, email: string, password: string) =>
  signInByPassword(tx, { ...fromHere, ip: randomUUID(), email, password });

describe("signing in by password", () => {
  test("computes one hash for a known and an unknown address, so that both take equally long", async ({ tx }) => {
    const { address } = await aPerson(tx);
    const unconfirmed = await aPerson(tx, { confirmed: false });
    const hashes = [];
    for (const [email, password] of [
      [address, aPassword],
      [address, "a wrong password"],
      [unconfirmed.address, "a wrong password"],
      [anAddress(), aPassword],
    ] as const) {
      counted.verifications = 0;
      await attempt(tx, email, password);
      hashes.push(counted.verifications);
    }
    expect(hashes).toEqual([1, 1, 1, 1]);
  });

  test("works for an unconfirmed account after others signed up with its address", async ({ tx }) => {
    const older = await aPerson(tx, { confirmed: false });
    const newer = await aPerson(tx, { confirmed: false, address: older.address, password: "a lamp in the window" });
    expect(await attempt(tx, older.address, aPassword)).toMatchObject({ id: older.id });
    expect(await attempt(tx, older.address, "a lamp in the window")).toMatchObject({ id: newer.id });
    expect(await attempt(tx, older.address, "neither of the two")).toBeNull();
  });

  test("tries no other account once one has confirmed the address", async ({ tx }) => {
    const claiming = await aPerson(tx, { confirmed: false, password: "a lamp in the window" });
    const owner = await aPerson(tx, { address: claiming.address });
    expect(await attempt(tx, owner.address, "a lamp in the window")).toBeNull();
    expect(await attempt(tx, owner.address, aPassword)).toMatchObject({ id: owner.id });
  });
});
