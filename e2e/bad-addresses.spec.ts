import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { demoSlug, enterDemo, expect, test } from "./fixtures";

/** Every parameter that a page reads, and an unknown one. */
const parameters = [
  "cursor next error show joined place people invitations files history reviews",
  "organisationId personId kind month status due text country language field topic",
  "action callYear strand months grant founded longTerm type role category from fromCountry to toCountry km",
  "unknown",
]
  .join(" ")
  .split(" ");

/** Values in encoded form, some with invalid encoding. */
const values = [
  "",
  "a%00b",
  "%ED%A0%80",
  "%E0%A4%A",
  "x".repeat(3_000),
  "%E2%80%AEgnp.exe",
  "%3Cscript%3Ealert(1)%3C%2Fscript%3E",
  "'%20or%201=1--",
  "..%2F..%2F..%2Fetc%2Fpasswd",
  "%2F%09%2Fevil.example",
  "x!",
  "0000-01-01",
  "9999-99",
  "00000000-0000-0000-0000-000000000000",
  "2147483648",
  "-1",
  "NaN",
  "1e308",
  "%5B%5D",
];

interface PageRoute {
  /** Addresses, with `[name]` for dynamic segments. */
  address: string;
  /** The parameters used by the files of a page's folder. */
  parameters: readonly string[];
}

/** All pages below a folder of app/. */
function routesBelow(folder: string, address = ""): PageRoute[] {
  const entries = readdirSync(folder, { withFileTypes: true });
  const source = entries
    .filter((entry) => entry.isFile() && /\.tsx?$/u.test(entry.name))
    .map((entry) => readFileSync(path.join(folder, entry.name), "utf8"))
    .join("\n");
  const named = parameters.filter((name) => name === "unknown" || new RegExp(`\\b${name}\\b`, "u").test(source));
  return entries.flatMap((entry): PageRoute[] => {
    if (entry.isDirectory()) {
      const isGroup = entry.name.startsWith("(");
      return routesBelow(path.join(folder, entry.name), isGroup ? address : `${address}/${entry.name}`);
    }
    return entry.name === "page.tsx" ? [{ address: address === "" ? "/" : address, parameters: named }] : [];
  });
}

/** FAULTS=all requests every page with every value of every parameter; otherwise a random sample by seed. */
const everything = process.env["FAULTS"] === "all";
const seed = Number(process.env["FAULTS_SEED"] ?? Date.now() % 1_000_000);
const sampleSize = 250;
const atOnce = 6;

test("no page fails because of its address", async ({ page }) => {
  test.setTimeout(everything ? 3_600_000 : 120_000);
  await enterDemo(page, "coordinator");
  const slug = await demoSlug(page);
  const routes = routesBelow(path.resolve("app"));
  expect(routes.length).toBeGreaterThan(40);
  const filled = (route: PageRoute, value: string) =>
    route.address.replace("/projects/[slug]", `/projects/${slug}`).replaceAll(/\[\w+\]/gu, value || "x");
  const addresses = routes.flatMap((route) => [
    ...values.map((value) => filled(route, value)),
    ...route.parameters.flatMap((name) => values.map((value) => `${filled(route, "x")}?${name}=${value}`)),
    ...route.parameters.map((name) => `${filled(route, "x")}?${name}=a&${name}=b`),
  ]);
  expect(addresses.length).toBeGreaterThan(2_000);
  const [sample = []] = fc.sample(fc.shuffledSubarray(addresses, { minLength: sampleSize, maxLength: sampleSize }), {
    seed,
    numRuns: 1,
  });
  const failed: string[] = [];
  const check = async (address: string) => {
    const answer = await page.request.get(address, { maxRedirects: 0 });
    const where = answer.headers()["location"];
    if (answer.status() >= 500) failed.push(`${String(answer.status())} ${address.slice(0, 160)}`);
    if (where !== undefined && new URL(where, answer.url()).origin !== new URL(answer.url()).origin) {
      failed.push(`to ${where} from ${address}`);
    }
  };
  const wanted = everything ? addresses : sample;
  for (let first = 0; first < wanted.length; first += atOnce) {
    await Promise.all(wanted.slice(first, first + atOnce).map(check));
  }
  expect(failed, `FAULTS_SEED=${String(seed)}`).toEqual([]);
});
