import { enterDemo, expect, expectAllAccessible, test } from "./fixtures";

test("a person searches their projects from every page, and opens what was found", async ({ page }) => {
  await enterDemo(page, "coordinator");
  await page.goto("/reviews");
  const field = page.getByRole("searchbox", { name: "Search", exact: true });
  await field.fill("WORKSHOP");
  await field.press("Enter");
  await expect(page).toHaveURL(/\/search\?text=WORKSHOP$/u);
  const results = page.getByRole("list", { name: "Results" });
  await expect(results.locator("mark").first()).toHaveText(/workshop/iu);
  const practice = results.getByRole("listitem").filter({ hasText: "Good practice" }).getByRole("link").first();
  await practice.click();
  await expect(page).toHaveURL(/\/projects\/[^/]+\/practices\/./u);

  await page.goto("/search?text=no-such-thing-anywhere");
  await expect(page.getByText("You find only what you can read in your projects.")).toBeVisible();
  await page.getByRole("link", { name: "Search the public library" }).click();
  await expect(page).toHaveURL(/\/library\?text=no-such-thing-anywhere$/u);
});

test("the search works without scripts, and an evaluator finds no practices", async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await enterDemo(page, "evaluator");
  await page.goto("/search");
  await page.getByRole("searchbox", { name: "Search my projects" }).fill("workshop on wheels");
  await page.getByRole("main").getByRole("button", { name: "Search" }).click();
  await expect(page).toHaveURL(/text=workshop/u);
  await expect(page.getByText("Good practice", { exact: true })).toHaveCount(0);
  await context.close();
});

test("axe finds no problems on the page of the search", async ({ page }) => {
  await enterDemo(page, "coordinator");
  await expectAllAccessible(page, ["/search", "/search?text=guide", "/search?text=no-such-thing-anywhere"]);
});
