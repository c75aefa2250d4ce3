import { demoSlug, enterDemo, expect, test } from "./fixtures";

declare global {
  interface Window {
    openedBefore?: boolean;
  }
}

test("a failed refresh leaves the page and its typed text as they are, and is repeated", async ({ page }) => {
  await enterDemo(page, "contributor");
  await page.goto("/account");
  await page.evaluate(() => (window.openedBefore = true));
  const unsaved = page.locator('input[name="email"]').first();
  await unsaved.fill("typed@school.example");
  let aborted = 0;
  let repeated = 0;
  await page.route("**/account", (route) => {
    if (route.request().method() !== "POST") return route.continue();
    if (aborted > 0) {
      repeated += 1;
      return route.continue();
    }
    aborted += 1;
    return route.abort("connectionreset");
  });
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect.poll(() => aborted).toBe(1);
  await expect.poll(() => repeated).toBe(1);
  await expect(unsaved).toHaveValue("typed@school.example");
  expect(await page.evaluate(() => window.openedBefore)).toBe(true);
});

test("a page of a person cannot write after another person signed in, and keeps what was typed", async ({ page }) => {
  await enterDemo(page, "contributor");
  await page.goto("/account");
  await enterDemo(page, "coordinator");
  const name = page.getByLabel("Your name");
  await name.fill("Typed by the contributor");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.locator("form [role=alert]")).toContainText(/You are signed in as .+ now\. Reload/u);
  await expect(name).toHaveValue("Typed by the contributor");
  await page.reload();
  await expect(name).not.toHaveValue("Typed by the contributor");
});

test("without JavaScript every enabled button works, and the page says why others are disabled", async ({
  browser,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  const waiting = page.locator("button:enabled:not([popovertarget]):not(form[method=get] button)");
  for (const path of ["/", "/sign-in", "/sign-up", "/practices", "/can-we-apply"]) {
    await page.goto(path);
    expect(await waiting.allTextContents(), path).toEqual([]);
  }
  await enterDemo(page, "coordinator");
  const project = `/projects/${await demoSlug(page)}`;
  const parts = ["", "/outputs", "/consortium", "/consortium/invite", "/activity", "/practices", "/practices/new"];
  for (const path of ["/home", "/projects", "/account", "/reviews", ...parts.map((part) => project + part)]) {
    await page.goto(path);
    expect(await waiting.allTextContents(), path).toEqual([]);
  }
  await page.goto("/practices");
  await expect(page.getByRole("search").getByRole("button")).toBeEnabled();
  await page.goto("/account");
  await expect(page.locator("noscript p")).toBeVisible();
  await expect(page.getByRole("button", { name: "Save", exact: true })).toBeDisabled();
  await context.close();
});
