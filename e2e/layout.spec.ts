import type { Page } from "@playwright/test";
import { demoSlug, enterDemo, expect, test } from "./fixtures";

/** The left edge of each element within its list, in pixels. */
const edges = (page: Page, selector: string) =>
  page.locator(selector).evaluateAll((all) => all.map((one) => Math.round(one.getBoundingClientRect().left)));

/** Whether each sentence of a feed begins beside or below its organisation. */
const feedLayouts = (page: Page) =>
  page.locator(".feed-row").evaluateAll((rows) =>
    rows.map((row) => {
      const [organisation, text] = ["organisation", "text"].map((part) =>
        row.querySelector(`.feed-${part}`)?.getBoundingClientRect(),
      );
      if (!organisation || !text) throw new Error("A line of the feed lacks a part.");
      return text.top >= organisation.bottom - 4 ? "below" : "beside";
    }),
  );

test("all lines of a feed have one layout, beside or below the organisation", async ({ page }) => {
  await enterDemo(page, "coordinator");
  const project = `/projects/${await demoSlug(page)}`;
  for (const [width, path, layout] of [
    [1280, `${project}/activity`, "beside"],
    [1280, project, "below"],
    [375, `${project}/activity`, "below"],
  ] as const) {
    await page.setViewportSize({ width, height: 800 });
    await page.goto(path);
    const layouts = await feedLayouts(page);
    expect(layouts.length).toBeGreaterThan(5);
    expect([width, path, ...new Set(layouts)]).toEqual([width, path, layout]);
    expect(new Set(await edges(page, ".feed > li > .feed-row > .feed-text")).size).toBe(1);
  }
});
