import { expect, it } from "vitest";
import { sitemapIndexXml, sitemapXml } from "./sitemap";

it("lists addresses with the day of their publication, escaped for XML", () => {
  expect(
    sitemapXml("https://a.example", [
      { path: "/outputs/a&b<", changed: "2026-04-05" },
      { path: "/", changed: null },
    ]),
  ).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
<url><loc>https://a.example/outputs/a&amp;b&lt;</loc><lastmod>2026-04-05</lastmod></url>
<url><loc>https://a.example/</loc></url>
</urlset>
`);
});

it("lists the sitemaps of a large site", () => {
  expect(sitemapIndexXml("https://a.example", 2)).toContain(
    "<sitemap><loc>https://a.example/sitemap/0</loc></sitemap>\n<sitemap><loc>https://a.example/sitemap/1</loc></sitemap>",
  );
});
