import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import { afterEach, expect, it } from "vitest";
import { askedPathHeader } from "@/domain/asked-path";
import { handlePage } from "./not-found-page";

const empty = '<!DOCTYPE html><html id="__next_error__"><head></head><body></body></html>';
const servers: ReturnType<typeof createServer>[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

/** Writes a document as Next does: headers first, then pieces; it waits for the end of the response. */
async function write(response: ServerResponse, status: number, type: string, pieces: readonly string[]): Promise<void> {
  response.statusCode = status;
  response.setHeader("Content-Type", type);
  response.flushHeaders();
  for (const piece of pieces) {
    response.write(new TextEncoder().encode(piece));
    await wait(5);
  }
  const finished = new Promise((resolve) => response.once("finish", resolve));
  response.end();
  await finished;
}

async function serve(page: (request: IncomingMessage, response: ServerResponse) => Promise<void>) {
  const handled: string[] = [];
  const server = createServer((request, response) => {
    void handlePage(request, response, async (asked, answer) => {
      handled.push(
        `${asked.method ?? ""} ${asked.url ?? ""} ${String(asked.headers.cookie)} ${String(asked.headers[askedPathHeader])}`,
      );
      if (asked.url?.startsWith("/absent") || asked.url?.startsWith("/invite/ended")) {
        await write(answer, answer.statusCode, "text/html", [`page ${asked.url}`]);
      } else await page(asked, answer);
    });
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const base = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  const ask = async (path: string, init: RequestInit = {}) => {
    const answer = await fetch(`${base}${path}`, { headers: { cookie: "a=b" }, ...init });
    return { status: answer.status, left: answer.headers.get("x-left"), text: await answer.text() };
  };
  return { ask, handled };
}

it("a page that does not exist is rendered as a page that says so, with status 404", async () => {
  const { ask, handled } = await serve((_, response) => {
    response.setHeader("X-Left", "by the empty document");
    return write(response, 404, "text/html; charset=utf-8", [empty, "more"]);
  });
  expect(await ask("/practices/none?a=b")).toEqual({ status: 404, left: null, text: "page /absent" });
  expect(handled).toEqual(["GET /practices/none?a=b a=b undefined", "GET /absent a=b /practices/none"]);
  expect(await ask("/practices/none", { method: "POST", body: "a=b" })).toMatchObject({ text: "page /absent" });
  expect(handled.at(-1)).toBe("GET /absent a=b /practices/none");
  expect(await ask("/invite/none?lang=pl")).toMatchObject({ status: 404, text: "page /invite/ended?lang=pl" });
});

it("the page that says so has status 404 also when it is asked for by its address", async () => {
  const { ask } = await serve(() => Promise.reject(new Error("Not reached.")));
  expect(await ask("/absent")).toMatchObject({ status: 404, text: "page /absent" });
});

it.each([
  [200, "text/html", ["<!DOCTYPE html><html>", "a page"]],
  [404, "text/html", ["<!DOCTYPE html><html>", "an unknown address"]],
  [404, "text/x-component", ['1:"id=__next_error__"']],
  [500, "text/html", [empty]],
] as const)("every other response is sent as it is: %i %s", async (status, type, pieces) => {
  const { ask, handled } = await serve((_, response) => write(response, status, type, pieces));
  expect(await ask("/page")).toEqual({ status, left: null, text: pieces.join("") });
  expect(handled).toHaveLength(1);
});
