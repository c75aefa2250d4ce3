import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Db } from "@/db/client";
import { ownDatabase } from "@/server/testing/db";
import { aPerson } from "@/server/testing/factories";
import { aSession } from "@/server/testing/session";
import { officialListPath, receiveOfficialList } from "./official-list";

let db: Db;
let close: () => Promise<void>;
let server: Server;
let base: string;
let cookie: string;

beforeAll(async () => {
  ({ db, close } = await ownDatabase());
  const { id: personId } = await aPerson(db);
  cookie = await aSession(db, personId);
  server = createServer((request, response) => void receiveOfficialList(request, response, db));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}${officialListPath}`;
});
afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await close();
});

const list = `Project Identifier;Project Title;Coordinating organisation name
2019-1-ES01-KA201-065417;Wheels in rural schools;Escuela del Río
2018-1-PL01-KA204-051234;Bread and butter;Fundacja Chleb
`;

async function send(body: string, wanted: string, headers: Record<string, string> = { Cookie: cookie }) {
  const answer = await fetch(`${base}?wanted=${encodeURIComponent(wanted)}`, { method: "POST", headers, body });
  return [answer.status, await answer.json()] as const;
}

describe("the endpoint that searches the official list", () => {
  it("returns matching projects to a signed-in person, also when it has found enough before the end of the file", async () => {
    const long = list + "2017-1-ES01-KA201-000001;Filler;Somebody\n".repeat(100_000);
    expect(await send(long, "2019-1-ES01-KA201-065417")).toMatchObject([
      200,
      { fitting: 1, projects: [{ title: "Wheels in rural schools" }] },
    ]);
    expect(await send(list, "chleb")).toMatchObject([200, { rows: 2, fitting: 1 }]);
  });

  it("refuses other files with the reason, and strangers at once", async () => {
    expect(await send("<html>", "")).toEqual([422, { problem: "not_a_list" }]);
    expect(await send("a;b\n1;2\n", "")).toEqual([422, { problem: "layout" }]);
    expect(await send(list, "", {})).toEqual([401, { problem: "person.signed_out" }]);
    const asked = await fetch(base, { headers: { Cookie: cookie } });
    expect(asked.status).toBe(405);
  });
});
