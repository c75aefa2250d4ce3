import { sql } from "drizzle-orm";
import { expect } from "vitest";
import type { Db } from "@/db/client";
import { loadActor } from "@/server/auth/session";
import { getOverview } from "@/server/projects/queries/get-project";
import { callAs } from "@/server/testing/caller";
import { test } from "@/server/testing/db";
import { noon } from "@/server/testing/factories";
import { permissionTable as table } from "@/server/testing/permission-table";
import { aGhost, aWorld, roles, tryOut } from "@/server/testing/world";
import { appRouter } from "./router";

test("every procedure has its row, and every row its procedure", () => {
  expect(Object.keys(table).sort()).toEqual(Object.keys(appRouter._def.procedures).sort());
});

test("each role gets what its row says", { timeout: 90_000 }, async ({ tx }) => {
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

test("a stranger cannot tell what exists from what does not", { timeout: 60_000 }, async ({ tx }) => {
  const { world, actors } = await aWorld(tx);
  const ghost = aGhost();
  for (const [name, [cells, call]] of Object.entries(table)) {
    if (cells.split(" ")[1] !== "N") continue;
    const real = await tryOut(tx, actors.stranger, (api) => call(api, world));
    expect({ name, ...real }).toEqual({ name, ...(await tryOut(tx, actors.stranger, (api) => call(api, ghost))) });
  }
});
