import { randomBytes } from "node:crypto";
import { readFile, rename, writeFile } from "node:fs/promises";
import path from "node:path";
import type postgres from "postgres";

/** Passwords and keys of an instance with an embedded database, in secrets.json of its data directory. */
export interface Secrets {
  /** Of the owner of the tables. */
  databasePassword: string;
  authSecret: string;
}

/** The role of the application in the embedded database. */
export const applicationRole = "consorta_app";

const fileIn = (dataDir: string) => path.join(dataDir, "secrets.json");
const newPassword = () => randomBytes(24).toString("base64url");

/** Reads the secrets of a data directory; makes them when there are none. */
export async function keptSecrets(dataDir: string): Promise<Secrets> {
  const fresh = {
    databasePassword: newPassword(),
    applicationPassword: newPassword(),
    authSecret: randomBytes(48).toString("base64url"),
  };
  // The first of two concurrent starts wins; the other one reads its value.
  await writeFile(fileIn(dataDir), JSON.stringify(fresh), { mode: 0o600, flag: "wx" }).catch((problem: unknown) => {
    if ((problem as NodeJS.ErrnoException).code !== "EEXIST") throw problem;
  });
  return JSON.parse(await readFile(fileIn(dataDir), "utf8")) as Secrets;
}

/** The password of the application's role; data directories of earlier releases get one here. */
async function applicationPassword(dataDir: string): Promise<string> {
  const file = fileIn(dataDir);
  const secrets = JSON.parse(await readFile(file, "utf8")) as Secrets & { applicationPassword?: string };
  if (secrets.applicationPassword !== undefined) return secrets.applicationPassword;
  const password = newPassword();
  const half = `${file}.${process.pid}`;
  await writeFile(half, JSON.stringify({ ...secrets, applicationPassword: password }), { mode: 0o600 });
  await rename(half, file);
  return password;
}

// Advisory lock number: instances that start at the same time give the role one password.
const lockKey = 7_220_218;

/** Creates the role of the application, or gives it the password of the secrets; returns the password. */
export async function makeApplicationRole(client: postgres.Sql, dataDir: string): Promise<string> {
  return client.begin(async (tx) => {
    await tx`select pg_advisory_xact_lock(${lockKey})`;
    const password = await applicationPassword(dataDir);
    const [row] = await tx<{ statement: string }[]>`
      select format('%s role %I login password %L', case when exists (select from pg_roles
        where rolname = ${applicationRole}) then 'alter' else 'create' end, ${applicationRole}::text, ${password}::text)
        as statement`;
    if (row) await tx.unsafe(row.statement);
    return password;
  });
}
