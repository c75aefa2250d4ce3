import { enterDemo, expect, test } from "./fixtures";

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
