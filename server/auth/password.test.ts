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

describe("a password", () => {
  it.each([
    ["short one", "person.password_short"],
    ["password", "person.password_common"],
    ["PASSWORD123", "person.password_common"],
    ["aaaa bbbb cccc", ""],
    ["ένα δύο τρία", ""],
  ])("%s: %s", async (password, problem) => {
    expect(await problemOf(password)).toBe(problem);
  });

  it("is kept as argon2id and found again however its letters are composed", async () => {
    const stored = await hashPassword("Café am Fluß");
    expect(stored).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(await verifyPassword(stored, "Café am Fluß".normalize("NFD"))).toBe(true);
    expect(await verifyPassword(stored, "café am fluß")).toBe(false);
  });

  it("of nobody is never right, even when it is the decoy's", async () => {
    expect(await verifyPassword(null, "a password that nobody has")).toBe(false);
  });
});

it("a token is kept by its hash alone, and no two are alike", () => {
  const [one, two] = [newToken(), newToken()];
  expect(one.raw).not.toBe(two.raw);
  expect(one.hash).toBe(hashToken(one.raw));
  expect(one.raw.length).toBeGreaterThanOrEqual(43);
});
