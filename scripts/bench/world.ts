import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { sql } from "drizzle-orm";
import { openDb } from "@/db/client";
import { startEmbedded } from "@/db/embedded";
import { migrateDatabase } from "@/db/migrate";
import { publicationVersions } from "@/db/schema";
import { sessionCookieName } from "@/server/auth/cookie";
import { mintSession } from "@/server/auth/session";
import { startSession } from "@/server/auth/session-rows";
import { adoptEnv, settingsOfThisProcess, resolveSettings } from "@/server/env";
import { freePort } from "../instance.mjs";
import { buildBareApp } from "./bare";
import { aBusyMember } from "./busy-member";
import { aLongPractice } from "./long-practice";
import { aProject } from "@/server/testing/factories";
import { fill } from "@/server/testing/fill";
import { aPublication } from "@/server/testing/publication-factories";
import { start, type Started } from "./measure";

export interface World {
  folder: string;
  dataDir: string;
  /** Addresses of Consorta and of the bare app. */
  address: string;
  bareAddress: string;
  /** The session cookie of the person who coordinates the project. */
  cookie: string;
  slug: string;
  /** The output that files are uploaded to. */
  outputId: string;
  /** The session cookie of a person with 2,000 open tasks, and the slug of a project with a long plan. */
  busy: { cookie: string; planned: string };
  /** Slugs of the public pages that are read. */
  publicPages: { output: string; practice: string };
  /** Makes a version public on the page of the output above. */
  publish: (versionId: string) => Promise<void>;
  /** The submission that is read; its output gets no uploads. */
  submission: { id: string; outputId: string };
  /**
   * Starts PostgreSQL; returns a function that stops it. Without it Consorta starts its own, which takes twice as long.
   */
  openDatabase: () => Promise<() => Promise<void>>;
  serveConsorta: () => Promise<Started>;
  serveBare: () => Promise<Started>;
  /** Both apps, restarted on a running PostgreSQL, so that earlier measurements do not affect their memory. */
  withBoth: (work: (pids: { ours: number; bare: number }) => Promise<void>) => Promise<void>;
  end: () => Promise<void>;
}

const root = path.resolve(import.meta.dirname, "../..");

/** A filled database, a person with a session, and two apps that can serve it. */
export async function makeWorld(): Promise<World> {
  const folder = await mkdtemp(path.join(tmpdir(), "consorta-bench-"));
  // PostgreSQL may run as another user, who needs access to its data.
  await chmod(folder, 0o711);
  const dataDir = path.join(folder, "data");
  const [port, barePort] = [await freePort(), await freePort()];
  const address = `http://localhost:${String(port)}`;
  const open = () => startEmbedded({ projectRoot: root, dataDir, demo: false });
  const embedded = await open();
  await migrateDatabase(embedded.url, root, embedded.ownerUrl);
  adoptEnv(
    resolveSettings(settingsOfThisProcess(), {
      projectRoot: root,
      DATABASE_URL: embedded.url,
      DATA_DIR: dataDir,
      AUTH_SECRET: embedded.authSecret,
      APP_URL: address,
    }),
  );
  const db = openDb(embedded.ownerUrl, { limited: false });
  const { personId, slug } = await fill(db);
  const published = await aProject(db);
  const publication = await aPublication(db, published);
  const practice = await aLongPractice(db, published);
  const busy = await aBusyMember(db);
  const { sessionId } = await startSession(db, new Date(), personId, { browser: "", system: "", replaces: null });
  const sessionToken = await mintSession({ personId, sessionId });
  const [ids] = await db.execute<{ project: string; output: string; read: string; submission: string }>(sql`
    select p.id as project, o.id as output, s.output_id as read, s.id as submission
    from projects p join outputs o on o.project_id = p.id and o.number = 5
      join submissions s on s.project_id = p.id and s.status = 'open' where p.slug = ${slug}`);
  if (!ids) throw new Error("The measured project is not there.");
  await db.$client.end();
  await embedded.stop();
  const bareFolder = path.join(folder, "bare");
  await buildBareApp(root, bareFolder);

  // PostgreSQL gets another port each time it starts.
  let databaseUrl = "";
  const world: World = {
    folder,
    dataDir,
    address,
    bareAddress: `http://localhost:${String(barePort)}`,
    cookie: `${sessionCookieName()}=${sessionToken}`,
    slug,
    outputId: ids.output,
    busy,
    publicPages: { output: publication.slug, practice },
    publish: async (versionId) => {
      const open = openDb(databaseUrl, { max: 1 });
      await open.insert(publicationVersions).values({ publicationId: publication.id, versionId });
      await open.$client.end();
    },
    submission: { id: ids.submission, outputId: ids.read },
    openDatabase: async () => {
      const opened = await open();
      databaseUrl = opened.url;
      return opened.stop;
    },
    serveConsorta: () =>
      start(
        [process.execPath, "scripts/start.cjs"],
        root,
        {
          DEMO: "0",
          DATA_DIR: dataDir,
          PORT: String(port),
          RATE_LIMIT_FACTOR: "1000000",
          LOG_LEVEL: "error",
          // So that one process can download as many networks.
          TRUST_PROXY: "1",
        },
        "is ready",
      ),
    serveBare: () =>
      start(
        [process.execPath, path.join(bareFolder, "node_modules/next/dist/bin/next"), "start", "-p", String(barePort)],
        bareFolder,
        {
          BARE_DATABASE_URL: databaseUrl,
          BARE_PERSON: personId,
          BARE_PROJECT: ids.project,
        },
        "Ready",
      ),
    withBoth: async (work) => {
      const closeDatabase = await world.openDatabase();
      try {
        const ours = await world.serveConsorta();
        try {
          const bare = await world.serveBare();
          try {
            await work({ ours: pidOf(ours), bare: pidOf(bare) });
          } finally {
            await bare.stop();
          }
        } finally {
          await ours.stop();
        }
      } finally {
        await closeDatabase();
      }
    },
    end: () => rm(folder, { recursive: true, force: true }),
  };
  // The first start builds the app when needed and creates the data directory.
  const closeDatabase = await world.openDatabase();
  await (await world.serveConsorta()).stop();
  await closeDatabase();
  return world;
}

function pidOf(started: Started): number {
  const { pid } = started.process;
  if (pid === undefined) throw new Error("A process was not started.");
  return pid;
}
