import { NextRequest } from "next/server";
import { describe, expect, it } from "vitest";
import { handleTrpc } from "./http";

function ask(text: string): Promise<Response> {
  const body = JSON.stringify({ json: { text } });
  const headers = { "Content-Type": "application/json", "Content-Length": String(body.length) };
  const address = "http://localhost:3000/api/trpc/programme.parseReference";
  return handleTrpc(new NextRequest(address, { method: "POST", headers, body }));
}

describe("the API over HTTP", () => {
  it("responds to a query sent by POST", async () => {
    const answer = await ask("2019-ES01-KA201-065417");
    expect(answer.status).toBe(200);
    expect(await answer.json()).toMatchObject({
      result: { data: { json: { valid: false, problem: "missing_round", suggestion: "2019-1-ES01-KA201-065417" } } },
    });
  });

  it("responds in the language that the request negotiates", async () => {
    const input = encodeURIComponent(JSON.stringify({ json: { year: 2020 } }));
    const address = `http://localhost:3000/api/trpc/programme.actions?input=${input}`;
    const namesIn = async (headers: Record<string, string>) =>
      (await handleTrpc(new NextRequest(address, { headers }))).text();
    const english = await namesIn({});
    expect(await namesIn({ "accept-language": "en-XA" })).not.toBe(english);
    expect(await namesIn({ cookie: "locale=en-XA", "accept-language": "en-GB" })).not.toBe(english);
    expect(await namesIn({ "accept-language": "tlh" })).toBe(english);
  });

  it("forbids caches to store responses", async () => {
    expect((await ask("2019-ES01-KA201-065417")).headers.get("cache-control")).toBe("no-store");
    const address = "http://localhost:3000/api/trpc/people.me";
    for (const method of ["GET", "POST"]) {
      const answer = await handleTrpc(new NextRequest(address, { method, headers: { origin: "null" } }));
      expect([answer.ok, answer.headers.get("cache-control")]).toEqual([false, "no-store"]);
    }
  });

  it("refuses a write of another site in the format of its other refusals", async () => {
    const address = "http://localhost:3000/api/trpc/people.markSeen";
    const answer = await handleTrpc(
      new NextRequest(address, { method: "POST", headers: { origin: "null" }, body: "{}" }),
    );
    expect(answer.status).toBe(403);
    expect(await answer.json()).toMatchObject({
      error: { json: { message: "origin.foreign", data: { code: "FORBIDDEN", problem: "origin.foreign" } } },
    });
  });
});
