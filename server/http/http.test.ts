import { noProxies } from "@/server/network";
import { request, type IncomingMessage, type ServerResponse } from "node:http";
import { connect, type Socket } from "node:net";
import { afterEach, expect, it } from "vitest";
import { freePort } from "@/scripts/instance.mjs";
import { requestHandler } from "./answering";
import { listen, type Listening } from "./listen";
import { markUnavailable } from "./unavailable-pages";

const open: Listening[] = [];
const sockets: Socket[] = [];
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy();
  await Promise.all(open.splice(0).map((one) => one.close()));
});

async function echo(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
  let bytes = 0;
  for await (const chunk of incoming as AsyncIterable<Buffer>) bytes += chunk.length;
  response.end(`${String(bytes)} bytes, said to be ${incoming.headers["content-length"] ?? "unknown"}`);
}

async function serving(handle = echo, deadlineMs = 30_000) {
  const answer = requestHandler(Promise.resolve(handle), { proxies: noProxies, dev: false, deadlineMs });
  const one = await listen(answer, { port: await freePort(), host: "127.0.0.1", flexible: true });
  open.push(one);
  return one;
}

/** Sends a chunked body until the server responds; returns the response and the bytes sent. */
function sendChunked(port: number, path: string, megabytes: number) {
  return new Promise<{ status: number; body: string; sent: number }>((resolve, reject) => {
    let sent = 0;
    let stopped = false;
    const call = request({ port, path, method: "POST", headers: { "content-type": "application/json" } }, (answer) => {
      stopped = true;
      let body = "";
      answer.on("data", (chunk: Buffer) => (body += chunk.toString()));
      answer.on("end", () => {
        resolve({ status: answer.statusCode ?? 0, body, sent });
        call.destroy();
      });
    });
    call.on("error", reject);
    const chunk = Buffer.alloc(65_536, "2");
    const more = () => {
      if (stopped) return;
      if (sent >= megabytes * 1_000_000) {
        call.end();
        return;
      }
      sent += chunk.length;
      call.write(chunk, () => setImmediate(more));
    };
    more();
  });
}

/** Opens a connection that sends this text and nothing more; resolves with the received text when it is closed. */
function silent(port: number, text: string): Promise<string> {
  return new Promise((resolve) => {
    let received = "";
    const socket = connect(port, "127.0.0.1", () => socket.write(text));
    sockets.push(socket);
    socket.on("data", (chunk: Buffer) => (received += chunk.toString()));
    socket
      .on("error", () => undefined)
      .on("close", () => {
        resolve(received);
      });
  });
}

it("counts a body without a Content-Length while it arrives", async () => {
  const { port } = await serving();
  const refused = await sendChunked(port, "/api/trpc/people.me", 100);
  expect(refused.status).toBe(413);
  expect(JSON.parse(refused.body)).toMatchObject({
    error: { json: { message: "request.too_large", data: { code: "PAYLOAD_TOO_LARGE", httpStatus: 413 } } },
  });
  expect(refused.sent).toBeLessThan(30_000_000);
  expect(await sendChunked(port, "/api/auth/callback/password", 0.1)).toMatchObject({ status: 413 });
  expect(await sendChunked(port, "/api/trpc/people.me", 0.5)).toMatchObject({
    status: 200,
    body: "524288 bytes, said to be 524288",
  });
});

it(
  "refuses a body that does not arrive within ten seconds, before sign-in queues for password hashing",
  { timeout: 30_000 },
  async () => {
    let reached = 0;
    const { port } = await serving((_request, response) => {
      reached += 1;
      response.end("signed in");
      return Promise.resolve();
    });
    const head = "POST /api/auth/callback/password HTTP/1.1\r\nHost: x\r\nContent-Length: 5000\r\n\r\n";
    const begun = Date.now();
    const hanging = Array.from({ length: 40 }, () => silent(port, head));
    const answer = await fetch(`http://127.0.0.1:${String(port)}/api/auth/callback/password`, {
      method: "POST",
      body: "a=b",
    });
    expect(await answer.text()).toBe("signed in");
    expect(Date.now() - begun).toBeLessThan(5_000);
    expect(reached).toBe(1);
    for (const received of await Promise.all(hanging)) expect(received).toMatch(/^HTTP\/1\.1 408 /);
    expect(Date.now() - begun).toBeLessThan(20_000);
    expect(reached).toBe(1);
  },
);

