import { eq } from "drizzle-orm";
import { expect } from "vitest";
import type { Db } from "@/db/client";
import { activity, practices, projects } from "@/db/schema";
import { test } from "@/server/testing/db";
import { noon } from "@/server/testing/factories";
import { permissionTable as table } from "@/server/testing/permission-table";
import { procedures } from "@/server/testing/procedures";
import { aGhost, aWorld, roles, tryOut } from "@/server/testing/world";

test("every procedure has a row in the permission table, and every row a procedure", () => {
  expect(Object.keys(table).sort()).toEqual([...procedures.keys()].sort());
});

test("each role gets the result of the permission table", { timeout: 90_000 }, async ({ tx }) => {
  const { world, actors } = await aWorld(tx);
  const found: Record<string, string> = {};
  for (const [name, [, call]] of Object.entries(table)) {
    const cells = [];
    for (const role of roles) {
      const { letter, answer } = await tryOut(tx, actors[role], (api) => call(api, world));
      const ofProject = [world.project, world.slug, world.output, "The secret guide"].some((secret) =>
        answer.includes(secret),
      );
      cells.push(letter === "+" && !ofProject ? "o" : letter);
    }
    found[name] = cells.join(" ");
  }
  expect(found).toEqual(Object.fromEntries(Object.entries(table).map(([name, [cells]]) => [name, cells])));
});

test(
  "a closed project accepts no write except withdrawing, unpublishing by operators, removing comments, answers about the own name, reopening and exports",
  { timeout: 90_000 },
  async ({ tx }) => {
    const { world, actors } = await aWorld(tx);
    const published = { status: "published" as const, publishedAt: noon };
    await tx.update(practices).set(published).where(eq(practices.id, world.submitted));
    await tx.update(projects).set({ status: "closed" }).where(eq(projects.id, world.project));
    const recorded = (db: Db) => db.$count(activity, eq(activity.projectId, world.project));
    const changing = new Set<string>();
    for (const [name, [, call]] of Object.entries(table)) {
      if (procedures.get(name)?.type !== "mutation") continue;
      for (const role of roles) {
        await tryOut(tx, actors[role], async (api, inner) => {
          const before = await recorded(inner);
          await call(api, world);
          if ((await recorded(inner)) > before) changing.add(name);
        });
      }
    }
    expect([...changing].sort()).toEqual([
      "activity.export",
      "comments.remove",
      "outputs.withdrawVersion",
      "practices.withdraw",
      "projects.export",
      "projects.reopen",
      "publications.agree",
      "publications.decline",
      "publications.withdraw",
      "replications.answer",
      "replications.send",
      "replications.withdraw",
      "reports.unpublish",
    ]);
  },
);

test("strangers get the same response for existing and unknown subjects", { timeout: 60_000 }, async ({ tx }) => {
  const { world, actors } = await aWorld(tx);
  const ghost = aGhost();
  for (const [name, [cells, call]] of Object.entries(table)) {
    if (cells.split(" ")[1] !== "N") continue;
    const real = await tryOut(tx, actors.stranger, (api) => call(api, world));
    expect({ name, ...real }).toEqual({ name, ...(await tryOut(tx, actors.stranger, (api) => call(api, ghost))) });
  }
});
