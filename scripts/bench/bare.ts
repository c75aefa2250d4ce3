import { cp, mkdir, rm, writeFile } from "node:fs/promises";
import { spawnSync } from "node:child_process";
import path from "node:path";

const pageSource = `import postgres from "postgres";
const sql = (globalThis.bareSql ??= postgres(process.env.BARE_DATABASE_URL, { max: 12 }));
export const dynamic = "force-dynamic";
export default async function Page() {
  const rows = await sql\`select id, at, type from activity order by id desc limit 25\`;
  return <main><h1>Bare</h1><ul>{rows.map((row) => <li key={row.id}>{row.type} {String(row.at)}</li>)}</ul></main>;
}
`;

const layoutSource = `export default function Layout({ children }) {
  return <html lang="en"><body>{children}</body></html>;
}
`;

const routeSource = `import { initTRPC } from "@trpc/server";
import { fetchRequestHandler } from "@trpc/server/adapters/fetch";
import { desc, eq } from "drizzle-orm";
import { bigint, pgTable, text, timestamp, uuid } from "drizzle-orm/pg-core";
import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import superjson from "superjson";

const people = pgTable("people", { id: uuid("id"), name: text("name") });
const activity = pgTable("activity", { id: bigint("id", { mode: "bigint" }), at: timestamp("at", { withTimezone: true }), type: text("type"), projectId: uuid("project_id") });
const db = (globalThis.bareDb ??= drizzle(postgres(process.env.BARE_DATABASE_URL, { max: 12 })));
const t = initTRPC.create({ transformer: superjson });
const router = t.router({
  list: t.procedure.query(async () => {
    await db.select().from(people).where(eq(people.id, process.env.BARE_PERSON));
    return db.select().from(activity).where(eq(activity.projectId, process.env.BARE_PROJECT)).orderBy(desc(activity.id)).limit(25);
  }),
});
const handle = (req) => fetchRequestHandler({ endpoint: "/api/trpc", req, router, createContext: () => ({}) });
export { handle as GET, handle as POST };
`;

/**
 * A minimal Next.js app of the same version with one page and one procedure, generated and built in a temporary
 * directory.
 */
export async function buildBareApp(root: string, folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(path.join(folder, "app", "api", "trpc", "[trpc]"), { recursive: true });
  const linked = spawnSync("cp", ["-al", path.join(root, "node_modules"), path.join(folder, "node_modules")]);
  if (linked.status !== 0)
    await cp(path.join(root, "node_modules"), path.join(folder, "node_modules"), {
      recursive: true,
      verbatimSymlinks: true,
    });
  await writeFile(path.join(folder, "package.json"), JSON.stringify({ name: "bare", private: true, type: "module" }));
  await writeFile(path.join(folder, "next.config.mjs"), `export default { serverExternalPackages: ["postgres"] };\n`);
  await writeFile(path.join(folder, "app", "layout.jsx"), layoutSource);
  await writeFile(path.join(folder, "app", "page.jsx"), pageSource);
  await writeFile(path.join(folder, "app", "api", "trpc", "[trpc]", "route.js"), routeSource);
  const next = path.join(folder, "node_modules", "next", "dist", "bin", "next");
  const built = spawnSync(process.execPath, [next, "build"], {
    cwd: folder,
    encoding: "utf8",
    env: { ...process.env, NODE_ENV: "production", BARE_DATABASE_URL: "postgres://nobody@127.0.0.1:1/none" },
  });
  if (built.status !== 0) throw new Error(`The bare app did not build:\n${built.stdout}${built.stderr}`);
}