it("closes the connection when the head does not arrive", { timeout: 30_000 }, async () => {
  const { port } = await serving();
  const begun = Date.now();
  await Promise.all([silent(port, ""), silent(port, "POST /api/auth/callback/password HTTP/1.1\r\nHost:")]);
  expect(Date.now() - begun).toBeLessThan(15_000);
});

it("refuses a WebSocket and closes the connection", async () => {
  const { port } = await serving();
  for (const path of ["/nothing", "/upload"]) {
    const received = await silent(
      port,
      `GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n`,
    );
    expect(received).toMatch(/^HTTP\/1\.1 400 [\s\S]*Connection: close/i);
  }
});

it("answers a request for a stream without a session itself, as Next would buffer and end it", async () => {
  const { port } = await serving(() => Promise.reject(new Error("reached Next")));
  const answer = await fetch(`http://127.0.0.1:${String(port)}/api/live?person=x&since=0`);
  expect([answer.status, answer.headers.get("cache-control")]).toEqual([401, "no-store"]);
});

it("answers 400 to an address that cannot be decoded", async () => {
  const { port } = await serving();
  for (const path of ["/api/trpc/%E0%A4%A", "/practices/%ff", "/upload/%"]) {
    const answer = await fetch(`http://127.0.0.1:${String(port)}${path}`);
    expect([path, answer.status]).toEqual([path, 400]);
  }
});

it("answers 503 with Retry-After when the response does not begin in time", async () => {
  const { port } = await serving(() => new Promise(() => undefined), 200);
  const answer = await fetch(`http://127.0.0.1:${String(port)}/home`, { redirect: "manual", headers: { cookie: "" } });
  expect(answer.status).toBe(307);
  const late = await fetch(`http://127.0.0.1:${String(port)}/practices`);
  expect([late.status, late.headers.get("retry-after")]).toEqual([503, "30"]);
  expect(await late.text()).toMatch(/busy.*try again/);
});

it("answers 503 for a page that failed because the database was unavailable, and 500 for other failures", async () => {
  const { port } = await serving((incoming, response) => {
    if (incoming.url === "/practices") markUnavailable(String(incoming.headers["x-request-id"]));
    response.writeHead(500).end();
    return Promise.resolve();
  });
  const busy = await fetch(`http://127.0.0.1:${String(port)}/practices`);
  expect([busy.status, busy.headers.get("retry-after")]).toEqual([503, "30"]);
  const broken = await fetch(`http://127.0.0.1:${String(port)}/rules`);
  expect([broken.status, broken.headers.get("retry-after")]).toEqual([500, null]);
});

it("closes every open connection at the end", async () => {
  const one = await serving(() => new Promise(() => undefined));
  const hanging = [silent(one.port, ""), silent(one.port, "GET /practices HTTP/1.1\r\nHost: x\r\n\r\n")];
  await new Promise((resolve) => setTimeout(resolve, 100));
  const begun = Date.now();
  await one.close();
  await Promise.all(hanging);
  expect(Date.now() - begun).toBeLessThan(4_500);
  open.pop();
});

it("refuses to start on a used port behind a proxy, and takes the next free port otherwise", async () => {
  const { port } = await serving();
  const at = { port, host: "127.0.0.1" };
  await expect(listen(() => undefined, { ...at, flexible: false })).rejects.toThrow(`PORT ${String(port)} is taken`);
  const next = await listen(() => undefined, { ...at, flexible: true });
  expect(next.port).toBeGreaterThan(port);
  await next.close();
});
