import { eq, sql } from "drizzle-orm";
import { closeDb, connectDb, type Db } from "@/db/client";
import { startEmbedded } from "@/db/embedded";
import { makeDataFolder } from "@/db/embedded-files";
import { migrateDatabase } from "@/db/migrate";
import { RolesError } from "@/db/roles";
import { instance, people } from "@/db/schema";
import { adoptDemo, decideDemo } from "./demo-mode";
import { adoptEnv, settingsOfThisProcess, resolveSettings, SettingsError, type Env } from "./env";
import { log } from "./log";

/** The project's directory, which is the working directory of every process. */
export const projectRoot = process.cwd();

export interface Booted {
  env: Env;
  db: Db;
  /** True when this start filled the database with the demo. */
  seeded: boolean;
  notices: string[];
  /** Closes the database connections, and stops the embedded PostgreSQL when no other process uses it. */
  stop: () => Promise<void>;
}

const demoMark = "demo";

async function decide(db: Db, env: Env): Promise<ReturnType<typeof decideDemo>> {
  const anyPerson = await db.select({ id: people.id }).from(people).limit(1);
  const mark = await db.select({ value: instance.value }).from(instance).where(eq(instance.key, demoMark));
  return decideDemo({
    embedded: env.EMBEDDED,
    wanted: env.DEMO,
    holdsPeople: anyPerson.length > 0,
    markedDemo: mark[0]?.value === true,
  });
}

/** Seeds an empty database and marks it in one transaction, so that a start that is killed half-way leaves it empty. */
async function seedDemoOnce(db: Db, env: Env): Promise<boolean> {
  const first = await decide(db, env);
  if ("refuse" in first) throw new SettingsError([first.refuse]);
  if (!first.seed) {
    adoptDemo(first.run === "demo");
    return false;
  }
  const { seedDemo } = await import("@/server/demo/seed");
  const seeded = await db.transaction(async (tx) => {
    // Another instance may be seeding the database, which takes longer than a request may.
    await tx.execute(sql`set local lock_timeout = 0`);
    await tx.execute(sql`set local statement_timeout = 0`);
    await tx.execute(sql`set local idle_in_transaction_session_timeout = 0`);
    await tx.execute(sql`select pg_advisory_xact_lock(7220217)`);
    const again = await decide(tx, env);
    if ("refuse" in again || !again.seed) return false;
    await seedDemo(tx);
    await tx.insert(instance).values({ key: demoMark, value: true });
    return true;
  });
  adoptDemo(true);
  return seeded;
}

/**
 * Prepares a process so that env(), db() and isDemo() can be used: settings, PostgreSQL, migrations, demo. The server,
 * the worker and the database scripts start with it.
 */
export async function boot(options: {
  appUrl: string | undefined;
  seed: boolean;
  /** Called when the embedded PostgreSQL stopped and could not be restarted. */
  lost: () => void;
}): Promise<Booted> {
  const settings = settingsOfThisProcess();
  log.level = settings.LOG_LEVEL;
  const embedded = settings.EMBEDDED
    ? await startEmbedded({ projectRoot, dataDir: settings.DATA_DIR, demo: settings.DEMO, lost: options.lost })
    : undefined;
  const stop = async () => {
    await closeDb();
    await embedded?.stop();
  };
  try {
    const env = adoptEnv(
      resolveSettings(settings, {
        projectRoot,
        ...(options.appUrl === undefined ? {} : { APP_URL: options.appUrl }),
        ...(embedded === undefined
          ? {}
          : {
              DATABASE_URL: embedded.url,
              MIGRATE_DATABASE_URL: embedded.ownerUrl,
              DATA_DIR: embedded.dataDir,
              AUTH_SECRET: settings.AUTH_SECRET ?? embedded.authSecret,
              DEMO: embedded.demo,
            }),
      }),
    );
    if (env.S3_BUCKET === undefined) await makeDataFolder(env.DATA_DIR);
    await migrateDatabase(env.DATABASE_URL, projectRoot, env.MIGRATE_DATABASE_URL).catch((cause: unknown) => {
      throw new SettingsError([whyNot(cause)]);
    });
    const db = connectDb(env.DATABASE_URL);
    const seeded = options.seed ? await seedDemoOnce(db, env) : false;
    return { env, db, seeded, notices: embedded?.notice === undefined ? [] : [embedded.notice], stop };
  } catch (problem) {
    await stop();
    throw problem;
  }
}

function whyNot(problem: unknown): string {
  if (problem instanceof RolesError) return problem.message;
  const chain: unknown[] = [];
  for (let at = problem; at instanceof Error; at = at.cause) chain.push(at);
  const innermost = chain.at(-1) as (Error & { code?: string }) | undefined;
  const code = innermost?.code ?? "";
  if (["ECONNREFUSED", "ENOTFOUND", "ETIMEDOUT", "EHOSTUNREACH", "CONNECT_TIMEOUT", "EAI_AGAIN"].includes(code)) {
    return `DATABASE_URL or MIGRATE_DATABASE_URL leads to no PostgreSQL (${code}): check host and port, and that it runs.`;
  }
  if (["28P01", "28000"].includes(code))
    return "DATABASE_URL or MIGRATE_DATABASE_URL holds a user or password that PostgreSQL refuses.";
  if (code === "3D000")
    return "DATABASE_URL or MIGRATE_DATABASE_URL names a database that does not exist: create it first.";
  return `The database could not be brought up to date: ${innermost?.message ?? String(problem)}`;
}
