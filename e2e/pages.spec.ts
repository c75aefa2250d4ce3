import type { Page } from "@playwright/test";
import { demoSlug, type DemoRole, enterDemo, expect, expectAccessible, test } from "./fixtures";

/** The addresses a page links to that look so, each once. */
async function linksTo(page: Page, like: RegExp): Promise<string[]> {
  const links = await page.getByRole("main").getByRole("link").all();
  const addresses = await Promise.all(links.map((link) => link.getAttribute("href")));
  return [...new Set(addresses.filter((address): address is string => address !== null && like.test(address)))];
}

/** The first such address; a page without one would make the journey prove nothing. */
async function linkTo(page: Page, like: RegExp): Promise<string> {
  const [first] = await linksTo(page, like);
  if (!first) throw new Error(`The page has no link like ${String(like)}.`);
  return first;
}

async function enter(page: Page, role: DemoRole): Promise<string> {
  await enterDemo(page, role);
  return `/projects/${await demoSlug(page)}`;
}

async function expectAllAccessible(page: Page, paths: readonly string[]): Promise<void> {
  for (const path of paths) {
    await page.goto(path);
    await page.emulateMedia({ colorScheme: "light" });
    await expectAccessible(page);
    // The dark scheme changes colours and nothing else.
    await page.emulateMedia({ colorScheme: "dark" });
    await expectAccessible(page, ["color-contrast"]);
  }
}

test("nothing that axe finds stands on the pages of a project", async ({ page }) => {
  const project = await enter(page, "coordinator");
  await expectAllAccessible(page, [
    project,
    `${project}/edit`,
    `${project}/outputs`,
    `${project}/outputs/new`,
    `${project}/outputs/work-packages`,
  ]);
});

test("nothing that axe finds stands on the pages of a consortium", async ({ page }) => {
  const project = await enter(page, "coordinator");
  await expectAllAccessible(page, [`${project}/consortium`, `${project}/consortium/invite`, `${project}/activity`]);
});

test("nothing that axe finds stands on the pages of an output and of a practice", async ({ page }) => {
  const project = await enter(page, "coordinator");
  await page.goto(`${project}/practices`);
  const practice = await linkTo(page, /\/practices\/[0-9a-f-]{36}$/u);
  await page.goto(`${project}/outputs`);
  await page
    .getByRole("link", { name: /The mobile workshop/u })
    .first()
    .click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("The mobile workshop");
  const output = new URL(page.url()).pathname;
  await expectAllAccessible(page, [
    `${project}/practices`,
    `${project}/practices/new`,
    practice,
    `${practice}/edit`,
    output,
    `${output}/edit`,
    `${output}/submit`,
    await linkTo(page, /\/submissions\//u),
    await linkTo(page, /\/files\/[0-9a-f-]{36}$/u),
  ]);
});

test("nothing that axe finds stands on a person's own pages", async ({ page }) => {
  await enter(page, "coordinator");
  await page.goto("/outbox");
  const mail = await linkTo(page, /\/outbox\/./u);
  await expectAllAccessible(page, ["/home", "/projects", "/reviews", "/account", "/welcome", "/outbox", mail]);
  const absent = await page.goto("/projects/no-such-project");
  expect(absent?.status()).toBe(404);
  await expect(page.getByRole("heading", { name: "There is nothing here for you" })).toBeVisible();
  await expectAccessible(page);
});

test("nothing that axe finds stands on the screens that start a partnership", async ({ page }) => {
  await enter(page, "coordinator");
  await page.goto("/projects/new");
  await expect(page).toHaveURL(/\/basics$/u);
  const draft = new URL(page.url()).pathname.replace(/basics$/u, "");
  await expectAllAccessible(
    page,
    ["basics", "details", "consortium", "outputs"].map((step) => `${draft}${step}`),
  );
});

test("an evaluator sees the head of the project and what waits for a review, and nothing else", async ({ page }) => {
  const project = await enter(page, "evaluator");
  await page.goto(project);
  await expect(page.getByRole("heading", { name: "What you are asked to review" })).toBeVisible();
  await expect(page.getByRole("main").getByRole("link", { name: "The consortium and its people" })).toBeHidden();
  for (const path of ["consortium", "activity", "practices", "edit", "outputs/new", "consortium/invite"]) {
    const answer = await page.goto(`${project}/${path}`);
    expect(answer?.status(), path).toBe(404);
  }
  await page.goto(`${project}/outputs`);
  const shown = await linksTo(page, /\/outputs\/[0-9a-f-]{36}$/u);
  await page.context().clearCookies();
  await enter(page, "coordinator");
  await page.goto(`${project}/outputs`);
  const all = await linksTo(page, /\/outputs\/[0-9a-f-]{36}$/u);
  expect(shown.length).toBeGreaterThan(0);
  expect(shown.length).toBeLessThan(all.length);
  const hidden = all.find((path) => !shown.includes(path)) ?? "";
  await page.context().clearCookies();
  await enter(page, "evaluator");
  const answer = await page.goto(hidden);
  expect(answer?.status()).toBe(404);
});
