import { hash, verify } from "@node-rs/argon2";
import { DomainError } from "@/domain/errors";
import { minPasswordLength } from "@/domain/people";

// The library's enum exists only for the compiler: 2 is argon2id.
const parameters = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** Imported only when a password is set, because the list of common passwords would take memory in every process. */
async function isCommon(password: string): Promise<boolean> {
  const { dictionary } = await import("@zxcvbn-ts/language-common");
  return dictionary["passwords-common"].slice(0, 10_000).includes(password.toLowerCase());
}

/** Throws when a password is too short or among the 10,000 most common ones. */
export async function checkPassword(password: string): Promise<void> {
  if (await isCommon(password)) throw new DomainError("person.password_common", { field: "password" });
  if (password.length < minPasswordLength) throw new DomainError("person.password_short", { field: "password" });
}

/** argon2id with the parameters of the OWASP cheat sheet (19 MiB, two passes, one lane). */
export const hashPassword = (password: string) => hash(password.normalize("NFKC"), parameters);

let decoy: Promise<string> | undefined;

/** Compares with a decoy hash when `stored` is null, so that response times do not show whether there is an account. */
export async function verifyPassword(stored: string | null, password: string): Promise<boolean> {
  decoy ??= hashPassword("a password that nobody has");
  const matches = await verify(stored ?? (await decoy), password.normalize("NFKC"));
  return stored !== null && matches;
}
