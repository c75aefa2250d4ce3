import { randomUUID } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { setTimeout as wait } from "node:timers/promises";
import next from "next";
import { boot, projectRoot, type Booted } from "./boot";
import { isDemo } from "./demo-mode";
import { settingsOfThisProcess, SettingsError } from "./env";
import { admit } from "./front-door";
import { log } from "./log";
import type { Running } from "./running";
import { answerHeaders } from "./security-headers";

type Handle = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

const carriesFiles = /^\/(upload|files)(\/|\?|$)/;
// Mail templates, storage and archives are not needed to serve the first page: they are loaded behind it.
const transfer = async (request: IncomingMessage, response: ServerResponse) =>
  (await import("./files/transfer")).fileTransfer(request, response);

const say = (line: string) => process.stdout.write(`${line}\n`);

/** Listens on the wanted port or the next free one. */
async function listen(server: Server, wanted: number, host: string | undefined): Promise<number> {
  for (let port = wanted; port < wanted + 100 && port < 65_536; port++) {
    const taken = await new Promise<boolean>((resolve, reject) => {
      server.once("error", (problem: NodeJS.ErrnoException) => {
        if (problem.code === "EADDRINUSE") resolve(true);
        else
          reject(new SettingsError([`HOST ${host ?? ""} with PORT ${port} cannot be used (${problem.code ?? ""}).`]));
      });
      server.listen({ port, host }, () => {
        server.removeAllListeners("error");
        resolve(false);
      });
    });
    if (!taken) return port;
    server.removeAllListeners("error");
  }
  throw new SettingsError([`PORT ${wanted} and the hundred after it are taken: set PORT to a free one.`]);
}

/** Who calls, as far as it can be known; rate limits count by it, so a header of the caller's own is not believed. */
function callerOf(request: IncomingMessage, trustProxy: boolean): string {
  const forwarded = request.headers["x-forwarded-for"];
  const last = trustProxy
    ? String(forwarded ?? "")
        .split(",")
        .at(-1)
        ?.trim()
    : undefined;
  return last !== undefined && last !== "" ? last : (request.socket.remoteAddress ?? "unknown");
}

/** Answers for the whole house: files on our own server, everything else by Next. Early callers wait for the start. */
function answering(ready: Promise<Handle>, trustProxy: boolean) {
  return (request: IncomingMessage, response: ServerResponse) => {
    const requestId = randomUUID();
    request.headers["x-consorta-peer"] = callerOf(request, trustProxy);
    request.headers["x-request-id"] = requestId;
    ready
      .then(async (handle) => {
        for (const [name, value] of Object.entries(answerHeaders())) response.setHeader(name, value);
        const mine = carriesFiles.test(request.url ?? "") && (await transfer(request, response));
        if (!mine && !(await admit(request, response))) await handle(request, response);
      })
      .catch((problem: unknown) => {
        log.error({ err: problem, requestId }, "A request failed.");
        if (!response.headersSent) response.writeHead(500, { "Content-Type": "text/plain" });
        response.end();
      });
  };
}

async function closeServer(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => {
    server.close(() => {
      resolve();
    });
  });
  server.closeIdleConnections();
  const patience = setTimeout(() => {
    server.closeAllConnections();
  }, 3_000);
  await closed;
  clearTimeout(patience);
}

async function greet(booted: Booted, wanted: number, port: number): Promise<void> {
  for (const notice of booted.notices) say(notice);
  if (port !== wanted) say(`Port ${wanted} is taken, so this instance serves on port ${port}.`);
  say(`Consorta is ready: ${booted.env.APP_URL}`);
  if (!isDemo()) {
    if (booted.env.SMTP_URL === undefined) {
      const { keptMailsDir } = await import("./mail/keep");
      say(`No mail leaves, as SMTP_URL and MAIL_FROM are not set: each is laid down in ${keptMailsDir(booted.env)}`);
    }
    return;
  }
  const { demoEntries, demoPassword } = await import("@/server/demo/cast");
  say("Step into the demo with one click on the first page, or sign in as:");
  for (const { who, address } of demoEntries) say(`  ${who}: ${address}, password ${demoPassword}`);
}

/** Opens the house: serves as soon as it can, and answers the first callers when everything is there. */
export async function serve(dev: boolean, running: Running): Promise<void> {
  const settings = settingsOfThisProcess();
  let opened: (handle: Handle) => void = () => undefined;
  const ready = new Promise<Handle>((resolve) => (opened = resolve));

  // A slow line may take hours over one upload: only the head of a request has to come quickly.
  const server = createServer({ requestTimeout: 0, headersTimeout: 30_000 }, answering(ready, settings.TRUST_PROXY));
  // A demo that anyone may enter is not offered to the whole network unless somebody says so.
  const host = settings.HOST ?? (settings.EMBEDDED ? "127.0.0.1" : undefined);
  const port = await listen(server, settings.PORT, host);
  running.addDoor(() => closeServer(server));

  const booting = boot({ appUrl: `http://localhost:${port}`, seed: true });
  const app = next({ dev, dir: projectRoot, port, hostname: host ?? "localhost", httpServer: server });
  const preparing = app.prepare();
  const [first, second] = await Promise.allSettled([booting, preparing]);
  if (first.status === "fulfilled") running.add(first.value.stop);
  if (second.status === "fulfilled") running.add(() => app.close());
  const booted = await booting;
  await preparing;

  opened(app.getRequestHandler());
  await greet(booted, settings.PORT, port);
  if (booted.env.WORKER === "in-process") {
    // Loading it takes half a second of this process: the first callers go first.
    await wait(500);
    const { startWorker } = await import("./jobs/worker");
    const worker = await startWorker(booted.db, booted.env.DATABASE_URL);
    running.add(worker.stop);
  }
}
