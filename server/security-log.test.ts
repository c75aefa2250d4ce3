import { randomUUID } from "node:crypto";
import pino from "pino";
import { afterEach, beforeEach, expect } from "vitest";
import { signInByPassword } from "@/server/people/commands/sign-in";
import { limit, limits } from "@/server/rate-limit";
import { callAs, problemOf } from "@/server/testing/caller";
import { test } from "@/server/testing/db";
import { anAddress, aPassword, aPerson, aProject } from "@/server/testing/factories";
import { fromHere } from "@/server/testing/session";
import { log } from "./log";

const streams = log as unknown as Record<symbol, unknown>;
const usual = { level: log.level, stream: streams[pino.symbols.streamSym] };
let lines: string[] = [];
beforeEach(() => {
  lines = [];
  log.level = "info";
  streams[pino.symbols.streamSym] = { write: (line: string) => lines.push(line) };
});
afterEach(() => {
  log.level = usual.level;
  streams[pino.symbols.streamSym] = usual.stream;
});

const events = () =>
  lines
    .map((line) => JSON.parse(line) as Record<string, unknown>)
    .filter(({ msg }) => msg === "security event")
    .map(({ level: _level, time: _time, msg: _msg, ...event }) => event);

test("security events contain the kind, the account id and the network, and nothing else about a person", async ({
  tx,
}) => {
  const ip = "203.0.113.9";
  const network = "203.0.113.0/24";
  const { id, address, name } = await aPerson(tx);
  const project = await aProject(tx);
  const email = anAddress();
  await signInByPassword(tx, { ...fromHere, ip, email: address, password: "a wrong password" });
  const viewer = await callAs(project.partner.viewer, tx, { ip });
  expect(await problemOf(viewer.projects.close({ projectId: project.id }))).toBe("forbidden");
  const api = await callAs(id, tx, { ip });
  await api.people.addAddress({ email });
  await api.people.signOutEverywhere();
  await api.people.changePassword({ current: aPassword, password: "a lamp in the window" });
  const key = randomUUID();
  await limit("exports", key, limits.exports.points * 1_000);
  await expect(limit("exports", key)).rejects.toMatchObject({ code: "rate.limited" });
  expect(events()).toEqual([
    { event: "sign_in.failed", network, what: "password" },
    { event: "act.refused", account: project.partner.viewer, network, what: "projects.close forbidden" },
    { event: "addresses.changed", account: id, network },
    { event: "sessions.ended", account: id, network },
    { event: "password.changed", account: id, network },
    { event: "limit.reached", account: key, what: "exports" },
  ]);
  const text = lines.join("");
  for (const personal of [address, email, name, ip, aPassword]) expect(text).not.toContain(personal);
});
