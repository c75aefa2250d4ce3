import { drizzle, type PostgresJsDatabase } from "drizzle-orm/postgres-js";
import type { PgDatabase } from "drizzle-orm/pg-core";
import type { PostgresJsQueryResultHKT } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import * as schema from "./schema";

/** The client or a transaction of it: whoever writes does not care which. */
export type Db = PgDatabase<PostgresJsQueryResultHKT, typeof schema>;
type Client = PostgresJsDatabase<typeof schema> & { $client: postgres.Sql };

/** Opens a pool of its own; the process-wide one is db(). */
export function openDb(url: string, options: { max?: number } = {}): Client {
  const client = postgres(url, {
    max: options.max ?? 12,
    idle_timeout: 60,
    connect_timeout: 10,
    // PostgreSQL says "already exists, skipping" on every start; that is no news.
    onnotice: () => undefined,
    connection: { application_name: "consorta", TimeZone: "UTC" },
  });
  // Drizzle asks for a prepared statement only where a query has a name. Parsing and planning a query with four joins
  // costs PostgreSQL more than running it, and an unprepared one takes two ways there and back.
  const unsafe = client.unsafe.bind(client);
  client.unsafe = (text, values, options) => unsafe(text, values, { ...options, prepare: true });
  return drizzle(client, { schema });
}

// The server's modules and Next's bundle are two module graphs of one process: one pool for both.
const shared = globalThis as typeof globalThis & { consortaDb?: Client };

/** Opens the one pool of this process; done once, at the start. */
export function connectDb(url: string): Client {
  shared.consortaDb ??= openDb(url);
  return shared.consortaDb;
}

/** The one pool of this process. */
export function db(): Client {
  if (shared.consortaDb === undefined) throw new Error("The database is not connected: connectDb() comes first.");
  return shared.consortaDb;
}

export async function closeDb(): Promise<void> {
  const open = shared.consortaDb;
  delete shared.consortaDb;
  await open?.$client.end({ timeout: 5 });
}
