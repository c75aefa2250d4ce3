import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { eq, sql } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Db } from "@/db/client";
import { activity, fileVersions } from "@/db/schema";
import { actLinkHeader } from "@/domain/act-links";
import { DiskStorage } from "@/server/files/disk-storage";
import { adoptEnv, env } from "@/server/env";
import { offerLinks } from "@/server/mail/offer-links";
import { ownDatabase } from "@/server/testing/db";
import { aProject } from "@/server/testing/factories";
import { openFileServer } from "@/server/testing/file-server";
import { anOutput } from "@/server/testing/work-factories";

let db: Db;
let close: () => Promise<void>;
let shut: () => Promise<void>;
let base: string;
let folder: string;

beforeAll(async () => {
  const own = await ownDatabase();
  ({ db, close } = own);
  folder = await mkdtemp(path.join(tmpdir(), "consorta-links-"));
  ({ base, shut } = await openFileServer(db, own.url, new DiskStorage(folder)));
});
afterAll(async () => {
  await shut();
  await close();
  await rm(folder, { recursive: true, force: true });
});

const encoded = (value: string) => Buffer.from(value).toString("base64");

/** A request of the tus protocol with the token of a link and no cookie. */
const tus = (method: string, address: string, token: string, headers: Record<string, string>, body?: string) =>
  fetch(new URL(address, base), {
    method,
    headers: { "Tus-Resumable": "1.0.0", [actLinkHeader]: token, ...headers },
    ...(body === undefined ? {} : { body }),
  });

const begin = (token: string, outputId: string, name: string, size: number) =>
  tus("POST", "/upload", token, {
    "Upload-Length": String(size),
    "Upload-Metadata": `outputId ${encoded(outputId)},name ${encoded(name)}`,
  });

const send = (token: string, begun: Response, body: string) =>
  tus(
    "PATCH",
    begun.headers.get("location") ?? "",
    token,
    { "Upload-Offset": "0", "Content-Type": "application/offset+octet-stream" },
    body,
  );

async function aLink(project: Awaited<ReturnType<typeof aProject>>, outputId: string) {
  const asked = { type: "output" as const, id: outputId };
  const personId = project.partner.contributor;
  const [link] = await offerLinks(db, new Date(), { mailKey: `remind:${outputId}`, personId, asked });
  return (link?.url ?? "").split("/act/")[1] ?? "";
}

it("takes files for the output of the link alone, in the name of its person", async () => {
  const project = await aProject(db);
  const [output, another] = [await anOutput(db, project), await anOutput(db, project)];
  const token = await aLink(project, output.id);
  expect((await begin(token, another.id, "Guide.txt", 5)).status).toBe(403);
  const begun = await begin(token, output.id, "Guide.txt", 5);
  expect(begun.status).toBe(201);
  const otherToken = await aLink(project, another.id);
  expect((await send(otherToken, begun, "hello")).status).toBe(404);
  const done = await send(token, begun, "hello");
  expect(done.status).toBe(204);
  const versionId = done.headers.get("x-consorta-version") ?? "";
  const [version] = await db.select().from(fileVersions).where(eq(fileVersions.id, versionId));
  expect(version).toMatchObject({ name: "Guide.txt", uploadedBy: project.partner.contributor });
  const [event] = await db.select().from(activity).where(eq(activity.outputId, output.id));
  expect(event?.data).toMatchObject({ via: "email_link" });
});

it("takes further files for an hour after the first one", async () => {
  const project = await aProject(db);
  const output = await anOutput(db, project);
  const token = await aLink(project, output.id);
  await send(token, await begin(token, output.id, "One.txt", 3), "one");
  expect((await begin(token, output.id, "Two.txt", 3)).status).toBe(201);
  await db.execute(sql`update act_links set used_at = used_at - interval '61 minutes'`);
  expect((await begin(token, output.id, "Three.txt", 5)).status).toBe(404);
  expect((await begin("another token", output.id, "Three.txt", 5)).status).toBe(404);
});

it("limits the tokens that a network guesses, and not the pieces of a file", async () => {
  const project = await aProject(db);
  const output = await anOutput(db, project);
  const token = await aLink(project, output.id);
  const from = (network: string) => ({ "x-consorta-peer": network });
  const shared = globalThis as typeof globalThis & { consortaLimiters?: unknown };
  const usual = env();
  delete shared.consortaLimiters;
  adoptEnv({ ...usual, RATE_LIMIT_FACTOR: 0.01 });
  try {
    const [school, guesser] = [uuid(), uuid()];
    const ask = async (network: string, sent: string) =>
      (await tus("HEAD", `/upload/${uuid()}`, sent, from(network))).status;
    for (let index = 0; index < 10; index += 1) expect(await ask(school, token)).toBe(404);
    const guesses: number[] = [];
    for (let index = 0; index < 4; index += 1) guesses.push(await ask(guesser, `guess-${String(index)}`));
    expect(guesses).toEqual([404, 404, 404, 429]);
    // Whether a guess is right is not answered either.
    expect(await ask(guesser, token)).toBe(429);
    expect(await ask(school, token)).toBe(404);
  } finally {
    delete shared.consortaLimiters;
    adoptEnv(usual);
  }
});
