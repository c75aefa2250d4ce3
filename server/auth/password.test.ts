import { describe, expect, it } from "vitest";
import { DomainError } from "@/domain/errors";
import { checkPassword, hashPassword, verifyPassword } from "./password";
import { hashToken, newToken } from "./tokens";

const problemOf = async (password: string) => {
  try {
    await checkPassword(password);
    return "";
  } catch (refused) {
    return refused instanceof DomainError ? refused.code : "unknown";
  }
};

describe("passwords", () => {
  it.each([
    ["short one", "person.password_short"],
    ["password", "person.password_common"],
    ["PASSWORD123", "person.password_common"],
    ["aaaa bbbb cccc", ""],
    ["ένα δύο τρία", ""],
  ])("checks the password %j: %j", async (password, problem) => {
    expect(await problemOf(password)).toBe(problem);
  });

  it("are stored as argon2id and verified in any Unicode normalization form", async () => {
    const stored = await hashPassword("Café am Fluß");
    expect(stored).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(await verifyPassword(stored, "Café am Fluß".normalize("NFD"))).toBe(true);
    expect(await verifyPassword(stored, "café am fluß")).toBe(false);
  });

  it("never match an unknown account, not even with the decoy password", async () => {
    expect(await verifyPassword(null, "a password that nobody has")).toBe(false);
  });
});

it("tokens are random and stored only as hashes", () => {
  const [one, two] = [newToken(), newToken()];
  expect(one.raw).not.toBe(two.raw);
  expect(one.hash).toBe(hashToken(one.raw));
  expect(one.raw.length).toBeGreaterThanOrEqual(43);
});
