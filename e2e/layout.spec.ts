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

/** The top edges of elements, in pixels. */
const tops = (page: Page, selector: string) =>
  page.locator(selector).evaluateAll((all) => [...new Set(all.map((one) => one.getBoundingClientRect().top))]);

test("the steps of a new project are in one line on a small phone", async ({ page }) => {
  await enterDemo(page, "coordinator");
  await page.setViewportSize({ width: 320, height: 800 });
  await page.goto("/projects/new");
  await expect(page.getByRole("navigation", { name: "Steps" }).getByRole("link")).toHaveCount(4);
  expect(await tops(page, "nav[aria-label=Steps] a")).toHaveLength(1);
});

test("the legend of the timeline does not scroll away with the timeline", async ({ page }) => {
  await enterDemo(page, "coordinator");
  await page.setViewportSize({ width: 375, height: 800 });
  await page.goto(`/projects/${await demoSlug(page)}`);
  const timeline = page.getByRole("group", { name: "Timeline of the outputs" }).first();
  await timeline.evaluate((one) => one.scrollTo({ left: one.scrollWidth }));
  for (const state of ["planned", "late"]) {
    const box = await page.locator("figcaption").getByText(state, { exact: true }).boundingBox();
    expect([state, (box?.x ?? -1) >= 0, (box?.x ?? 0) + (box?.width ?? 0) <= 375]).toEqual([state, true, true]);
  }
});

test("the header of public pages is one line on a phone", async ({ page }) => {
  await page.setViewportSize({ width: 375, height: 800 });
  await page.goto("/");
  const links = page.getByRole("banner").getByRole("link");
  await expect(links).toHaveText(["Consorta", "Library", "Sign in", "Create an account"]);
  const middles = await links.evaluateAll((all) =>
    all.map((one) => one.getBoundingClientRect()).map(({ top, height }) => Math.round(top + height / 2)),
  );
  expect(new Set(middles).size).toBe(1);
});

test("breadcrumbs are divided by slashes, without one at their end", async ({ page }) => {
  await enterDemo(page, "coordinator");
  const path = `/projects/${await demoSlug(page)}/outputs/work-packages`;
  await page.goto(path);
  const after = await page
    .getByRole("navigation", { name: "You are here" })
    .getByRole("listitem")
    .evaluateAll((all) => all.map((one) => getComputedStyle(one, "::after").content));
  expect(after).toEqual(['"/"', '""']);
});

test("the lines of the map are as wide on a phone as on a large screen", async ({ page }) => {
  await enterDemo(page, "coordinator");
  await page.setViewportSize({ width: 375, height: 800 });
  await page.goto(`/projects/${await demoSlug(page)}/consortium`);
  const lines = page.getByRole("img", { name: "Map of the consortium" }).locator("path.stroke-thread");
  const looks = await lines.evaluateAll((all) =>
    all.map((one) => [getComputedStyle(one).vectorEffect, getComputedStyle(one).strokeWidth]),
  );
  expect(looks.length).toBeGreaterThan(2);
  expect(looks).toEqual(looks.map(() => ["non-scaling-stroke", "2.5px"]));
});

test("the organisations of an output are in a line below its status", async ({ page }) => {
  await enterDemo(page, "coordinator");
  await page.goto(`/projects/${await demoSlug(page)}/outputs`);
  await page
    .getByRole("link", { name: /The mobile workshop/u })
    .first()
    .click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("The mobile workshop");
  const header = page.getByRole("main").locator("header").first();
  await expect(header.locator(".chip")).toHaveCount(2);
  for (const width of [1280, 375]) {
    await page.setViewportSize({ width, height: 800 });
    const status = await header.locator(".badge").last().boundingBox();
    const lead = await header.locator(".chip").first().boundingBox();
    expect(lead?.y ?? 0).toBeGreaterThanOrEqual((status?.y ?? 0) + (status?.height ?? 0));
  }
});

test("the front page ends with the pages that need no account", async ({ page }) => {
  await page.goto("/");
  const section = page.locator("section").filter({ hasText: "Pages that need no account" });
  const links = await section.getByRole("link").evaluateAll((all) => all.map((one) => one.getAttribute("href") ?? ""));
  expect(links).toHaveLength(5);
  for (const link of links) {
    await page.goto(link);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    expect(new URL(page.url()).pathname).toBe(link);
  }
});

test("forms have one width, whatever the page", async ({ page }) => {
  await enterDemo(page, "coordinator");
  const project = `/projects/${await demoSlug(page)}`;
  const paths = ["edit", "outputs/new", "consortium/invite", "practices/new"].map((path) => `${project}/${path}`);
  const widths: [string, number][] = [];
  for (const path of [...paths, "/account", "/unit-costs"]) {
    await page.goto(path);
    const form = page
      .locator("main form")
      .filter({ has: page.locator("input, textarea") })
      .first();
    widths.push([path, (await form.boundingBox())?.width ?? 0]);
  }
  await expect(page.getByRole("table").first()).toBeVisible();
  widths.push(["the table below the form", (await page.getByRole("table").first().boundingBox())?.width ?? 0]);
  expect(widths).toEqual(widths.map(([path]) => [path, 768]));
});
