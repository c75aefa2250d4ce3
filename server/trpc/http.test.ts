import { describe, expect, it } from "vitest";
import { handleTrpc } from "./http";

function ask(text: string): Promise<Response> {
  const body = JSON.stringify({ json: { text } });
  const headers = { "Content-Type": "application/json", "Content-Length": String(body.length) };
  const address = "http://localhost:3000/api/trpc/programme.parseReference";
  return handleTrpc(new Request(address, { method: "POST", headers, body }));
}

describe("the gate over HTTP", () => {
  it("answers a query that comes by POST", async () => {
    const answer = await ask("2019-ES01-KA201-065417");
    expect(answer.status).toBe(200);
    expect(await answer.json()).toMatchObject({
      result: { data: { json: { valid: false, problem: "missing_round", suggestion: "2019-1-ES01-KA201-065417" } } },
    });
  });

  it("refuses an endless body in the shape of its other refusals", async () => {
    const answer = await ask("2".repeat(1_000_000));
    expect(answer.status).toBe(413);
    expect(await answer.json()).toMatchObject({
      error: { json: { message: "input.too_long", data: { code: "PAYLOAD_TOO_LARGE", problem: "input.too_long" } } },
    });
  });
});
