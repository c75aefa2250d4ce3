import path from "node:path";
import { defineConfig } from "vitest/config";

const root = import.meta.dirname;
// The package throws outside Next's bundle; the architecture test keeps server code out of the browser.
const alias = { "@": root, "server-only": path.join(root, "server/testing/empty.ts") };
const never = ["**/node_modules/**", "**/.next/**", "**/.data/**", "e2e/**"];

export default defineConfig({
  test: {
    env: { TZ: "Asia/Kathmandu" },
    projects: [
      {
        resolve: { alias },
        test: {
          name: "unit",
          env: { TZ: "Asia/Kathmandu" },
          include: ["*.test.ts", "{domain,db,components,app,messages,scripts}/**/*.test.{ts,tsx}"],
          exclude: never,
          // They change nothing outside themselves, and loading the modules anew for each file takes two thirds of the time.
          isolate: false,
          // Some read every source file, beside lint on the other core.
          testTimeout: 20_000,
        },
      },
      {
        resolve: { alias },
        test: {
          name: "integration",
          env: { TZ: "Asia/Kathmandu" },
          include: ["server/**/*.test.{ts,tsx}"],
          exclude: never,
          globalSetup: ["server/testing/cluster.ts"],
          // Vitest would leave one of two cores to itself, while these tests mostly wait for PostgreSQL.
          maxWorkers: 2,
          setupFiles: ["server/testing/setup.ts"],
          testTimeout: 20_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
