import { createServer } from "node:http";
import { setTimeout as wait } from "node:timers/promises";
import next from "next";
import { boot, projectRoot, type Booted } from "./boot";
import { isDemo } from "./demo-mode";
import { adoptNextConfig, settingsOfThisProcess } from "./env";
import { requestHandler, type Handle } from "./http/answering";
import { listen } from "./http/listen";
import { databaseEndMs, lostDatabase, type Running } from "./running";

const print = (line: string) => process.stdout.write(`${line}\n`);

async function greet(booted: Booted, wanted: number, port: number): Promise<void> {
  for (const notice of booted.notices) print(notice);
  if (port !== wanted) print(`Port ${wanted} is taken, so this instance serves on port ${port}.`);
  print(`Consorta is ready: ${booted.env.APP_URL}`);
  if (!isDemo()) {
    if (booted.env.SMTP_URL === undefined) {
      const { keptMailsDir } = await import("./mail/keep");
      print(`No mail leaves, as SMTP_URL and MAIL_FROM are not set: each is laid down in ${keptMailsDir(booted.env)}`);
    }
    return;
  }
  const { demoEntries, demoPassword } = await import("@/server/demo/cast");
  print("Step into the demo with one click on the first page, or sign in as:");
  for (const { who, address } of demoEntries) print(`  ${who}: ${address}, password ${demoPassword}`);
}

/** Starts the server: it listens as early as possible, and the first requests wait until the start has finished. */
export async function serve(dev: boolean, running: Running): Promise<void> {
  const settings = settingsOfThisProcess();
  let opened: (handle: Handle) => void = () => undefined;
  const ready = new Promise<Handle>((resolve) => (opened = resolve));

  // A demo, whose accounts are open to everyone, listens on loopback unless HOST says otherwise.
  const host = settings.HOST ?? (settings.EMBEDDED ? "127.0.0.1" : undefined);
  const answer = requestHandler(ready, { proxies: settings.TRUST_PROXY, dev });
  // A proxy in front of an instance with an external database uses a fixed port: listening on another one would serve
  // nobody.
  const { server, port, close } = await listen(answer, { port: settings.PORT, host, flexible: settings.EMBEDDED });
  running.addListener(close);

  const booting = boot({ appUrl: `http://localhost:${port}`, seed: true, lost: lostDatabase(running) });
  // Next registers a handler for upgrades on the server it gets, and leaves those connections open without a response.
  // Only development needs it; otherwise Next gets a server that never listens, so that Node responds to such requests.
  const httpServer = dev ? server : createServer();
  if (!dev) adoptNextConfig(projectRoot);
  const app = next({ dev, dir: projectRoot, port, hostname: host ?? "localhost", httpServer });
  const preparing = app.prepare();
  const [first, second] = await Promise.allSettled([booting, preparing]);
  if (first.status === "fulfilled") running.add(first.value.stop, databaseEndMs);
  if (second.status === "fulfilled") running.add(() => app.close());
  const booted = await booting;
  await preparing;

  const { streams } = await import("./live/send-stream");
  const live = streams();
  running.addListener(() => live.close());
  opened(app.getRequestHandler());
  await greet(booted, settings.PORT, port);
  if (booted.env.WORKER === "in-process") {
    // Loading the worker blocks the process for half a second, so the first requests are served before.
    await wait(500);
    const { startWorker } = await import("@/server/worker/worker");
    const worker = await startWorker(booted.db, booted.env.DATABASE_URL);
    running.add(worker.stop);
  }
}
