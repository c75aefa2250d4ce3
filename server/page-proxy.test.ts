import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DomainError } from "@/domain/errors";
import { sessionCookieName } from "./auth/cookie";
import { proxyPage } from "./page-proxy";

let address = "";
let seen: IncomingHttpHeaders = {};
// Takes the place of Next and stores the headers it receives.
const server = createServer((request, response) => {
  try {
    const answered = proxyPage(request, response);
    seen = request.headers;
    if (!answered) response.end("page");
  } catch (refused) {
    response.end(refused instanceof DomainError ? refused.code : "failed");
  }
});

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  address = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
});
afterAll(() => {
  server.close();
});

const ask = (path: string, headers: Record<string, string> = {}) =>
  fetch(address + path, { headers, redirect: "manual" });

describe("the page proxy", () => {
  it("redirects people without a session to sign-in with a way back, without the client router's own parameter", async () => {
    const answer = await ask("/projects/bridges/outputs?status=late&_rsc=1abc");
    expect(answer.status).toBe(307);
    expect(answer.headers.get("location")).toBe(
      `/sign-in?next=${encodeURIComponent("/projects/bridges/outputs?status=late")}`,
    );
    expect((await ask("/search?text=guide")).headers.get("location")).toBe(
      `/sign-in?next=${encodeURIComponent("/search?text=guide")}`,
    );
    for (const path of ["/", "/library", "/practices", "/projectsx", "/sign-in"])
      expect((await ask(path)).status, path).toBe(200);
  });

  it("sets a new nonce for each page, whatever the request contains", async () => {
    const policies = [];
    for (let turn = 0; turn < 2; turn += 1) {
      const answer = await ask("/", { "content-security-policy": "script-src 'nonce-theirs'" });
      policies.push(answer.headers.get("content-security-policy"));
      expect(seen["content-security-policy"]).toBe(policies.at(-1));
    }
    expect(policies[0]).toMatch(/'nonce-[A-Za-z\d+/=]+' 'strict-dynamic'/);
    expect(policies[0]).not.toBe(policies[1]);
    await ask("/_next/static/chunk.js", { "content-security-policy": "script-src 'nonce-theirs'" });
    expect(seen["content-security-policy"]).toBeUndefined();
  });

  it("passes a request with a session cookie to the page, which checks the session", async () => {
    const cookie = `${sessionCookieName()}=anything`;
    const answer = await ask("/home", { cookie });
    expect(answer.status).toBe(200);
    expect(answer.headers.get("set-cookie")).toBeNull();
  });

  it("refuses a POST of another site and a server action without a session, and gives Next the checked origin", async () => {
    const post = (path: string, headers: Record<string, string>) =>
      fetch(address + path, { method: "POST", headers, redirect: "manual" });
    const foreign = { origin: "https://evil.example" };
    expect(await (await post("/sign-in", foreign)).text()).toBe("origin.foreign");
    expect(await (await post("/home", { "next-action": "40ab" })).text()).toBe("forbidden");
    expect((await post("/home", {})).status).toBe(303);
    expect((await post("/sign-in", { origin: address, "x-forwarded-host": "evil.example" })).status).toBe(200);
    expect(seen["x-forwarded-host"]).toBe(new URL(address).host);
  });
});
