import { afterAll, afterEach, beforeEach, expect, inject, vi, type MockInstance } from "vitest";
import { closeDb } from "@/db/client";
import { adoptEnv, readSettings, resolveSettings } from "@/server/env";
import { log } from "@/server/log";
import { connectWorkerClone } from "./db";

log.level = "silent";
const url = await connectWorkerClone();
adoptEnv(
  resolveSettings(
    readSettings({
      DATABASE_URL: url,
      DATA_DIR: inject("dataDir"),
      APP_URL: "http://localhost:3000",
      AUTH_SECRET: "an integration test signs its sessions with this",
      DEMO: "1",
      RATE_LIMIT_FACTOR: "1000",
      WORKER: "off",
    }),
    { projectRoot: process.cwd() },
  ),
);

let complaints: MockInstance<typeof console.error>;
beforeEach(() => {
  complaints = vi.spyOn(console, "error");
});
afterEach(() => {
  const calls = complaints.mock.calls;
  complaints.mockRestore();
  expect(calls, "nothing may complain on the console").toEqual([]);
});
afterAll(closeDb);
