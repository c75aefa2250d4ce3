import { defineConfig } from "@playwright/test";

const executablePath = process.env["CHROME_PATH"];

export default defineConfig({
  testDir: "e2e",
  outputDir: process.env["E2E_RESULTS"] ?? "test-results",
  fullyParallel: true,
  workers: 2,
  forbidOnly: true,
  retries: process.env["CI"] === undefined ? 0 : 1,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  use: {
    baseURL: process.env["E2E_URL"] ?? "http://localhost:3000",
    locale: "en-GB",
    timezoneId: "Europe/Brussels",
    launchOptions: {
      ...(executablePath === undefined ? {} : { executablePath }),
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
});
