import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import postgres from "postgres";
import { expect, it } from "vitest";
import { startEmbedded } from "./embedded";

it("a data directory of an earlier release gets a role for the application, in both of its databases", async () => {
  const dataDir = await mkdtemp(path.join(tmpdir(), "consorta-earlier-"));
  const file = path.join(dataDir, "secrets.json");
  const earlier = { databasePassword: "of the owner", authSecret: "signs sessions" };
  await writeFile(file, JSON.stringify(earlier));
  const kept: string[] = [];
  for (const demo of [true, false]) {
    const embedded = await startEmbedded({ projectRoot: process.cwd(), dataDir, demo, durable: false });
    const secrets = JSON.parse(await readFile(file, "utf8")) as Record<string, string>;
    expect(secrets).toMatchObject(earlier);
    kept.push(secrets["applicationPassword"] ?? "");
    for (const [url, role, superuser] of [
      [embedded.url, "consorta_app", "off"],
      [embedded.ownerUrl, "consorta", "on"],
    ] as const) {
      const client = postgres(url, { max: 1 });
      const [row] = await client`select current_user as role, current_setting('is_superuser') as superuser`;
      expect(row).toEqual({ role, superuser });
      await client.end();
    }
    await embedded.stop();
  }
  expect(kept[0]).toMatch(/^[\w-]{32}$/);
  expect(kept[1]).toBe(kept[0]);
  await rm(dataDir, { recursive: true, force: true });
}, 60_000);
