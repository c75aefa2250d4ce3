import { get, type IncomingMessage } from "node:http";
import { v7 as uuid } from "uuid";
import type { Db } from "@/db/client";
import { participationPeople, people } from "@/db/schema";
import { loadActor } from "@/server/auth/session";
import { env } from "@/server/env";
import { record } from "@/server/events/record";
import { aProject, type TestProject } from "@/server/testing/factories";
import { aSession } from "@/server/testing/session";
import { freePort } from "../instance.mjs";
import { quantile, start } from "./measure";
import { memory } from "./memory";
import { withOwnDatabase } from "./own-database";
import { amount } from "./report";

const readers = 500;
const acts = 10;

/** A project with as many more people. */
async function fill(owner: Db) {
  const project = await aProject(owner);
  const ids = Array.from({ length: readers }, () => uuid());
  await owner.insert(people).values(ids.map((id) => ({ id, name: "Reader" })));
  const viewer = { projectId: project.id, participationId: project.partner.participationId, role: "viewer" as const };
  await owner.insert(participationPeople).values(ids.map((personId) => ({ id: uuid(), personId, ...viewer })));
  return { project, ids };
}

/** An open stream; `heard` resolves with the time when it names the project. */
type Stream = { heard: () => Promise<number>; answer: IncomingMessage };

async function openStream(port: number, person: string, cookie: string, slug: string): Promise<Stream> {
  const query = new URLSearchParams({ person, since: String(Date.now() + 60_000) });
  const answer = await new Promise<IncomingMessage>((resolve, reject) => {
    get({ port, path: `/api/live?${query.toString()}`, headers: { cookie }, agent: false }, resolve).on(
      "error",
      reject,
    );
  });
  if (answer.statusCode !== 200) throw new Error(`A stream was answered with ${String(answer.statusCode)}.`);
  const heard = () =>
    new Promise<number>((resolve) => {
      const read = (chunk: Buffer) => {
        if (!chunk.toString().includes(`data: ${slug}\n`)) return;
        answer.off("data", read);
        resolve(performance.now());
      };
      answer.on("data", read);
    });
  answer.resume();
  return { heard, answer };
}

async function act(db: Db, project: TestProject): Promise<void> {
  const by = await loadActor(db, project.coordinator.manager, new Date());
  await db.transaction((tx) =>
    record(
      tx,
      { actor: by?.actor ?? null, now: new Date() },
      { projectId: project.id },
      { type: "project.exported", data: {} },
    ),
  );
}

/** What the streams of open pages cost an instance, and how soon an act of another process reaches all of them. */
export async function openStreams(): Promise<void> {
  await withOwnDatabase(fill, async (db, { project, ids }) => {
    const port = await freePort();
    const { DATABASE_URL, DATA_DIR, AUTH_SECRET, APP_URL } = env();
    const server = await start(
      [process.execPath, "scripts/start.cjs"],
      process.cwd(),
      {
        DATABASE_URL,
        DATA_DIR,
        AUTH_SECRET,
        APP_URL,
        DEMO: "0",
        PORT: String(port),
        LOG_LEVEL: "error",
        // Nothing is sent.
        SMTP_URL: "smtp://127.0.0.1:1",
        MAIL_FROM: "bench@example.org",
      },
      "is ready",
    );
    const pid = server.process.pid ?? 0;
    try {
      const cookies = new Map<string, string>();
      for (const id of ids) cookies.set(id, await aSession(db, id));
      const before = memory(pid).now;
      const streams: Stream[] = [];
      for (const [id, cookie] of cookies) streams.push(await openStream(port, id, cookie, project.slug));
      const times: number[] = [];
      for (let one = 0; one < acts; one += 1) {
        const all = Promise.all(streams.map(({ heard }) => heard()));
        const began = performance.now();
        await act(db, project);
        times.push(Math.max(...(await all)) - began);
      }
      amount({ what: "500 open streams, more memory", value: memory(pid).now - before, unit: "MB" }, { atMost: 100 });
      amount(
        { what: "an act reaches all of them, slowest of ten", value: quantile(times, 1), unit: "ms" },
        { atMost: 1_000 },
      );
      for (const { answer } of streams) answer.destroy();
    } finally {
      await server.stop();
    }
  });
}
