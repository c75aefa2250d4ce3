import { afterEach, expect, it } from "vitest";
import { adoptEnv, env } from "./env";
import { answerHeaders } from "./security-headers";

const before = env();
afterEach(() => adoptEnv(before));

it("demands TLS for a year, subdomains included, when the server is served over TLS", () => {
  adoptEnv({ ...before, APP_URL: "https://consorta.example.org" });
  expect(answerHeaders()["Strict-Transport-Security"]).toBe("max-age=31536000; includeSubDomains");
});

it("demands no TLS when the server is served without it", () => {
  adoptEnv({ ...before, APP_URL: "http://localhost:3000" });
  expect(answerHeaders()).not.toHaveProperty("Strict-Transport-Security");
});
