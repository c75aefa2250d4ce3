import { readFileSync } from "node:fs";
import path from "node:path";
import Ajv from "ajv";
import { expect, test } from "./fixtures";

const schemas = readFileSync(path.join("server", "testing", "amb-schemas.json"), "utf8");
const ajv = new Ajv({ schemas: JSON.parse(schemas) as object[] });
const profile = "https://w3id.org/kim/amb/20231019/schemas/schema.json";

test("every public page of the sitemap describes itself, with a canonical address and a picture", async ({ page }) => {
  const sitemap = await page.request.get("/sitemap.xml");
  expect(sitemap.headers()["content-type"]).toContain("application/xml");
  const paths = [
    ...(await sitemap.text()).matchAll(
      /<loc>https?:\/\/[^/<]+(\/(?:outputs|practices|partnerships|partners)\/[^<]+)<\/loc>/gu,
    ),
  ].map(([, found]) => found ?? "");
  expect(paths.length).toBeGreaterThan(2);
  for (const address of paths) {
    await page.goto(address);
    if (/^\/(?:outputs|practices)\//u.test(address)) {
      const json = await page.locator('script[type="application/ld+json"]').textContent();
      const valid = ajv.validate(profile, JSON.parse(json ?? "{}") as object) === true;
      expect(valid, `${address} ${ajv.errorsText()}`).toBe(true);
    }
    const canonical = await page.locator('link[rel="canonical"]').getAttribute("href");
    expect(new URL(canonical ?? "").pathname).toBe(address);
    expect(await page.locator('meta[name="description"]').getAttribute("content")).toMatch(/\S{3}/u);
    expect(await page.locator('meta[property="og:site_name"]').getAttribute("content")).toBe("Consorta");
    const picture = (await page.locator('meta[property="og:image"]').getAttribute("content")) ?? "";
    const drawn = await page.request.get(new URL(picture).pathname);
    expect([drawn.status(), drawn.headers()["content-type"]]).toEqual([200, "image/png"]);
  }
  const robots = await (await page.request.get("/robots.txt")).text();
  expect(robots).toMatch(/^Disallow: \/projects$/mu);
  expect(robots).toMatch(/^Sitemap: https?:\/\/\S+\/sitemap\.xml$/mu);
});

test("every filter, order and page of a list has the canonical address of the list", async ({ page }) => {
  for (const address of ["/library?kind=output&sort=newest", "/practices?country=ES"]) {
    await page.goto(address);
    const canonical = new URL((await page.locator('link[rel="canonical"]').getAttribute("href")) ?? "");
    expect(canonical.pathname + canonical.search).toBe(address.replace(/\?.*/u, ""));
  }
});
