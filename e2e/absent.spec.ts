import { demoSlug, enterDemo, expect, expectAccessible, test } from "./fixtures";

test("every unknown address shows the same not-found page", async ({ page }) => {
  for (const path of ["/no-such-page", "/practices/no-such-practice", "/rules/no-such-action"]) {
    const answer = await page.goto(path);
    expect(answer?.status(), path).toBe(404);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Page not found");
    await expect(page.getByRole("main")).toHaveCount(1);
    await expect(page.getByRole("main").getByRole("link", { name: "Go to the start page" })).toBeVisible();
    await expect(page.getByRole("main").getByRole("link", { name: "Sign in" })).toBeVisible();
    await expect(page.getByRole("navigation").first()).toBeVisible();
  }
  await expectAccessible(page);
  // Too long for a token, so the API rejects it; the page does not exist.
  const tooLong = await page.goto(`/stop/${"x".repeat(3_000)}`);
  expect(tooLong?.status()).toBe(404);
});

test("pages that do not exist say so without scripts, in the frame of the reader", async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  for (const path of ["/practices/no-such-practice", "/rules/no-such-action"]) {
    expect((await page.goto(path))?.status(), path).toBe(404);
    await expect(page).toHaveTitle("Page not found · Consorta");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Page not found");
    await expect(page.getByRole("main").getByRole("link", { name: "Sign in" })).toBeVisible();
  }
  expect((await page.goto("/invite/no-such-token?lang=de"))?.status()).toBe(404);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Dieser Link ist nicht mehr gültig");
  await expect(page.getByRole("contentinfo").getByRole("link", { name: "Datenschutz" })).toBeVisible();

  await enterDemo(page, "evaluator");
  const project = `/projects/${await demoSlug(page)}`;
  for (const path of [`${project}/activity`, `${project}/outputs/none`, "/projects/none", "/practices/none"]) {
    expect((await page.goto(path))?.status(), path).toBe(404);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Page not found");
    await expect(page.getByRole("navigation", { name: "Main" }).first()).toContainText("Projects");
  }
  await context.close();
});
